import streamlit as st

st.html(
    """
    <div style="
      background: linear-gradient(120deg, #ff4b4b, #ffb347);
      border-radius: 1rem;
      color: white;
      padding: 1rem;
      text-align: center;
    ">
      <s>49 €</s> <b style="font-size: 2rem">39 €</b><br>
      <small>until <mark>Sunday</mark></small>
    </div>
    """
)
