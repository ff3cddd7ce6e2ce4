# steps: window; width 780; height 400
import streamlit as st

with st.sidebar:
    st.selectbox("Shop", ["Station", "Market"])
    st.slider("Days", 1, 31, 14)

st.title("Sales")
st.bar_chart(
    {"Mon": 34, "Tue": 28, "Wed": 41, "Thu": 46, "Fri": 63}, sort=False, height=200
)
