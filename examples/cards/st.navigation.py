# steps: window; width 420; height 300
import streamlit as st

st.set_page_config(initial_sidebar_state="expanded")


def overview():
    st.header("Overview")


def months():
    st.header("By month")


def settings():
    st.header("Settings")


page = st.navigation(
    {
        "Sales": [
            st.Page(overview, title="Overview", icon=":material/home:"),
            st.Page(months, title="By month", icon=":material/bar_chart:"),
        ],
        "Account": [st.Page(settings, title="Settings", icon=":material/settings:")],
    }
)
page.run()
