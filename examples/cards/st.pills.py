import streamlit as st

st.pills(
    "Genres",
    ["Jazz", "Folk", "Rock", "Opera", "Techno", "Blues"],
    selection_mode="multi",
    default=["Folk", "Blues"],
)
