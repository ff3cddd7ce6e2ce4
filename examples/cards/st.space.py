import streamlit as st

with st.container(border=True):
    with st.container(horizontal=True):
        st.button("Back")
        st.space("stretch")
        st.button("Next", type="primary")
    st.space("small")
    st.caption("Your answers are saved.")
