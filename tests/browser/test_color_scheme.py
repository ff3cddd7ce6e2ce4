"""The color scheme: follows the system, can be chosen, is remembered, and never flashes the wrong one."""

from __future__ import annotations

import pytest
from addresses import SESSION_STATE
from answers import MADE_AHEAD
from playwright.sync_api import Page, expect

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(14, 17, 23)"
STORED = "localStorage.getItem('streamlit-docs.color-scheme')"


def background(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def button(page: Page):
    return page.locator("#color-scheme")


@pytest.mark.parametrize(("system", "color"), [("light", LIGHT), ("dark", DARK)])
def test_follows_the_system_and_stores_nothing(open_page, system: str, color: str) -> None:
    page = open_page(SESSION_STATE, color_scheme=system)
    assert background(page) == color
    assert page.evaluate(STORED) is None


def test_follows_the_system_when_it_changes(open_page) -> None:
    page = open_page(SESSION_STATE, color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert background(page) == DARK
    expect(button(page)).to_have_accessible_name("Change to light mode")


def test_the_button_goes_round_and_says_what_comes_next(open_page) -> None:
    page = open_page(SESSION_STATE, color_scheme="light")
    expect(page.get_by_role("button", name="Change to dark mode")).to_be_visible()
    button(page).click()
    assert background(page) == DARK
    expect(button(page)).to_have_accessible_name("Change to light mode")
    button(page).click()
    assert background(page) == LIGHT
    expect(button(page)).to_have_accessible_name("Follow the system's color scheme")
    assert page.evaluate(STORED) == "default"
    button(page).click()
    assert page.evaluate(STORED) is None, "following the system is the absence of a choice"


def test_the_first_press_changes_something_in_a_dark_system_too(open_page) -> None:
    page = open_page(SESSION_STATE, color_scheme="dark")
    expect(button(page)).to_have_accessible_name("Change to light mode")
    button(page).click()
    assert background(page) == LIGHT


def test_a_choice_is_remembered_on_other_pages_and_after_a_reload(open_page) -> None:
    page = open_page(SESSION_STATE, color_scheme="light")
    button(page).click()
    page.goto("deploy/")
    assert background(page) == DARK
    page.reload()
    assert background(page) == DARK


def test_a_choice_reaches_other_tabs(open_page) -> None:
    page = open_page(SESSION_STATE, color_scheme="light")
    other = page.context.new_page()
    other.goto("deploy/")
    button(page).click()
    expect(other.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_choice_reaches_a_page_that_was_made_ahead(new_context) -> None:
    page = new_context(color_scheme="light").new_page()
    page.add_init_script(MADE_AHEAD)
    page.goto(SESSION_STATE)
    page.evaluate("localStorage.setItem('streamlit-docs.color-scheme', 'slate')")  # no event: storage is the page's own
    assert background(page) == LIGHT
    page.evaluate("arrive()")
    assert background(page) == DARK


def test_no_flash_of_the_wrong_scheme(open_page) -> None:
    """Even if no script file ever arrives, the first paint has the chosen scheme."""
    page = open_page(SESSION_STATE, color_scheme="light")
    button(page).click()
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    assert background(page) == DARK
    scheme = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
    assert scheme == "dark", "scroll bars and form controls follow"


@pytest.mark.parametrize(
    "breakage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "localStorage.setItem('streamlit-docs.color-scheme', '{garbage'); localStorage.setItem('/streamlit-docs/.__palette', '{')",
    ],
    ids=["blocked", "full", "garbage"],
)
def test_works_without_storage(new_context, breakage: str) -> None:
    context = new_context(color_scheme="light")
    context.add_init_script(f"try {{ {breakage} }} catch {{}}")
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(SESSION_STATE)
    button(page).click()
    assert background(page) == DARK
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search the documentation")).to_be_focused()
    assert errors == []
