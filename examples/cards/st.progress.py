import streamlit as st

st.progress(60, "Reading file 3 of 5")
