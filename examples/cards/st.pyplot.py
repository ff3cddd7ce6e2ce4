# alt: Line chart of a fading oscillation over six seconds
import matplotlib.pyplot as plt
import numpy as np
import streamlit as st

seconds = np.linspace(0, 6, 300)
swing = np.exp(-seconds / 2) * np.cos(5 * seconds)

figure, axes = plt.subplots(figsize=(5, 2.6))
axes.plot(seconds, swing, color="tab:red")
axes.fill_between(seconds, swing, alpha=0.2, color="tab:red")
axes.set_xlabel("seconds")
axes.grid(alpha=0.3)

st.pyplot(figure)
