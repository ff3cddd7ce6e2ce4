import streamlit as st

st.toast("Your notes are saved.", icon=":material/check:", duration="infinite")
