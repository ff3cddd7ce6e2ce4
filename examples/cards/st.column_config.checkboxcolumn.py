import streamlit as st

PACKING = [
    {"item": "Tent", "packed": True},
    {"item": "Stove", "packed": True},
    {"item": "Map", "packed": False},
]

st.data_editor(
    PACKING,
    column_config={
        "item": "Item",
        "packed": st.column_config.CheckboxColumn("Packed?"),
    },
)
