"""On a phone: the drawer, the table of contents, and nothing that sticks out."""

from __future__ import annotations

import pytest
from addresses import SESSION_STATE, TEXT_ELEMENTS
from pages import all_pages
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}


def drawer(page: Page):
    return page.get_by_role("navigation", name="Documentation")


def menu(page: Page):
    return page.get_by_role("button", name="Menu")


def test_the_drawer_opens_and_closes_on_esc(open_page) -> None:
    page = open_page(SESSION_STATE, **PHONE)
    expect(drawer(page)).not_to_be_visible()
    menu(page).click()
    expect(drawer(page)).to_be_visible()
    expect(drawer(page).locator("[aria-current=page]")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(drawer(page)).not_to_be_visible()
    expect(menu(page)).to_be_focused()


def test_the_drawer_works_by_keyboard(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, **PHONE)
    menu(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-nav') !== null"), "focus goes into the drawer next"


def test_the_drawer_closes_on_a_tap_beside_it_and_by_its_button(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, **PHONE)
    menu(page).click()
    page.mouse.click(380, 500)
    expect(drawer(page)).not_to_be_visible()
    menu(page).click()
    page.get_by_role("button", name="Close menu").click()
    expect(drawer(page)).not_to_be_visible()


def test_the_drawer_closes_when_a_link_is_followed(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, **PHONE)
    menu(page).click()
    drawer(page).get_by_role("link", name="Data elements").click()
    page.wait_for_url("**/data/")
    expect(drawer(page)).not_to_be_visible()
    page.go_back()
    expect(drawer(page)).not_to_be_visible()


def test_the_drawer_closes_on_a_link_to_this_very_page(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, **PHONE)
    menu(page).click()
    drawer(page).get_by_role("link", name="Text elements").click()
    expect(drawer(page)).not_to_be_visible()


def test_the_table_of_contents_is_reachable(open_page) -> None:
    page = open_page(SESSION_STATE, **PHONE)
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents).not_to_be_visible()
    page.get_by_role("button", name="On this page").click()
    expect(contents).to_be_visible()
    contents.get_by_role("link", name="Callbacks").click()
    expect(contents).not_to_be_visible()
    heading = page.get_by_role("heading", name="Callbacks")
    expect(heading).to_be_in_viewport()
    top = heading.bounding_box()["y"]
    bar = page.locator(".page-toc-bar").bounding_box()
    assert top >= bar["y"] + bar["height"], "the bar does not cover the heading"


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways(new_context, width: int) -> None:
    page = new_context(viewport={"width": width, "height": 844}).new_page()
    wide = []
    for url in [page.url for page in all_pages()]:
        page.goto(url)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            wide.append((url, overflow))
    assert wide == []
