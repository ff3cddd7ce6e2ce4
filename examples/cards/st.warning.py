import streamlit as st

st.warning("Two rows have no date.", title="Check the file", icon=":material/warning:")
