# steps: width 420; height 270
import streamlit as st

st.text_area("Your story", "It was raining when the last train left.", height=90)

with st.bottom, st.container(horizontal=True):
    st.button("Back")
    st.space("stretch")
    st.button("Save", type="primary")
