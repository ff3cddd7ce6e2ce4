import streamlit as st

with st.form("sign_up"):
    st.text_input("Email", "ana@example.com")
    st.checkbox("Newsletter", value=True)
    st.form_submit_button("Sign up")
