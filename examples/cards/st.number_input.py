import streamlit as st

st.number_input("Tickets", min_value=1, max_value=9, value=2)
st.number_input("Your offer", value=12.5, step=0.5, icon=":material/euro:")
