import streamlit as st

SERVERS = [
    {"server": "web-1", "load": [12, 35, 80, 62, 20, 45]},
    {"server": "web-2", "load": [30, 10, 71, 95, 58, 18]},
    {"server": "db-1", "load": [40, 44, 52, 49, 61, 55]},
]

st.dataframe(
    SERVERS,
    column_config={
        "server": st.column_config.TextColumn("Server", width=90),
        "load": st.column_config.AreaChartColumn(
            "Load today", y_min=0, y_max=100, color="orange"
        ),
    },
)
