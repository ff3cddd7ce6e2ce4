# steps: hold 1
import time

import streamlit as st

with st.spinner("Asking the weather station…"):
    time.sleep(5)
