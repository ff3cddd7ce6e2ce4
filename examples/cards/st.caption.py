import streamlit as st

st.write("The river rose by **12 cm** in June.")
st.caption("Source: city council, July 2026")
