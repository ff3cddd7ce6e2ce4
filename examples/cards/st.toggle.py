import streamlit as st

st.toggle("Notify me", value=True)
st.toggle("Weekly summary")
