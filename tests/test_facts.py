"""Lists of facts about the API in the pages equal what the installed package says, so that an upgrade names what changed.

In a page, a list stands between `<!-- fact: NAME -->` and `<!-- /fact -->`; every `` `st.…` `` in it counts.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

import pytest
import streamlit as st
from pages import Page, all_pages
from streamlit import config
from streamlit.testing.v1 import AppTest

FACT = re.compile(r"<!-- fact: (?P<name>[\w-]+) -->(?P<text>.*?)<!-- /fact -->", re.DOTALL)
FACTS = [(page, match["name"], match["text"]) for page in all_pages() for match in FACT.finditer(page.body)]


def commands() -> dict[str, Callable]:
    """Every public callable of `st` and `st.column_config`, by the name readers use."""
    found = {}
    for prefix, module in (("st.", st), ("st.column_config.", st.column_config)):
        for name in dir(module):
            if not name.startswith("_") and callable(getattr(module, name)):
                found[prefix + name] = getattr(module, name)
    return found


def with_parameter(parameter: str) -> set[str]:
    """The commands whose signature has the parameter."""
    return {name for name, command in commands().items() if parameter in inspect.signature(command).parameters}


# A minimal call of each command that takes a key, with the key "k".
CALLS = {
    "st.altair_chart": 'import altair as alt\nst.altair_chart(alt.Chart(alt.Data(values=[{"a": 1}])).mark_bar()'
    '.encode(x="a:Q").add_params(alt.selection_point(name="p")), key="k", on_select="rerun")',
    "st.audio_input": 'st.audio_input("L", key="k")',
    "st.button": 'st.button("L", key="k")',
    "st.camera_input": 'st.camera_input("L", key="k")',
    "st.chat_input": 'st.chat_input("L", key="k")',
    "st.checkbox": 'st.checkbox("L", key="k")',
    "st.color_picker": 'st.color_picker("L", key="k")',
    "st.column_config.ButtonColumn": 'import pandas as pd\nst.dataframe(pd.DataFrame({"a": ["x"]}), '
    'column_config={"a": st.column_config.ButtonColumn(key="k")})',
    "st.container": 'st.container(key="k")',
    "st.data_editor": 'st.data_editor({"a": [1]}, key="k")',
    "st.dataframe": 'st.dataframe({"a": [1]}, key="k", on_select="rerun")',
    "st.date_input": 'st.date_input("L", key="k")',
    "st.datetime_input": 'st.datetime_input("L", key="k")',
    "st.download_button": 'st.download_button("L", "data", key="k")',
    "st.echarts_chart": 'st.echarts_chart({"xAxis": {"data": ["a"]}, "yAxis": {}, "series": [{"type": "bar", "data": [1]}]}, '
    'key="k", on_select="rerun")',
    "st.expander": 'st.expander("L", key="k", on_change="rerun")',
    "st.feedback": 'st.feedback(key="k")',
    "st.file_uploader": 'st.file_uploader("L", key="k")',
    "st.form": 'st.form("k")',
    "st.form_submit_button": 'with st.form("f"):\n    st.form_submit_button("L", key="k")',
    "st.fragment": None,  # takes a key for another purpose: see its signature
    "st.grid": 'st.grid(2, key="k")',
    "st.link_button": 'st.link_button("L", "https://example.com", key="k", on_click="rerun")',
    "st.menu_button": 'st.menu_button("L", ["a"], key="k")',
    "st.multiselect": 'st.multiselect("L", ["x"], key="k")',
    "st.number_input": 'st.number_input("L", key="k")',
    "st.pagination": 'st.pagination(3, key="k")',
    "st.pdf": None,  # needs the package streamlit-pdf
    "st.pills": 'st.pills("L", ["x"], key="k")',
    "st.plotly_chart": 'st.plotly_chart({"data": [{"y": [1]}], "layout": {}}, key="k", on_select="rerun")',
    "st.popover": 'st.popover("L", key="k", on_change="rerun")',
    "st.pydeck_chart": 'import pydeck\nst.pydeck_chart(pydeck.Deck(layers=[pydeck.Layer("ScatterplotLayer", [], id="i")]), '
    'key="k", on_select="rerun")',
    "st.radio": 'st.radio("L", ["x"], key="k")',
    "st.segmented_control": 'st.segmented_control("L", ["x"], key="k")',
    "st.select_slider": 'st.select_slider("L", ["x", "y"], key="k")',
    "st.selectbox": 'st.selectbox("L", ["x"], key="k")',
    "st.slider": 'st.slider("L", key="k")',
    "st.tabs": 'st.tabs(["a"], key="k", on_change="rerun")',
    "st.text_area": 'st.text_area("L", key="k")',
    "st.text_input": 'st.text_input("L", key="k")',
    "st.time_input": 'st.time_input("L", key="k")',
    "st.toggle": 'st.toggle("L", key="k")',
    "st.vega_lite_chart": 'st.vega_lite_chart({"mark": "bar", "params": [{"name": "p", "select": "point"}], '
    '"data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a", "type": "quantitative"}}}, key="k", on_select="rerun")',
}
NO_STATE_KEY = {"st.get_option", "st.set_option"}  # their `key` names a configuration option


def error_of(code: str) -> str:
    """Run the code as an app, and return the name of the exception that is shown, or ""."""
    app = AppTest.from_string(f"import streamlit as st\n{code}\n", default_timeout=30).run()
    return app.exception[0].proto.type.split(".")[-1] if app.exception else ""


def read_only() -> set[str]:
    """The commands that refuse a value that was put under their key."""
    error = "StreamlitValueAssignmentNotAllowedError"
    return {name for name, call in CALLS.items() if call and error_of(f'st.session_state["k"] = "x"\n{call}') == error}


EXPECTED: dict[str, Callable[[], set[str]]] = {
    "on_change": lambda: with_parameter("on_change"),
    "on_click": lambda: with_parameter("on_click"),
    "on_submit": lambda: with_parameter("on_submit"),
    "on_select": lambda: with_parameter("on_select"),
    "on_dismiss": lambda: with_parameter("on_dismiss"),
    "persist_state": lambda: with_parameter("persist_state"),
    "read-only": read_only,
    "typing": lambda: {f"st.typing.{name}" for name in st.typing.__all__},
}


@pytest.mark.parametrize(("page", "name", "text"), FACTS, ids=[f"{page.path}, {name}" for page, name, _ in FACTS])
def test_list(page: Page, name: str, text: str) -> None:
    stated = set(re.findall(r"`(st\.[\w.]+)`", text))
    true = EXPECTED[name]()
    assert stated == true, (
        f"{page.path}, {name}: missing {sorted(true - stated)}, no longer true {sorted(stated - true)}"
    )


def test_each_fact_is_stated() -> None:
    """A list without markers would be checked by nobody."""
    assert {name for _, name, _ in FACTS} == set(EXPECTED)


def test_every_keyed_command_has_a_call() -> None:
    keyed = with_parameter("key") - NO_STATE_KEY
    assert keyed == set(CALLS), f"in CALLS, add {sorted(keyed - set(CALLS))}, remove {sorted(set(CALLS) - keyed)}"


def test_the_calls_are_right() -> None:
    """A call that fails for another reason would say nothing about its key."""
    broken = {name: error for name, call in CALLS.items() if call and (error := error_of(call))}
    assert not broken


def test_bind_is_persist_state_and_containers() -> None:
    """What the Session State page says in a sentence."""
    assert with_parameter("bind") == with_parameter("persist_state") | {"st.expander", "st.tabs"}


def test_reconnection_time() -> None:
    assert config.get_option("server.disconnectedSessionTTL") == 120
