# steps: width 760
# alt: PDF viewer with a page: Q3 2026 financial report
import streamlit as st

st.pdf("report.pdf", height=400)
