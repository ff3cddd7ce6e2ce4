import streamlit as st

st.write("**Friday:** rain, 14 °C")
st.divider()
st.write("**Saturday:** sun, 22 °C")
