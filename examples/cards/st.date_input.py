# steps: click Choose date range
import datetime

import streamlit as st

st.date_input("Your stay", (datetime.date(2026, 7, 6), datetime.date(2026, 7, 10)))
