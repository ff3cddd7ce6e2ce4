import streamlit as st

st.code(
    """
def slices(length, width=12):
    return length // width

print(slices(260))
""",
    line_numbers=True,
)
