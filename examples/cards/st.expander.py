import streamlit as st

with st.expander("When do I get my money back?", expanded=True):
    st.write("Within 14 days of the return.")

st.expander("Can I change my order?").write("Until it is packed.")
