import streamlit as st

RELEASES = [
    {"version": "2.1", "notes": "**New:** dark mode"},
    {"version": "2.0", "notes": "`load()` is *faster*"},
    {"version": "1.9", "notes": "[Bug](#42) fixed"},
]

st.dataframe(
    RELEASES,
    column_config={
        "version": st.column_config.TextColumn("Version", width=70),
        "notes": st.column_config.MarkdownColumn("Notes"),
    },
)
