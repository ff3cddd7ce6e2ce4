# alt: Bar chart of five weekdays
import streamlit as st

st.bar_chart(
    {"Mon": 34, "Tue": 28, "Wed": 41, "Thu": 46, "Fri": 63}, sort=False, height=160
)
