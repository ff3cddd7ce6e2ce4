import sqlite3

import pandas as pd
import streamlit as st

COLUMNS = ["product", "pieces"]

st.session_state.setdefault("version", 0)


def connect():
    return sqlite3.connect("stock.db")


@st.cache_resource
def create_table():
    with connect() as database:
        columns = "id INTEGER PRIMARY KEY, product TEXT, pieces INTEGER"
        database.execute(f"CREATE TABLE IF NOT EXISTS stock ({columns})")
        if database.execute("SELECT count(*) FROM stock").fetchone() == (0,):
            database.execute("INSERT INTO stock VALUES (1, 'Lamp', 4), (2, 'Desk', 1)")


def save(ids):
    changes = st.session_state[f"stock-{st.session_state.version}"]
    with connect() as database:
        for position, cells in changes["edited_rows"].items():
            for column in COLUMNS:
                if column in cells:
                    values = (cells[column], ids[position])
                    database.execute(f"UPDATE stock SET {column} = ? WHERE id = ?", values)
        for position in changes["deleted_rows"]:
            database.execute("DELETE FROM stock WHERE id = ?", (ids[position],))
        for row in changes["added_rows"]:
            values = [row.get(column) for column in COLUMNS]
            database.execute("INSERT INTO stock (product, pieces) VALUES (?, ?)", values)
    st.session_state.version += 1


create_table()
stock = pd.read_sql("SELECT * FROM stock ORDER BY id", connect())

edited = st.data_editor(
    stock,
    key=f"stock-{st.session_state.version}",
    num_rows="dynamic",
    column_order=COLUMNS,
    hide_index=True,
    column_config={
        "product": st.column_config.TextColumn(required=True),
        "pieces": st.column_config.NumberColumn(required=True, min_value=0, step=1),
    },
)
st.button("Save", on_click=save, args=(stock["id"].tolist(),), disabled=edited.equals(stock))
