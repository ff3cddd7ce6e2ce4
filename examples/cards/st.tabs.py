import streamlit as st

week, year, notes = st.tabs(["Week", "Year", "Notes"])

week.line_chart([34, 28, 41, 46, 63, 71, 52], height=120)
year.write("13,480 cups")
notes.write("Closed in August.")
