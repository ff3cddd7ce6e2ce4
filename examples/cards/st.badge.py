import streamlit as st

with st.container(horizontal=True):
    st.badge("Shipped", icon=":material/check:", color="green")
    st.badge("Late", icon=":material/warning:", color="red")
    st.badge("New", icon=":material/star:", color="blue")
    st.badge("Beta", color="violet")
    st.badge("On hold", icon=":material/pause:", color="orange")
    st.badge("Draft", color="gray")
