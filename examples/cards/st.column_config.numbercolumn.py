import streamlit as st

OFFERS = [
    {"product": "Lamp", "price": 49.9, "margin": 0.32},
    {"product": "Desk", "price": 320.0, "margin": 0.18},
    {"product": "Shelf", "price": 118.5, "margin": 0.25},
]

st.data_editor(
    OFFERS,
    column_config={
        "product": "Product",
        "price": st.column_config.NumberColumn("Price", format="euro"),
        "margin": st.column_config.NumberColumn("Margin", format="percent"),
    },
)
