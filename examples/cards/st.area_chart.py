import pandas as pd
import streamlit as st

power = pd.DataFrame(
    {
        "Wind": [38, 42, 51, 47, 33, 29, 36, 48, 55],
        "Solar": [0, 4, 18, 34, 41, 37, 21, 5, 0],
    },
    index=range(4, 22, 2),
)

st.area_chart(power, height=180, color=["#ffb547", "#1c83e1"])
