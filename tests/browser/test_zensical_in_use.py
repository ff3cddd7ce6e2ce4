"""The site as Zensical builds it, in use: its sidebar has the whole page tree, its search another index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import built
import pytest
import yaml
from addresses import SESSION_STATE, TEXT_ELEMENTS
from pages import ROOT
from playwright.sync_api import Page, expect
from searching import field, found, results
from tree import sidebar


@pytest.fixture(scope="module")
def site_url(built_with_zensical: Path) -> Iterator[str]:
    """The address of this site, in place of the one that MkDocs builds."""
    server = built.serve(built_with_zensical)
    yield f"http://127.0.0.1:{server.server_port}{built.SUB_PATH}"
    server.shutdown()


def tree(page: Page):
    return page.get_by_role("navigation", name="Documentation")


def test_a_page_loads_only_what_there_is_and_what_it_may(open_page) -> None:
    """No file is missing, and the Content-Security-Policy blocks none."""
    page = open_page("")
    missing, errors = [], []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(TEXT_ELEMENTS)
    page.get_by_role("button", name="Pages in Caching & state").click()
    expect(tree(page).get_by_role("link", name="st.session_state")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert (missing, errors) == ([], [])
    assert page.evaluate("getComputedStyle(document.querySelector('article h1')).fontWeight") > "500", "it is styled"


def test_a_group_elsewhere_opens_in_place(open_page) -> None:
    page = open_page("deploy/snowflake/")
    for group in ("API reference", "Caching & state"):
        page.get_by_role("button", name=f"Pages in {group}").click()
    tree(page).get_by_role("link", name="st.session_state").click()
    page.wait_for_url(f"**/{SESSION_STATE}")


def test_the_whole_sidebar_is_open_without_javascript(open_page) -> None:
    page = open_page("deploy/snowflake/", java_script_enabled=False, answered=False)
    links = tree(page).get_by_role("link")
    expect(links).to_have_count(sum(bool(entry.url) for entry in sidebar()))
    assert all(link.is_visible() for link in links.all())


@pytest.mark.parametrize(("words", "title"), [("button", "st.button"), ("stop script early", "st.stop")])
def test_the_search_finds(open_page, words: str, title: str) -> None:
    page = open_page("")
    field(page).press_sequentially(words)
    expect(results(page).filter(has_text=title).first).to_be_visible()


def test_most_questions_find_their_page(open_page) -> None:
    """Without the descriptions of pages, which Zensical's index lacks."""
    questions = yaml.safe_load((ROOT / "tests" / "search_questions.yml").read_text(encoding="utf-8"))
    paths = found(open_page(""), list(questions), "search.json")
    answered = [q for q, pages in questions.items() if {*pages} & {path.split("#")[0] for path in paths[q][:3]}]
    assert len(answered) / len(questions) > 0.75


def test_a_page_that_is_not_there_leads_on(open_page) -> None:
    page = open_page("no-such-page/")
    page.get_by_role("link", name="Go to the home page").click()
    page.wait_for_url("**/streamlit-docs/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
