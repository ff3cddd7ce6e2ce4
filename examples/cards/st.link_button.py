import streamlit as st

with st.container(horizontal=True):
    st.link_button("Timetable", "https://example.com", icon=":material/train:")
    st.link_button("Tickets", "https://example.com", type="primary")
