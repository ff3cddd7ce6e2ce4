import streamlit as st

with st.container(border=True):
    st.markdown("**Members only**")
    st.button("Log in with Google", on_click=st.login, icon=":material/login:")
