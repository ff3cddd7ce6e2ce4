# alt: Map of the United States with columns, taller where there are more airports
import pydeck
import streamlit as st
from vega_datasets import data

layer = pydeck.Layer(
    "HexagonLayer",
    data.airports().query("24 < latitude < 50 and -126 < longitude < -66"),
    get_position=["longitude", "latitude"],
    radius=80_000,
    extruded=True,
    elevation_scale=700,
)
view = pydeck.ViewState(latitude=38, longitude=-96, zoom=2, pitch=45)

st.pydeck_chart(pydeck.Deck(layer, initial_view_state=view, map_style=None), height=190)
