import pandas as pd
import streamlit as st

weather = pd.DataFrame(
    {
        "City": ["Oslo", "Lima", "Rome"],
        "Sun (h)": [1740, 1284, 2473],
        "Rain (mm)": [763, 6, 799],
    }
)
st.dataframe(
    weather,
    hide_index=True,
    on_select="rerun",
    selection_default={"selection": {"rows": [2]}},
)
