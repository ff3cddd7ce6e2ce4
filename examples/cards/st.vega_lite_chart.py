import streamlit as st

heating = [
    {"source": "Heat pump", "homes": 46},
    {"source": "Gas", "homes": 31},
    {"source": "Wood", "homes": 14},
    {"source": "Oil", "homes": 9},
]

st.vega_lite_chart(
    heating,
    {
        "height": 170,
        "mark": {"type": "arc", "innerRadius": 42, "padAngle": 0.02},
        "encoding": {
            "theta": {"field": "homes", "type": "quantitative"},
            "color": {
                "field": "source",
                "type": "nominal",
                "sort": None,
                "title": None,
                "legend": {"orient": "right"},
            },
        },
    },
)
