# steps: hold 9
import time

import streamlit as st


def answer():
    for word in "Water boils at **100 °C**, but on a mountain it needs less".split():
        yield word + " "
        time.sleep(0.2)


st.write_stream(answer, cursor="▌")
