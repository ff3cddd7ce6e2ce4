import streamlit as st

FUNDS = [
    {"fund": "Ocean", "months": [98, 101, 99, 104, 103, 109]},
    {"fund": "Forest", "months": [102, 100, 103, 95, 96, 92]},
    {"fund": "Desert", "months": [97, 99, 96, 102, 100, 104]},
]

st.dataframe(
    FUNDS,
    column_config={
        "fund": st.column_config.TextColumn("Fund", width=90),
        "months": st.column_config.LineChartColumn(
            "6 months", y_min=90, y_max=110, color="auto"
        ),
    },
)
