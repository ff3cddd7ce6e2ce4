# steps: apart; press Tab; press Tab; press Tab; press Tab; press Tab; press Tab; press Tab; press ArrowRight; press ArrowDown; press Enter
import base64
from pathlib import Path

import streamlit as st

PURR = base64.b64encode(Path("cat-purr.mp3").read_bytes()).decode()

st.dataframe(
    {
        "cat": ["Momo", "Findus"],
        "purr": [f"data:audio/mpeg;base64,{PURR}"] * 2,
    },
    column_config={
        "cat": "Cat",
        "purr": st.column_config.AudioColumn("Purr"),
    },
)
