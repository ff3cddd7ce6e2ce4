import streamlit as st

with st.container():
    st.chat_input("Ask about your bill", accept_file=True, accept_audio=True)
