import streamlit as st

st.multiselect(
    "Toppings", ["Olives", "Basil", "Onion", "Corn"], default=["Olives", "Basil"]
)
