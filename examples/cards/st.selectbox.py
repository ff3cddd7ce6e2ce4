# steps: click Drink
import streamlit as st

st.selectbox("Drink", ["Espresso", "Flat white", "Filter"])
