import streamlit as st

st.image("sunrise.jpg", width=270, caption="The first light, 5:41")
