import streamlit as st

baking = st.status("Baking bread", expanded=True)
baking.write(":material/check: Dough mixed")
baking.write(":material/check: Oven at 230 °C")
