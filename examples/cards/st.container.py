import streamlit as st

with st.container(border=True):
    st.markdown("**Room 12** · second floor")
    with st.container(horizontal=True):
        st.button("Book", type="primary")
        st.button("Details")
