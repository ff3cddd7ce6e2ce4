# alt: A dial that stands at 21 degrees
import streamlit as st

dial = st.components.v2.component(
    "dial",
    html="""
        <svg viewBox="0 0 120 66" width="220" role="img" aria-label="21 degrees">
            <path class="rail" d="M15 60 A45 45 0 0 1 105 60" />
            <path class="value" d="M15 60 A45 45 0 0 1 82.5 21" />
            <circle cx="82.5" cy="21" r="7" />
            <text x="60" y="58">21°</text>
        </svg>
    """,
    css="""
        path { fill: none; stroke-width: 8; stroke-linecap: round; }
        .rail { stroke: var(--st-secondary-background-color); }
        .value { stroke: var(--st-primary-color); }
        circle { fill: var(--st-background-color); stroke: var(--st-primary-color); stroke-width: 3; }
        text { fill: var(--st-text-color); font: bold 20px var(--st-font); text-anchor: middle; }
    """,
)

dial()
