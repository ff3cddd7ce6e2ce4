# alt: A surface with two hills in three dimensions
import numpy as np
import plotly.graph_objects as go
import streamlit as st

x, y = np.meshgrid(np.linspace(-2, 2, 40), np.linspace(-2, 2, 40))
height = 3 * x * np.exp(-(x**2) - y**2) + np.exp(-((x + 1) ** 2) - (y - 1) ** 2)

figure = go.Figure(go.Surface(x=x, y=y, z=height, showscale=False))
figure.update_layout(height=190, margin={"l": 0, "r": 0, "t": 0, "b": 0})
figure.update_scenes(
    xaxis_showticklabels=False, yaxis_showticklabels=False, zaxis_showticklabels=False
)

st.plotly_chart(figure)
