"""Search: its field and hint, its keys, and that names are found however they are typed."""

from __future__ import annotations

import re

import pytest
from addresses import SESSION_STATE, TEXT_ELEMENTS
from playwright.sync_api import Page, expect


def field(page: Page):
    return page.get_by_role("textbox", name="Search the documentation")


def results(page: Page):
    return page.locator(".md-search-result__link")


@pytest.mark.parametrize("shortcut", ["Control+k", "Meta+k"])
def test_shortcut_opens_from_anywhere_and_esc_closes(open_page, shortcut: str) -> None:
    page = open_page(SESSION_STATE)
    heading_link = page.get_by_role("link", name="st.query_params").first
    heading_link.focus()
    page.keyboard.press(shortcut)
    expect(field(page)).to_be_focused()
    expect(page.locator(".md-search__output")).to_be_visible()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(heading_link).to_be_focused()


def test_shortcut_opens_from_within_a_button(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, width=390, height=844)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize(
    ("platform", "hint"), [("Linux x86_64", "Ctrl-K"), ("Win32", "Ctrl-K"), ("MacIntel", "⌘K"), ("iPhone", "⌘K")]
)
def test_hint_names_the_readers_key(new_context, platform: str, hint: str) -> None:
    context = new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(f"Object.defineProperty(navigator, 'platform', {{ get: () => '{platform}' }})")
    page = context.new_page()
    page.goto("")
    expect(page.locator("#search-hint")).to_have_text(hint)
    expect(page.locator("#search-hint")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "page_name"),
    [
        *(
            (words, "st.session_state")
            for words in ("st.session_state", "session_state", "session state", "Session State")
        ),
        *((words, "st.cache_data") for words in ("st.cache_data", "cache_data", "cache data")),
        *((words, "st.query_params") for words in ("query_params", "query params")),
    ],
)
def test_a_name_is_found_however_it_is_typed(open_page, words: str, page_name: str) -> None:
    page = open_page("")
    field(page).press_sequentially(words)
    expect(results(page).first).to_have_attribute("href", re.compile(f"/{page_name}/"))


def test_parameters_are_found(open_page) -> None:
    """The first page found shows the parameter as one of its sections, with its anchor."""
    page = open_page("")
    field(page).press_sequentially("refresh_mode")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("a[href*='refresh_mode']").first).to_be_attached()


def test_enter_opens_the_first_result(open_page) -> None:
    page = open_page("")
    field(page).press_sequentially("session_state")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/st.session_state/**")


def test_arrows_move_through_the_results(open_page) -> None:
    page = open_page("")
    field(page).press_sequentially("cache_data")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_the_number_of_results_is_announced(open_page) -> None:
    page = open_page("")
    field(page).press_sequentially("session_state")
    expect(page.locator(".md-search-result__meta[role=status]")).to_have_text(re.compile(r"matching document"))


def test_on_a_phone_a_button_opens_and_another_closes(open_page) -> None:
    page = open_page(SESSION_STATE, width=390, height=844)
    expect(field(page)).not_to_be_visible()
    page.get_by_role("button", name="Search", exact=True).click()
    expect(field(page)).to_be_focused()
    field(page).press_sequentially("query_params")
    expect(results(page).first).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(field(page)).not_to_be_visible()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


def test_clear_empties_the_field(open_page) -> None:
    page = open_page("")
    field(page).press_sequentially("cache")
    page.get_by_role("button", name="Clear search").click()
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
