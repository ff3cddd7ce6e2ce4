import streamlit as st

st.subheader("Crust", icon=":material/local_fire_department:")
st.write("Golden after 25 minutes")
