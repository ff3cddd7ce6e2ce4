import streamlit as st

st.text("Ann_Lee_82 wrote:\n*Great* for $5, not $10!\n# 1 in    my kitchen")
