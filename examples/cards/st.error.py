import streamlit as st

st.error("Choose a date in the future.", title="Not booked", icon=":material/error:")
