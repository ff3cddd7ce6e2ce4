# steps: upload Your report: report.pdf
import streamlit as st

st.file_uploader("Your report", type="pdf")
