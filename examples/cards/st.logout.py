import streamlit as st

with st.container(border=True, horizontal=True, vertical_alignment="center"):
    st.markdown(":material/account_circle: Ana Silva")
    st.button("Log out", on_click=st.logout, icon=":material/logout:")
