import pandas as pd
import streamlit as st

months = pd.date_range("2025-01-01", periods=12, freq="MS")
degrees = pd.DataFrame(
    {
        "Oslo": [-4, -3, 1, 6, 12, 16, 18, 17, 12, 7, 1, -3],
        "Rome": [8, 9, 11, 14, 19, 23, 26, 26, 22, 17, 12, 9],
    },
    index=months,
)

st.line_chart(degrees, height=190)
