import streamlit as st

st.markdown(
    """
    #### Shopping list
    - **Flour:** 500 g
    - *Warm* water: :blue[350 g] :material/water_drop:
    - Salt: :green-badge[at home]
    """
)
