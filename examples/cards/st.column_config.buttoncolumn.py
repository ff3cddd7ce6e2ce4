import streamlit as st

TICKETS = [
    {"ticket": "Printer offline", "action": ":material/check: Close"},
    {"ticket": "New laptop", "action": ":material/edit: Edit"},
    {"ticket": "Door badge", "action": ":material/check: Close"},
]

st.dataframe(
    TICKETS,
    column_config={
        "ticket": "Ticket",
        "action": st.column_config.ButtonColumn("Action", key="action"),
    },
)
