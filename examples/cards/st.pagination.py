import streamlit as st

st.pagination(8, default=3, max_visible_pages=5)
