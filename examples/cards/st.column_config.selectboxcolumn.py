import streamlit as st

STATES = {"new": "🆕 New", "open": "🔧 Open", "done": "✅ Done"}
TICKETS = [
    {"ticket": "Printer", "state": "open"},
    {"ticket": "Laptop", "state": "new"},
    {"ticket": "Door", "state": "done"},
]

st.data_editor(
    TICKETS,
    column_config={
        "ticket": "Ticket",
        "state": st.column_config.SelectboxColumn(
            "State", options=STATES, format_func=STATES.get, required=True
        ),
    },
)
