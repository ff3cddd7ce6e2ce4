"""By keyboard alone: from home to an example that is copied, and to the cookie settings."""

from __future__ import annotations

from addresses import SESSION_STATE
from playwright.sync_api import Page, expect


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.innerText || document.activeElement.ariaLabel || document.activeElement.id"
    )


def has_visible_focus(page: Page) -> bool:
    return page.evaluate("""() => {
        const style = getComputedStyle(document.activeElement)
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    }""")


def tab_to(page: Page, words: str, limit: int = 150) -> None:
    """Press Tab until the focused element has the words."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"no {words!r} within {limit} presses of Tab")


def test_skip_link_comes_first_and_leads_to_the_content(open_page) -> None:
    page = open_page(SESSION_STATE)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main article') !== null")


def test_focus_is_visible_on_every_stop(open_page) -> None:
    page = open_page("")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        # The search field shows its focus by the line below its form.
        if not has_visible_focus(page) and not page.evaluate("document.activeElement.matches('#search-input')"):
            unseen.append(focused(page))
    assert unseen == []


def test_from_home_to_a_copied_example_and_the_cookie_settings(open_page) -> None:
    page = open_page("", permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("Control+k")
    page.keyboard.type("session_state")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/st.session_state/**")
    tab_to(page, "Copy to clipboard")
    page.keyboard.press("Enter")
    assert "import streamlit as st" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("link", name="Privacy policy").focus()
    tab_to(page, "Cookie settings", limit=2)
    page.keyboard.press("Enter")
    expect(page.locator("#consent")).to_be_focused()
    tab_to(page, "consent-video", limit=10)
    page.keyboard.press("Space")
    tab_to(page, "Save my choice", limit=10)
    page.keyboard.press("Enter")
    expect(page.locator("#consent")).not_to_be_visible()
    assert '"video":true' in page.evaluate("localStorage.getItem('streamlit-docs.consent')")


def test_long_code_scrolls_by_keyboard(open_page) -> None:
    page = open_page(SESSION_STATE, width=390, height=844)
    code = page.locator("pre > code").filter(has_text="six.button(")
    code.scroll_into_view_if_needed()
    expect(code).to_have_attribute("tabindex", "0")
    code.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("code => code.scrollLeft > 0", arg=code.element_handle())


def test_letters_do_not_trigger_anything(open_page) -> None:
    """Single letters belong to assistive technology and to speech input (WCAG 2.1.4)."""
    page = open_page(SESSION_STATE)
    address = page.url
    for key in ("f", "s", "p", "n", ",", "."):
        page.keyboard.press(key)
    expect(page.get_by_role("combobox", name="Search the documentation")).not_to_be_focused()
    page.wait_for_timeout(200)
    assert page.url == address
