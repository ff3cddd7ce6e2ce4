from datetime import time

import streamlit as st

HOURS = [
    {"day": "Friday", "opens": time(9, 0), "closes": time(20, 0)},
    {"day": "Saturday", "opens": time(9, 0), "closes": time(18, 0)},
    {"day": "Sunday", "opens": time(11, 0), "closes": time(16, 30)},
]

st.data_editor(
    HOURS,
    column_config={
        "day": "Day",
        "opens": st.column_config.TimeColumn("Opens", format="h:mm a"),
        "closes": st.column_config.TimeColumn("Closes", format="h:mm a"),
    },
)
