"""Cookie consent: asks, keeps the answer for 180 days, and until then nothing is stored or loaded from others."""

from __future__ import annotations

import json
from pathlib import Path

import built
import pytest
from addresses import SESSION_STATE
from answers import MADE_AHEAD
from playwright.sync_api import BrowserContext, Page, expect

KEY = "streamlit-docs.consent"
DAY = 24 * 60 * 60 * 1000


def banner(page: Page):
    return page.get_by_role("dialog", name="Hello there 👋")


def press(page: Page, name: str) -> None:
    banner(page).get_by_role("button", name=name).click()


def stored(page: Page) -> dict | None:
    value = page.evaluate(f"localStorage.getItem('{KEY}')")
    return value and json.loads(value)


def everything_stored(page: Page) -> list:
    kept = page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"
    )
    return kept + page.context.cookies()


def third_parties(context: BrowserContext) -> list[str]:
    """Collects the addresses on other hosts that the context's pages ask for; answers them with nothing."""
    asked: list[str] = []

    def handle(route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="")

    context.route(lambda url: "127.0.0.1" not in url, handle)
    return asked


def test_says_what_accepting_means_and_where_to_read_more(open_page) -> None:
    page = open_page(SESSION_STATE, answered=False)
    expect(banner(page)).to_be_visible()
    text = banner(page).inner_text()
    assert "Thanks" in text
    assert "By clicking “Accept all” you agree" in text
    banner(page).get_by_role("link", name="privacy policy").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Privacy policy")


def test_nothing_is_stored_or_loaded_before_an_answer(new_context) -> None:
    context = new_context()
    asked = third_parties(context)
    page = context.new_page()
    for url in (SESSION_STATE, "", "privacy/"):
        page.goto(url)
        page.wait_for_load_state("networkidle")
        page.mouse.wheel(0, 20_000)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Search the documentation").press_sequentially("cache")
    expect(page.get_by_role("option").first).to_be_visible()
    assert everything_stored(page) == []
    assert asked == []


@pytest.mark.parametrize(("name", "value"), [("Reject all", False), ("Accept all", True)])
def test_an_answer_is_kept_and_not_asked_for_again(open_page, name: str, value: bool) -> None:
    page = open_page(SESSION_STATE, answered=False)
    press(page, name)
    expect(banner(page)).not_to_be_visible()
    assert (stored(page)["analytics"], stored(page)["video"]) == (value, value)
    page.goto("deploy/")
    expect(banner(page)).not_to_be_visible()


def test_buttons_weigh_the_same(open_page) -> None:
    page = open_page(SESSION_STATE, answered=False)
    style = "b => { const s = getComputedStyle(b); return [s.color, s.backgroundColor, s.borderColor, s.fontWeight, s.fontSize, b.offsetHeight] }"
    reject, accept = (
        banner(page).get_by_role("button", name=name).evaluate(style) for name in ("Reject all", "Accept all")
    )
    assert reject == accept


def test_settings_have_a_switch_for_each_category_off_until_turned_on(open_page) -> None:
    page = open_page(SESSION_STATE, answered=False)
    expect(banner(page).get_by_role("switch")).to_have_count(0)
    press(page, "Cookie settings")
    expect(banner(page).get_by_role("button", name="Cookie settings")).to_have_attribute("aria-expanded", "true")
    for name in ("Analytics", "Embedded video"):
        expect(banner(page).get_by_role("switch", name=name)).not_to_be_checked()
    banner(page).get_by_role("switch", name="Embedded video").click()
    press(page, "Save my choice")
    assert (stored(page)["analytics"], stored(page)["video"]) == (False, True)


def test_footer_reopens_the_settings_with_the_answer(open_page) -> None:
    page = open_page(SESSION_STATE, answered=False)
    press(page, "Accept all")
    opener = page.get_by_role("contentinfo").get_by_role("button", name="Cookie settings")
    opener.click()
    expect(banner(page)).to_be_focused()
    expect(banner(page).get_by_role("switch", name="Analytics")).to_be_checked()
    page.keyboard.press("Escape")
    expect(banner(page)).not_to_be_visible()
    expect(opener).to_be_focused()
    opener.click()
    press(page, "Reject all")
    assert stored(page)["analytics"] is False
    expect(opener).to_be_focused()


def test_it_is_no_trap(open_page) -> None:
    """A reader may ignore it: focus is not taken, and the page can be read and used."""
    page = open_page(SESSION_STATE, answered=False)
    assert page.evaluate("document.activeElement === document.body")
    assert banner(page).get_attribute("aria-modal") is None
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#consent') !== null"), "it comes early for keyboard users"
    page.get_by_role("link", name="How long a value lives").click()
    expect(banner(page)).to_be_visible()


