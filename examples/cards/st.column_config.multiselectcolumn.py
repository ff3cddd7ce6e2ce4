import streamlit as st

PEOPLE = [
    {"name": "Ada", "skills": ["Python", "SQL"]},
    {"name": "Ben", "skills": ["Design"]},
    {"name": "Cleo", "skills": ["SQL", "Design"]},
]

st.data_editor(
    PEOPLE,
    column_config={
        "name": st.column_config.TextColumn("Name", width=90),
        "skills": st.column_config.MultiselectColumn(
            "Skills",
            options=["Python", "SQL", "Design"],
            color=["blue", "orange", "violet"],
        ),
    },
)
