import streamlit as st

st.info("Choose a city to see its sales.", icon=":material/info:")
