import base64
from datetime import date

import pandas as pd
import streamlit as st

# In your app, read the bytes of a file, and say image/png or image/jpeg below.
picture = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<path d="M6 44C6 18 20 6 44 4C46 30 32 42 6 44" fill="#2e9e6b"/>
<path d="M6 44C14 30 22 22 34 14" stroke="#d8f3e4" stroke-width="3" fill="none"/>
</svg>"""

plants = pd.DataFrame(
    {
        "plant": ["Basil", "Fern", "Olive tree"],
        "moisture": [18, 64, 41],
        "watered": [date(2026, 6, 24), date(2026, 6, 30), date(2026, 6, 28)],
    }
)

greenhouse = st.components.v2.component(
    "greenhouse",
    html="""
        <header><img alt=""><h3></h3></header>
        <table>
            <thead>
                <tr>
                    <th scope="col">Plant</th>
                    <th scope="col">Moisture</th>
                    <th scope="col">Last watered</th>
                </tr>
            </thead>
            <tbody></tbody>
        </table>
    """,
    css="""
        header { align-items: center; display: flex; gap: 0.75rem; }
        img { height: 3rem; }
        h3 { font: 600 var(--st-heading-font-size-4) var(--st-heading-font); margin: 0; }
        table { border-collapse: collapse; margin-top: 0.75rem; width: 100%; }
        th, td {
            border-bottom: 1px solid var(--st-border-color);
            padding: 0.5rem;
            text-align: start;
        }
        .level {
            --tint: var(--st-green-background-color);
            background: linear-gradient(to right, var(--tint) var(--share), transparent 0);
            color: var(--st-green-text-color);
        }
        .dry { --tint: var(--st-red-background-color); color: var(--st-red-text-color); }
    """,
    js="""
        export default function ({ data, parentElement }) {
            const { logo, plants, settings } = data
            parentElement.querySelector("h3").textContent = settings.title
            parentElement.querySelector("img").src = logo

            const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" })
            const rows = plants.toArray().map((plant) => {
                const row = document.createElement("tr")
                row.insertCell().textContent = plant.plant

                const moisture = Number(plant.moisture)
                const level = row.insertCell()
                const dry = moisture < settings.dry_below
                level.className = dry ? "level dry" : "level"
                level.style.setProperty("--share", `${moisture}%`)
                level.textContent = `${moisture} %${dry ? ", needs water" : ""}`

                row.insertCell().textContent = day.format(plant.watered)
                return row
            })
            parentElement.querySelector("tbody").replaceChildren(...rows)
        }
    """,
)

dry_below = st.slider("Dry below", 0, 100, 30, format="%d %%")
greenhouse(
    key="greenhouse",
    data={
        "plants": plants,
        "settings": {"title": "Greenhouse 2", "dry_below": dry_below},
        "logo": "data:image/svg+xml;base64," + base64.b64encode(picture).decode(),
    },
)
