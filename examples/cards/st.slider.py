import streamlit as st

st.slider("Age", 0, 100, 34)
st.slider("Price", 0, 500, (120, 310), format="€%d")
