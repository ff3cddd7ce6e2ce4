from datetime import datetime

import streamlit as st

FLIGHTS = [
    {"flight": "DL 47", "departure": datetime(2026, 7, 4, 18, 5)},
    {"flight": "KL 855", "departure": datetime(2026, 7, 4, 20, 40)},
    {"flight": "SK 822", "departure": datetime(2026, 7, 5, 7, 15)},
]

st.data_editor(
    FLIGHTS,
    column_config={
        "flight": st.column_config.TextColumn("Flight", width=90),
        "departure": st.column_config.DatetimeColumn(
            "Departure", format="D MMM YYYY, HH:mm"
        ),
    },
)
