import streamlit as st

st.success("Your table is booked for 7 p.m.", icon=":material/check_circle:")
