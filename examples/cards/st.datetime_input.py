import datetime

import streamlit as st

st.datetime_input("Departure", datetime.datetime(2026, 7, 4, 8, 30))
