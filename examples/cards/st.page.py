# steps: window; width 420; height 220
import streamlit as st

st.set_page_config(initial_sidebar_state="expanded")


def orders():
    st.header("Orders")


def returns():
    st.header("Returns")


pages = [
    st.Page(orders, title="Orders", icon=":material/package_2:"),
    st.Page(returns, title="Returns", icon=":material/undo:"),
]
st.navigation(pages).run()
