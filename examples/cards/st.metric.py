import streamlit as st

st.metric(
    "Visitors",
    4820,
    310,
    chart_data=[3820, 4010, 3930, 4180, 4510, 4820],
    chart_type="area",
    border=True,
    width=260,
    height=190,
)
