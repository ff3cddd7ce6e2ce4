# steps: click Filter
import streamlit as st

with st.popover("Filter", icon=":material/tune:"):
    st.checkbox("Vegetarian", value=True)
    st.slider("Minutes", 10, 90, 40)
