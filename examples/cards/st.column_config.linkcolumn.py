import streamlit as st

TRAILS = [
    {"trail": "Lake loop", "map": "https://example.com/trails/lake-loop"},
    {"trail": "Ridge walk", "map": "https://example.com/trails/ridge-walk"},
    {"trail": "Old mill", "map": "https://example.com/trails/old-mill"},
]

st.dataframe(
    TRAILS,
    column_config={
        "trail": "Trail",
        "map": st.column_config.LinkColumn("Map", display_text=r"trails/(.+)$"),
    },
)
