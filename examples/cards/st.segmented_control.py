import streamlit as st

st.segmented_control("Period", ["Day", "Week", "Month", "Year"], default="Week")
