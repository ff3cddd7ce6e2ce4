import streamlit as st

st.header("In the oven", divider="orange")
st.write("40 minutes at 230 °C")
