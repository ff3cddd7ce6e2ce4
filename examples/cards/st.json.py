import streamlit as st

st.json({"user": "ada", "active": True, "roles": ["admin"]})
