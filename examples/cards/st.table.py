import streamlit as st

st.table(
    {
        "Plan": ["**Solo**", "**Team**", "**Campus**"],
        "Seats": [1, 10, 500],
        "Support": [":gray-badge[Forum]", ":blue-badge[Mail]", ":green-badge[Phone]"],
    },
    border="horizontal",
)
