import streamlit as st

st.mermaid_chart(
    """
    sequenceDiagram
        Guest ->> Waiter: two coffees
        Waiter -->> Guest: here you are
    """
)
