import streamlit as st

st.checkbox("Gift wrap", value=True)
st.checkbox("Write a card")
