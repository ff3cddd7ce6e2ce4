"""The sidebar: groups that open in place, by mouse and keyboard. (Its content: test_built_site.py.)"""

from __future__ import annotations

import pytest
from addresses import SESSION_STATE, TEXT_ELEMENTS
from playwright.sync_api import Page, expect


def toggle(page: Page, group: str):
    return page.get_by_role("button", name=f"Pages in {group}")


def test_a_group_opens_and_closes_in_place(open_page) -> None:
    page = open_page(TEXT_ELEMENTS)
    address = page.url
    link = page.get_by_role("navigation", name="Documentation").get_by_role("link", name="st.session_state")
    expect(toggle(page, "Caching & state")).to_have_attribute("aria-expanded", "false")
    expect(link).not_to_be_visible()
    toggle(page, "Caching & state").click()
    expect(toggle(page, "Caching & state")).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    toggle(page, "Caching & state").click()
    expect(link).not_to_be_visible()
    assert page.url == address


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_group_opens_by_keyboard(open_page, key: str) -> None:
    page = open_page(TEXT_ELEMENTS)
    toggle(page, "Caching & state").focus()
    page.keyboard.press(key)
    expect(toggle(page, "Caching & state")).to_have_attribute("aria-expanded", "true")
    expect(toggle(page, "Caching & state")).to_be_focused()
    expect(
        page.get_by_role("navigation", name="Documentation").get_by_role("link", name="st.cache_data")
    ).to_be_visible()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "st.cache_data", "the pages of the group come next; headings take no focus"


def test_the_button_controls_the_list_it_names(open_page) -> None:
    page = open_page(TEXT_ELEMENTS)
    for button in page.locator(".site-nav__toggle").all():
        assert page.locator(f"[id='{button.get_attribute('aria-controls')}']").count() == 1


def test_the_pages_of_a_group_elsewhere_lead_there(open_page) -> None:
    """They come from another document, and their addresses are right in this one."""
    page = open_page("deploy/snowflake/")
    toggle(page, "API reference").click()
    toggle(page, "Caching & state").click()
    nav = page.get_by_role("navigation", name="Documentation")
    expect(nav.locator("[aria-current]")).to_have_count(1)
    nav.get_by_role("link", name="st.session_state").click()
    page.wait_for_url("**/develop/api-reference/caching-and-state/st.session_state/")


def test_a_group_that_cannot_be_loaded_leads_to_its_page(open_page) -> None:
    page = open_page(TEXT_ELEMENTS)
    page.route("**/sidebar.html", lambda route: route.abort())
    toggle(page, "Caching & state").click()
    page.wait_for_url("**/caching-and-state/")


def test_the_label_of_a_group_leads_to_its_page(open_page) -> None:
    page = open_page(TEXT_ELEMENTS)
    page.get_by_role("navigation", name="Documentation").get_by_role("link", name="Caching & state").click()
    page.wait_for_url("**/caching-and-state/")


def test_categories_are_always_open_one_level(open_page) -> None:
    page = open_page("knowledge-base/")
    nav = page.get_by_role("navigation", name="Documentation")
    for label in ("Installation", "Concepts", "Snowflake", "FAQ"):
        expect(nav.get_by_role("link", name=label, exact=True).first).to_be_visible()


def test_headings_are_no_links_and_open_nothing(open_page) -> None:
    page = open_page(TEXT_ELEMENTS)
    for text in ("PAGE ELEMENTS", "APPLICATION LOGIC", "TOOLS"):
        heading = page.locator(".site-nav__heading", has_text=text)
        expect(heading).to_be_visible()
        assert heading.locator("a, button, [tabindex]").count() == 0


def test_the_current_page_is_marked_and_in_view(open_page) -> None:
    page = open_page(SESSION_STATE, height=600)
    current = page.get_by_role("navigation", name="Documentation").locator("[aria-current=page]")
    expect(current).to_have_text("st.session_state")
    expect(current).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0, "the page itself stays where it is"


def test_tiles_have_the_sections_colors(open_page) -> None:
    page = open_page("")
    colors = page.locator(".section-tile").evaluate_all("tiles => tiles.map(t => getComputedStyle(t).backgroundColor)")
    assert colors == ["rgb(255, 164, 33)", "rgb(128, 61, 245)", "rgb(0, 192, 242)", "rgb(28, 131, 225)"]
