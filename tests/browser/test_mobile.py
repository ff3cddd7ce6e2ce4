"""On a phone: the drawer, the table of contents, and nothing that sticks out."""

from __future__ import annotations

import chromium
from addresses import SESSION_STATE, TEXT_ELEMENTS
from overflow import wide_pages
from playwright.sync_api import Browser, Page, expect

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


def test_no_page_scrolls_sideways(new_context) -> None:
    assert wide_pages(new_context(viewport=PHONE).new_page()) == {}


def test_no_page_scrolls_sideways_beside_a_scroll_bar(browser: Browser, site_url: str) -> None:
    """In a narrow window on a desktop, the scroll bar takes its part of the width; `100vw` counts it."""
    with_bars = browser.browser_type.launch(
        executable_path=chromium.find(), args=chromium.ARGUMENTS, ignore_default_args=["--hide-scrollbars"]
    )
    try:
        page = with_bars.new_page(viewport=PHONE, base_url=site_url)
        page.goto("")
        assert page.evaluate("innerWidth > document.documentElement.clientWidth"), "there is no scroll bar"
        assert wide_pages(page) == {}
    finally:
        with_bars.close()
