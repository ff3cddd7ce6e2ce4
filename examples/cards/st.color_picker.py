# steps: click Wall color picker
import streamlit as st

st.color_picker("Wall", "#2f9e8f")
