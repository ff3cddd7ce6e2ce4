# alt: Audio player
import streamlit as st

st.audio("cat-purr.mp3")