@pytest.mark.parametrize(("days", "asks"), [(179, False), (181, True), (-1, True)])
def test_the_answer_counts_for_180_days(new_context, days: int, asks: bool) -> None:
    context = new_context()
    answer = f"JSON.stringify({{ analytics: true, video: true, time: Date.now() - {days * DAY} }})"
    context.add_init_script(f"localStorage.setItem('{KEY}', {answer})")
    page = context.new_page()
    page.goto(SESSION_STATE)
    expect(banner(page)).to_be_visible() if asks else expect(banner(page)).not_to_be_visible()


def test_the_color_scheme_survives_every_answer(open_page) -> None:
    page = open_page(SESSION_STATE, answered=False, color_scheme="light")
    page.locator("#color-scheme").click()
    press(page, "Reject all")
    page.reload()
    assert page.evaluate("localStorage.getItem('streamlit-docs.color-scheme')") == "slate"


@pytest.mark.parametrize(
    "breakage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        f"localStorage.setItem('{KEY}', '{{garbage')",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ],
    ids=["blocked", "garbage", "full"],
)
def test_without_storage_it_asks_and_takes_the_answer(new_context, breakage: str) -> None:
    context = new_context()
    context.add_init_script(breakage)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(SESSION_STATE)
    expect(banner(page)).to_be_visible()
    press(page, "Accept all")
    expect(banner(page)).not_to_be_visible()
    assert errors == []


# --- Analytics: only where the publisher set it up --------------------------------


@pytest.fixture(scope="module")
def site_with_analytics(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("analytics")
    done = built.build(folder, f"http://127.0.0.1:8000{built.SUB_PATH}", ANALYTICS_PROPERTY="G-TEST123")
    assert done.returncode == 0, done.stderr
    server = built.serve(folder)
    yield f"http://127.0.0.1:{server.server_port}{built.SUB_PATH}"
    server.shutdown()


def google(asked: list[str]) -> list[str]:
    return [url for url in asked if url.startswith("https://www.googletagmanager.com/")]


def test_without_a_property_there_is_no_analytics(new_context) -> None:
    context = new_context()
    asked = third_parties(context)
    page = context.new_page()
    page.goto(SESSION_STATE)
    press(page, "Cookie settings")
    assert "No analytics is set up" in banner(page).inner_text()
    press(page, "Accept all")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert asked == []


def test_analytics_loads_after_opt_in_only(browser, site_with_analytics: str) -> None:
    context = browser.new_context()
    asked = third_parties(context)
    page = context.new_page()
    page.goto(site_with_analytics + SESSION_STATE)
    page.wait_for_load_state("networkidle")
    assert asked == []
    press(page, "Reject all")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_role("contentinfo").get_by_role("button", name="Cookie settings").click()
    press(page, "Accept all")
    page.wait_for_load_state("networkidle")
    assert google(asked) == ["https://www.googletagmanager.com/gtag/js?id=G-TEST123"]
    page.goto(site_with_analytics)
    page.wait_for_load_state("networkidle")
    assert len(google(asked)) == 2, "and on every page from then on"
    page.get_by_role("contentinfo").get_by_role("button", name="Cookie settings").click()
    with page.expect_navigation():
        press(page, "Reject all")
    page.wait_for_load_state("networkidle")
    assert len(google(asked)) == 2, "withdrawing starts the page again without it"
    context.close()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_page_made_ahead_counts_when_the_reader_comes(browser, site_with_analytics: str, agrees: bool) -> None:
    """And goes by the answer that was given meanwhile."""
    context = browser.new_context()
    asked = third_parties(context)
    page = context.new_page()
    page.goto(site_with_analytics)
    ahead = context.new_page()
    ahead.add_init_script(MADE_AHEAD)
    ahead.goto(site_with_analytics + SESSION_STATE)
    press(page, "Accept all" if agrees else "Reject all")
    page.wait_for_load_state("networkidle")
    before = len(google(asked))
    assert before == agrees
    expect(banner(ahead)).not_to_be_visible()
    ahead.evaluate("arrive()")
    ahead.wait_for_load_state("networkidle")
    expect(banner(ahead)).not_to_be_visible()
    assert len(google(asked)) == before + agrees
    context.close()


def test_a_page_made_ahead_asks_when_the_reader_comes(new_context) -> None:
    page = new_context().new_page()
    page.add_init_script(MADE_AHEAD)
    page.goto(SESSION_STATE)
    expect(banner(page)).not_to_be_visible()
    page.evaluate("arrive()")
    expect(banner(page)).to_be_visible()
