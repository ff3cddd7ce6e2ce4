import streamlit as st

EVENTS = [
    {"event": "purchase", "details": '{"cart": [7, 9], "gift": true}'},
    {"event": "sign-in", "details": '{"device": "phone"}'},
    {"event": "sign-out", "details": '{"minutes": 12}'},
]

st.dataframe(
    EVENTS,
    column_config={
        "event": st.column_config.TextColumn("Event", width=90),
        "details": st.column_config.JsonColumn("Details"),
    },
)
