import pandas as pd
import streamlit as st

todo = pd.DataFrame(
    {"Task": ["Call Ada", "Book a room"], "Hours": [1, 2], "Done": [True, False]}
)
st.data_editor(todo, num_rows="dynamic")
