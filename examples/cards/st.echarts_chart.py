import streamlit as st

st.echarts_chart(
    {
        "animation": False,
        "radar": {
            "radius": "68%",
            "indicator": [
                {"name": name, "max": 10}
                for name in ("Aroma", "Acid", "Body", "Sweet", "Bitter")
            ],
        },
        "series": [
            {
                "type": "radar",
                "areaStyle": {"opacity": 0.25},
                "data": [{"value": [8, 6, 7, 9, 4]}, {"value": [6, 9, 4, 5, 7]}],
            }
        ],
    },
    height=200,
)
