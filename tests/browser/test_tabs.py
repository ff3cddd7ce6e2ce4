"""Tabs in an article: a press or an arrow key switches, and the tab that is shown is marked."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PAGE = "get-started/installation/"
CLEAR = "rgba(0, 0, 0, 0)"


def marked(page: Page) -> list[str]:
    """The labels with a visible line."""
    return [
        label.inner_text()
        for label in page.locator(".tabbed-labels > label").all()
        if label.evaluate("label => getComputedStyle(label).borderBottomColor") != CLEAR
    ]


def test_a_press_shows_the_tab_and_marks_it(open_page) -> None:
    for options in ({}, {"java_script_enabled": False, "answered": False}):
        page = open_page(PAGE, **options)
        labels = page.locator(".tabbed-labels > label").all()
        blocks = page.locator(".tabbed-block")
        assert len(labels) == blocks.count() > 2
        for index, label in enumerate(labels):
            label.click()
            expect(blocks.nth(index)).to_be_visible()
            assert [block.is_visible() for block in blocks.all()].count(True) == 1
            if not options:
                page.wait_for_timeout(300)  # its color changes gradually
                assert marked(page) == [label.inner_text()]


def test_arrow_keys_switch_and_the_focus_is_seen(open_page) -> None:
    page = open_page(PAGE)
    page.locator(".tabbed-set > input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tabbed-block").nth(1)).to_be_visible()
    expect(page.locator(".tabbed-labels")).to_have_css("outline-style", "solid")
