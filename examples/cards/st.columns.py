# steps: width 660
import streamlit as st

left, middle, right = st.columns(3, border=True)

left.metric("Cups", 41, 6)
middle.metric("Guests", 28, 3)
right.metric("Waste", "2 kg", "-1 kg", delta_color="inverse")
