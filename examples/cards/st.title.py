import streamlit as st

st.title("Bread log", icon="🍞")
