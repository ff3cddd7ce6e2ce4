import streamlit as st

st.text_input("Name", "Ada Lovelace")
st.text_input("Password", "analytical", type="password")
