# steps: window; width 420; height 230
import streamlit as st

st.set_page_config(initial_sidebar_state="expanded")

st.logo("images/horizontal_red.png", size="large")

with st.sidebar:
    st.page_link("https://example.com", label="Overview", icon=":material/home:")
    st.page_link("https://example.com", label="Orders", icon=":material/list:")
