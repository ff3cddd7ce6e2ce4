import streamlit as st


def bake(loaves, minutes=40):
    """Bake some loaves of bread."""


st.help(bake)
