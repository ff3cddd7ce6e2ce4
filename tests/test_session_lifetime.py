"""What the Session State page says about how long values live, seen in a real browser on a real Streamlit server.

AppTest cannot show these: it has neither tabs nor reloads, nor a browser that keeps what a widget shows.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

APP = """
import streamlit as st

st.session_state.setdefault("count", 0)
st.text_input("Everywhere", key="everywhere")

def add():
    st.write("said in the callback")
    st.session_state.count += 1

def clear():
    st.session_state.clear()

def one():
    st.header("One")
    st.text(f"count is {st.session_state.count}")
    st.text(f"parameter is {st.query_params.get('q')}")
    st.button("Add", on_click=add)
    st.button("Clear", on_click=clear)
    show = st.checkbox("Show", True)
    if show:
        st.text_input("Plain", key="plain")
        st.text_input("For the page", key="for_page", persist_state="page")
        st.text_input("For the session", key="for_session", persist_state="session")
    st.text(f"plain is {st.session_state.get('plain')!r}")
    st.page_link(second, label="Go to two")
    st.markdown("[Link in Markdown](/two)")
    if st.button("Set parameter"):
        st.query_params.q = "x"
        st.rerun()

def two():
    st.header("Two")
    st.text(f"count is {st.session_state.get('count')}")
    st.text(f"parameter is {st.query_params.get('q')}")
    st.text_input("Plain", key="plain")
    st.page_link(first, label="Go to one")

first = st.Page(one, title="One", url_path="one", default=True)
second = st.Page(two, title="Two", url_path="two")
st.navigation([first, second], position="hidden").run()
"""


@pytest.fixture(scope="module")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("app") / "streamlit_app.py"
    file.write_text(APP, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "browser.gatherUsageStats": "false",
    }
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        file.name,
        *(f"--{key}={value}" for key, value in options.items()),
    ]
    server = subprocess.Popen(command, cwd=file.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/_stcore/health")
        yield url
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(url: str, seconds: int = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"no answer from {url} in {seconds} s")


@pytest.fixture
def app(browser: Browser, app_url: str) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(app_url)
    expect(page.get_by_text("count is 0")).to_be_visible(timeout=20_000)
    yield page
    context.close()


def fill(page: Page, label: str, value: str) -> None:
    page.get_by_role("textbox", name=label, exact=True).fill(value)
    page.keyboard.press("Enter")


def press_add(page: Page) -> None:
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("count is 1")).to_be_visible()


def test_values_stay_on_another_page(app: Page) -> None:
    press_add(app)
    app.get_by_role("link", name="Go to two").click()
    expect(app.get_by_role("heading", name="Two")).to_be_visible()
    expect(app.get_by_text("count is 1")).to_be_visible()


def test_a_reload_begins_a_new_session(app: Page) -> None:
    press_add(app)
    app.reload()
    expect(app.get_by_text("count is 0")).to_be_visible(timeout=20_000)


def test_tabs_are_separate(app: Page, app_url: str) -> None:
    press_add(app)
    other = app.context.new_page()
    other.goto(app_url)
    expect(other.get_by_text("count is 0")).to_be_visible(timeout=20_000)


def test_a_markdown_link_opens_a_tab_with_its_own_session(app: Page) -> None:
    press_add(app)
    with app.context.expect_page() as opened:
        app.get_by_role("link", name="Link in Markdown").click()
    expect(opened.value.get_by_role("heading", name="Two")).to_be_visible(timeout=20_000)
    expect(opened.value.get_by_text("count is 0")).to_be_visible()


def test_widgets_end_with_their_page_unless_they_persist(app: Page) -> None:
    for label in ("Plain", "For the page", "For the session", "Everywhere"):
        fill(app, label, "kept?")
    expect(app.get_by_text("plain is 'kept?'")).to_be_visible()
    app.get_by_role("link", name="Go to two").click()
    expect(app.get_by_role("heading", name="Two")).to_be_visible()
    # The same key on another page is another widget; one in the entry script is everywhere.
    expect(app.get_by_role("textbox", name="Plain", exact=True)).to_have_value("")
    expect(app.get_by_role("textbox", name="Everywhere")).to_have_value("kept?")
    app.get_by_role("link", name="Go to one").click()
    expect(app.get_by_role("heading", name="One")).to_be_visible()
    expect(app.get_by_role("textbox", name="Plain", exact=True)).to_have_value("")
    expect(app.get_by_role("textbox", name="For the page")).to_have_value("")
    expect(app.get_by_role("textbox", name="For the session")).to_have_value("kept?")


def test_a_hidden_widget_is_forgotten_one_run_later(app: Page) -> None:
    for label in ("Plain", "For the page"):
        fill(app, label, "kept?")
    expect(app.get_by_text("plain is 'kept?'")).to_be_visible()
    app.get_by_text("Show", exact=True).click()
    expect(app.get_by_role("textbox", name="Plain", exact=True)).to_have_count(0)
    expect(app.get_by_text("plain is 'kept?'")).to_be_visible()
    press_add(app)
    expect(app.get_by_text("plain is None")).to_be_visible()
    app.get_by_text("Show", exact=True).click()
    expect(app.get_by_role("textbox", name="For the page")).to_have_value("kept?")
    expect(app.get_by_role("textbox", name="Plain", exact=True)).to_have_value("")


def test_deleting_a_widgets_key_does_not_reset_it(app: Page) -> None:
    fill(app, "Plain", "kept?")
    expect(app.get_by_text("plain is 'kept?'")).to_be_visible()
    app.get_by_role("button", name="Clear").click()
    expect(app.get_by_text("plain is ''")).to_be_visible()
    expect(app.get_by_role("textbox", name="Plain", exact=True)).to_have_value("kept?")
    app.get_by_role("button", name="Add").click()
    expect(app.get_by_text("plain is 'kept?'")).to_be_visible()


def test_a_callback_writes_at_the_top(app: Page) -> None:
    press_add(app)
    said = app.get_by_text("said in the callback").bounding_box()
    first = app.get_by_role("textbox", name="Everywhere").bounding_box()
    assert said["y"] < first["y"]


def test_moving_to_another_page_clears_query_parameters(app: Page) -> None:
    app.get_by_role("button", name="Set parameter").click()
    expect(app.get_by_text("parameter is x")).to_be_visible()
    app.get_by_role("link", name="Go to two").click()
    expect(app.get_by_text("parameter is None")).to_be_visible()
