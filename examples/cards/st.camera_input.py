import streamlit as st

st.camera_input("Your badge photo")
