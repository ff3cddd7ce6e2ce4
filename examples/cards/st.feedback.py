import streamlit as st

st.feedback("stars", default=3)
st.feedback("faces", default=4)
st.feedback("thumbs", default=1)
