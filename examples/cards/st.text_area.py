import streamlit as st

st.text_area(
    "Your review",
    "The room was quiet and the breakfast plentiful. We will come back in spring.",
    height=110,
)
