import streamlit as st

st.select_slider("T-shirt size", ["XS", "S", "M", "L", "XL"], value="M")
