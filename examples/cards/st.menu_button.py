# steps: click Export
import streamlit as st

st.menu_button("Export", ["CSV", "Excel", "PDF"], icon=":material/download:")
