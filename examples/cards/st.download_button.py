import streamlit as st

with st.container(horizontal=True):
    st.download_button("Invoice", "...", "invoice.txt", icon=":material/download:")
    st.download_button("All as ZIP", "...", "invoices.zip", type="primary")
