"""Tables: those that are too wide scroll by themselves, also by keyboard, and stay tables for assistive technology."""

from __future__ import annotations

from addresses import SESSION_STATE
from overflow import overflow
from playwright.sync_api import expect


def test_a_wide_table_scrolls_by_keyboard_and_the_page_does_not(open_page) -> None:
    page = open_page("develop/api-reference/widgets/st.button/", width=320, height=700)
    table = page.get_by_role("table").first
    assert table.evaluate("table => table.scrollWidth > table.clientWidth"), "the page has a table that is too wide"
    assert overflow(page) <= 0
    expect(table).to_have_attribute("tabindex", "0")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("table => table.scrollLeft > 0", arg=table.element_handle())


def test_a_table_that_fits_is_no_stop_and_no_wider_than_its_text(open_page) -> None:
    page = open_page(SESSION_STATE, width=1920)
    table = page.get_by_role("table").first
    expect(table).not_to_have_attribute("tabindex", "0")
    assert table.bounding_box()["width"] <= page.get_by_role("article").bounding_box()["width"]


def test_its_parts_keep_their_roles(open_page) -> None:
    page = open_page(SESSION_STATE)
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").all_inner_texts() == ["What happens", "Values you stored"]
    assert table.get_by_role("row").count() > 3
    assert table.get_by_role("cell").count() == 2 * (table.get_by_role("row").count() - 1)
