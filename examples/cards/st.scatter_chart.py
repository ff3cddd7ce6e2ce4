import pandas as pd
import streamlit as st

leaves = pd.DataFrame(
    {
        "length": [1.3, 1.6, 2.1, 1.9, 2.6, 3.9, 4.2, 4.7, 4.4, 5.1, 5.6, 5.3],
        "width": [0.4, 0.9, 0.7, 1.2, 1.1, 1.3, 1.9, 1.6, 2.3, 2.1, 2.6, 1.8],
        "tree": ["Birch"] * 5 + ["Maple"] * 7,
    }
)

st.scatter_chart(
    leaves,
    x="length",
    y="width",
    color="tree",
    x_label="",
    y_label="",
    size=60,
    height=190,
)
