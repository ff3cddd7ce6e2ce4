import streamlit as st

st.audio_input("Say your name")
