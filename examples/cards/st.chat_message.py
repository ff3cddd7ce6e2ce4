import streamlit as st

st.chat_message("user").write("Is the museum open on Monday?")
st.chat_message("assistant").write("No, from Tuesday to Sunday.")
