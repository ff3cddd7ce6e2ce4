import streamlit as st

PARTS = [
    {"code": "AB-104", "name": "Hinge"},
    {"code": "CD-221", "name": "Bracket"},
    {"code": "EF-037", "name": "Screw"},
]

st.data_editor(
    PARTS,
    column_config={
        "code": st.column_config.TextColumn("Part", validate=r"^[A-Z]{2}-\d{3}$"),
        "name": st.column_config.TextColumn("Name", max_chars=30),
    },
)
