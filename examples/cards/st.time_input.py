import datetime

import streamlit as st

st.time_input("Wake me at", datetime.time(6, 45))
