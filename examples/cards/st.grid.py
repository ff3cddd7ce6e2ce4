import streamlit as st

grid = st.grid(3, min_column_width=80)

for shop in ("North", "South", "West", "East", "Station"):
    grid.container(border=True).write(shop)
