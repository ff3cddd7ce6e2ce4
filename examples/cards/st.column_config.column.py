import streamlit as st

VISITS = [
    {"patient": "Ada Park", "minutes": 30},
    {"patient": "Ben Ortiz", "minutes": 10},
    {"patient": "Cleo Marsh", "minutes": 20},
]

st.dataframe(
    VISITS,
    column_config={
        "patient": st.column_config.Column("Patient", pinned=True),
        "minutes": st.column_config.Column(
            "Minutes", alignment="center", help="Planned"
        ),
    },
)
