import streamlit as st

VOTES = [
    {"city": "Oslo", "votes": 410},
    {"city": "Lima", "votes": 980},
    {"city": "Rome", "votes": 655},
]

st.dataframe(
    VOTES,
    column_config={
        "city": st.column_config.TextColumn("City", width=90),
        "votes": st.column_config.ProgressColumn(
            "Votes", format="%d", max_value=1000, color="green"
        ),
    },
)
