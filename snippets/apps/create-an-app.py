import numpy as np
import pandas as pd
import streamlit as st

st.set_page_config(page_title="Sun in a battery", page_icon="☀️", layout="wide")


@st.cache_data
def load_year():
    random = np.random.default_rng(7)
    hours = pd.date_range("2025-01-01", periods=365 * 24, freq="h")
    season = np.cos(2 * np.pi * (hours.day_of_year - 172) / 365)
    height = 0.3 * season - 0.6 * np.cos(2 * np.pi * hours.hour / 24)
    clouds = np.repeat(random.beta(2, 1.5, 365), 24)
    evening = np.exp(-(((hours.hour - 19) / 2.5) ** 2))
    sun = 4 * np.clip(height, 0, None) * clouds
    used = 0.2 + 0.9 * evening + random.exponential(0.15, len(hours))
    return pd.DataFrame({"sun": sun, "used": used}, index=hours)


@st.cache_data
def own_share(year, capacity):
    charge = bought = 0.0
    for surplus in year["sun"] - year["used"]:
        charge = min(charge + surplus, capacity)
        if charge < 0:
            bought -= charge
            charge = 0.0
    return 100 * (1 - bought / year["used"].sum())


@st.cache_data
def compare_sizes(year):
    sizes = range(21)
    shares = [own_share(year, size) for size in sizes]
    return pd.DataFrame({"kWh": sizes, "share": shares})


with st.sidebar:
    panels = st.slider("Panels (1 = as today)", 0.5, 2.0, 1.0, key="panels", bind="query-params")
    battery = st.slider("Battery in kWh", 0, 20, 5, key="battery", bind="query-params")

year = load_year()
year["sun"] *= panels
share = own_share(year, battery)
gain = share - own_share(year, 0)

st.title("Sun in a battery")

made, used, own = st.columns(3, border=True)
made.metric("Made by the roof", f"{year['sun'].sum():,.0f} kWh")
used.metric("Used", f"{year['used'].sum():,.0f} kWh")
own.metric("From the roof", f"{share:.0f} %", round(gain), delta_description="by the battery")

sizes, months, day, table = st.tabs(["Battery sizes", "Months", "One day", "Data"])
sizes.line_chart(compare_sizes(year), x="kWh", y="share", y_label="%")
months.bar_chart(year.resample("MS").sum(), stack=False, y_label="kWh")

date = day.date_input("Day", "2025-06-21", "2025-01-01", "2025-12-31")
day.line_chart(year.loc[str(date)], y_label="kW")

table.dataframe(year)
table.download_button("Download", year.to_csv, "year.csv", "text/csv", on_click="ignore")
