# steps: window; width 460; height 270
import streamlit as st


@st.dialog("Remove Ben?")
def remove():
    st.write("His seat will be free again.")
    with st.container(horizontal=True):
        st.button("Remove", type="primary")
        st.button("Keep")


remove()
