# steps: apart; width 480; press Tab; press Tab; press Tab; press Tab; press Tab; press Tab; press Tab; press ArrowRight; press Enter
import base64
from pathlib import Path

import streamlit as st

FILM = base64.b64encode(Path("myvideo.mp4").read_bytes()).decode()

st.dataframe(
    {
        "lesson": ["Bowline", "Reef knot", "Clove hitch"],
        "film": [f"data:video/mp4;base64,{FILM}"] * 3,
    },
    column_config={
        "lesson": "Lesson",
        "film": st.column_config.VideoColumn("Watch"),
    },
)
