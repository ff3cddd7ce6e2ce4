# steps: hold 2
import time

import streamlit as st

place = st.empty()

for left in range(3, 0, -1):
    place.metric("The auction ends in", f"{left} s", border=True)
    time.sleep(1)
