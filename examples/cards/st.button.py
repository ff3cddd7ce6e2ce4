import streamlit as st

with st.container(horizontal=True):
    st.button("Order", type="primary", icon=":material/shopping_cart:")
    st.button("Save")
    st.button("Cancel", type="tertiary")
