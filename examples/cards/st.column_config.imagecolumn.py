from urllib.parse import quote

import streamlit as st


def flag(*colors):
    stripes = "".join(
        f'<rect x="{20 * place}" width="20" height="40" fill="{color}"/>'
        for place, color in enumerate(colors)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">{stripes}</svg>'
    return f"data:image/svg+xml,{quote(svg)}"


FLAGS = {
    "Italy": flag("#008c45", "#f4f5f0", "#cd212a"),
    "Belgium": flag("#2d2926", "#ffcd00", "#c8102e"),
    "Ireland": flag("#169b62", "#ffffff", "#ff883e"),
}

st.dataframe(
    {"country": list(FLAGS), "flag": list(FLAGS.values())},
    column_config={
        "country": "Country",
        "flag": st.column_config.ImageColumn("Flag"),
    },
)
