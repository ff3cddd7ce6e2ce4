import streamlit as st

st.radio("Delivery", ["At the door", "At the shop", "Locker"], index=1)
