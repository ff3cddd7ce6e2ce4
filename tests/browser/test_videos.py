"""Videos: a link without JavaScript, a button with it; the player is loaded on request and with consent only."""

from __future__ import annotations

from addresses import SESSION_STATE
from playwright.sync_api import Page, expect
from test_consent import third_parties


def play(page: Page):
    return page.get_by_role("button", name="Play video: Session State basics")


def player(page: Page):
    return page.locator("iframe[src^='https://www.youtube-nocookie.com/embed/92jUAXBmZyU']")


def open_with(new_context, video: bool) -> tuple[Page, list[str]]:
    context = new_context()
    answer = f"JSON.stringify({{ analytics: false, video: {str(video).lower()}, time: Date.now() }})"
    context.add_init_script(
        f"localStorage.getItem('streamlit-docs.consent') ?? localStorage.setItem('streamlit-docs.consent', {answer})"
    )
    asked = third_parties(context)
    page = context.new_page()
    page.goto(SESSION_STATE)
    play(page).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == [], "not before the button is pressed"
    return page, asked


def test_with_consent_it_plays_when_pressed(new_context) -> None:
    page, asked = open_with(new_context, video=True)
    play(page).click()
    expect(player(page)).to_be_visible()
    expect(player(page)).to_have_attribute("title", "Session State basics")
    assert asked


def test_without_consent_it_asks_and_can_play_once(new_context) -> None:
    page, asked = open_with(new_context, video=False)
    play(page).click()
    expect(page.get_by_text("Playing this loads YouTube")).to_be_visible()
    assert asked == []
    page.get_by_role("button", name="Play this once").click()
    expect(player(page)).to_be_visible()
    page.reload()
    play(page).click()
    expect(page.get_by_role("button", name="Play this once")).to_be_visible()


def test_always_is_remembered(new_context) -> None:
    page, _ = open_with(new_context, video=False)
    play(page).click()
    page.get_by_role("button", name="Always allow videos").click()
    expect(player(page)).to_be_visible()
    page.reload()
    play(page).click()
    expect(player(page)).to_be_visible()


def test_there_is_a_link_too(new_context) -> None:
    page, _ = open_with(new_context, video=False)
    link = page.get_by_role("link", name="Watch on YouTube")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=92jUAXBmZyU")


def test_without_javascript_it_is_a_link(open_page) -> None:
    page = open_page(SESSION_STATE, java_script_enabled=False)
    expect(page.get_by_role("link", name="Session State basics")).to_be_visible()
