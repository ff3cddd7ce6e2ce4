# raises: ValueError
import streamlit as st

st.exception(ValueError("The amount is negative"))
