import streamlit as st

with st.form("order", width="content"), st.container(horizontal=True):
    st.form_submit_button("Send order", type="primary", icon=":material/send:")
    st.form_submit_button("Save draft")
