# alt: Video player
import streamlit as st

st.video("myvideo.mp4")
