import streamlit as st

st.write("**Open orders:**", 17, {"Berlin": 9, "Oslo": 8})
