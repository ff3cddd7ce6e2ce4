import streamlit as st

VISITS = [
    {"page": "Home", "week": [81, 76, 90, 88, 95, 40, 35]},
    {"page": "Prices", "week": [42, 50, 48, 61, 59, 22, 19]},
    {"page": "Jobs", "week": [15, 27, 33, 28, 16, 11, 10]},
]

st.dataframe(
    VISITS,
    column_config={
        "page": st.column_config.TextColumn("Page", width=90),
        "week": st.column_config.BarChartColumn("Visits a day", y_min=0, y_max=100),
    },
)
