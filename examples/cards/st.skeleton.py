import streamlit as st

st.skeleton(height=36, width=160)
st.skeleton(height=90)
