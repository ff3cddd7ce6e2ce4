from datetime import date

import streamlit as st

TASKS = [
    {"task": "Tax return", "due": date(2026, 7, 31)},
    {"task": "Passport", "due": date(2026, 9, 15)},
    {"task": "Car check", "due": date(2026, 11, 2)},
]

st.data_editor(
    TASKS,
    column_config={
        "task": "Task",
        "due": st.column_config.DateColumn("Due", format="ddd, D MMM YYYY"),
    },
)
