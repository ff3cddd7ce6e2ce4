# alt: Heatmap of five weekdays and the hours from 8 to 18
import altair as alt
import pandas as pd
import streamlit as st

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]
HOURS = [8, 10, 12, 14, 16, 18]
GUESTS = [
    [12, 18, 41, 22, 15, 30],
    [10, 21, 44, 19, 17, 33],
    [14, 17, 39, 25, 21, 38],
    [11, 24, 47, 28, 19, 45],
    [16, 29, 52, 34, 31, 60],
]

guests = pd.DataFrame(GUESTS, DAYS, HOURS).rename_axis("day").reset_index()
guests = guests.melt("day", var_name="hour", value_name="guests")
chart = (
    alt.Chart(guests, height=160)
    .mark_rect(cornerRadius=3)
    .encode(
        alt.X("hour:O", title=None, axis=alt.Axis(labelAngle=0)),
        alt.Y("day:O", title=None, sort=DAYS),
        alt.Color("guests", legend=None),
    )
)

st.altair_chart(chart)
