"""Without JavaScript, everything but search, the color switch and consent works."""

from __future__ import annotations

import pytest
from addresses import CACHE_DATA, SESSION_STATE
from playwright.sync_api import expect
from tree import sidebar


@pytest.fixture
def open_plain(open_page):
    return lambda url, **options: open_page(url, java_script_enabled=False, answered=False, **options)


def test_the_whole_sidebar_is_open(open_plain) -> None:
    """In a frame, at the line of the page; a link in it leads the whole window there."""
    page = open_plain("deploy/snowflake/")
    nav = page.frame_locator("iframe[title='All pages']").get_by_role("navigation", name="Documentation")
    links = nav.get_by_role("link")
    expect(links).to_have_count(sum(bool(entry.url) for entry in sidebar()))
    assert all(link.is_visible() for link in links.all())
    expect(nav.get_by_role("button")).to_have_count(0)
    expect(nav.get_by_role("link", name="Snowflake", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Documentation")).to_have_count(0)
    assert page.evaluate("scrollY") == 0, "the frame scrolls to its line, and the page stays where it is"
    nav.get_by_role("link", name="st.session_state").click()
    page.wait_for_url("**/st.session_state/")


def test_the_drawer_opens_on_a_phone(open_plain) -> None:
    page = open_plain("deploy/", width=390, height=844)
    page.get_by_role("button", name="Menu").click()
    page.frame_locator("iframe[title='All pages']").get_by_role("link", name="st.session_state").click()
    page.wait_for_url("**/st.session_state/")


def test_the_table_of_contents_opens_on_a_phone(open_plain) -> None:
    page = open_plain(SESSION_STATE, width=390, height=844)
    page.get_by_role("button", name="On this page").click()
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()


def test_content_code_and_steps_are_there(open_plain) -> None:
    page = open_plain(CACHE_DATA)
    expect(page.get_by_role("heading", level=1)).to_have_text("st.cache_data¶")
    assert page.locator(".highlight span[class]").count() > 50, "code is highlighted at build time"
    expect(page.get_by_role("navigation", name="Breadcrumbs")).to_be_visible()
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    page.get_by_role("link", name="Next st.cache_resource").click()
    page.wait_for_url("**/st.cache_resource/")


def test_nothing_is_offered_that_cannot_work(open_plain) -> None:
    page = open_plain(SESSION_STATE)
    expect(page.locator("#color-scheme")).not_to_be_visible()
    expect(page.get_by_role("combobox", name="Search the documentation")).not_to_be_visible()
    expect(page.locator("#consent")).not_to_be_visible()
    expect(page.get_by_role("button", name="Cookie settings")).not_to_be_visible()


def test_the_system_scheme_is_followed(open_plain) -> None:
    page = open_plain(SESSION_STATE, color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(14, 17, 23)")
