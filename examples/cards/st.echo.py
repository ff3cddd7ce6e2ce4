import streamlit as st

with st.echo():
    loaves = 4
    st.metric("Grams", loaves * 500)
