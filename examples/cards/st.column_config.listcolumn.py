import streamlit as st

RECIPES = [
    {"dish": "Pancakes", "needs": ["flour", "milk", "eggs"]},
    {"dish": "Salad", "needs": ["tomatoes", "feta"]},
    {"dish": "Toast", "needs": ["bread", "butter"]},
]

st.data_editor(
    RECIPES,
    column_config={
        "dish": st.column_config.TextColumn("Dish", width=100),
        "needs": st.column_config.ListColumn("Ingredients"),
    },
)
