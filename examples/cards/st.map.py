# steps: width 400
# alt: Map with a point for each airport of the United States
import streamlit as st
from vega_datasets import data

airports = data.airports().query("24 < latitude < 50 and -126 < longitude < -66")

st.map(airports[::4], size=20_000, zoom=2, height=215)
