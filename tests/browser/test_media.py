"""Where the system or the paper decides: print, forced colors, four times the size, reduced motion."""

from __future__ import annotations

import pytest
from addresses import SESSION_STATE
from overflow import wide_pages
from playwright.sync_api import expect

FURNITURE = (
    ".site-header, .site-sidebar, .page-toc, .page-top, .page-steps, .questions, .consent, .copy-button, .example__try"
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_without_furniture_black_on_white(open_page, scheme: str) -> None:
    page = open_page(SESSION_STATE, color_scheme=scheme, answered=False, width=794, height=1123)
    page.emulate_media(media="print")
    assert page.locator(f":is({FURNITURE}):visible").count() == 0
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("article .highlight > pre").first).to_have_css("background-color", "rgb(245, 247, 249)")
    cut_off = page.locator("pre > code, table").evaluate_all(
        "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.innerText.slice(0, 80))"
    )
    assert cut_off == []
    pictures = page.locator("article img:visible").evaluate_all("images => images.map(image => image.className)")
    assert pictures
    assert set(pictures) == {"picture--light"}


def test_icons_are_there_in_forced_colors(open_page) -> None:
    """They are drawn by their background, which the system takes away unless its color is the system's own."""
    page = open_page(SESSION_STATE, forced_colors="active")
    invisible = page.evaluate("""() => {
        const canvas = getComputedStyle(document.body).backgroundColor
        const drawn = [...document.querySelectorAll("body *")].flatMap(element =>
            [null, "::before", "::after"].map(pseudo => [element, pseudo, getComputedStyle(element, pseudo)]))
        return drawn
            .filter(([element, pseudo, style]) => element.checkVisibility() && style.maskImage !== "none"
                && (!pseudo || style.content !== "none") && [canvas, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor))
            .map(([element, pseudo]) => `${element.outerHTML.slice(0, 90)}${pseudo ?? ""}`)
    }""")
    assert invisible == []


def test_nothing_is_lost_at_four_times_the_size(open_page) -> None:
    """1280 px wide at 400 % are 320 (https://www.w3.org/TR/WCAG22/#reflow): only code and tables scroll sideways."""
    page = open_page("", width=320, height=640)
    assert wide_pages(page) == {}
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Documentation")).to_be_in_viewport()


def test_nothing_moves_for_those_who_ask(open_page) -> None:
    page = open_page(SESSION_STATE, reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll("body *")]
        .filter(element => { const style = getComputedStyle(element)
          return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0 || style.scrollBehavior === "smooth" })
        .map(element => element.outerHTML.slice(0, 90))""")
    assert moving == []


def test_the_next_page_is_made_before_the_click(open_page) -> None:
    """Chromium makes no page ahead for one that is debugged, as this is; then it fetches it at least."""
    page = open_page(SESSION_STATE)
    link = page.locator(".page-steps__next")
    cdp = page.context.new_cdp_session(page)
    states: list[tuple[str, str, str, str | None]] = []

    def note(event: dict) -> None:
        states.append((event["key"]["url"], event["key"]["action"], event["status"], event.get("prerenderStatus")))

    cdp.on("Preload.prerenderStatusUpdated", note)
    cdp.on("Preload.prefetchStatusUpdated", note)
    cdp.send("Preload.enable")
    address = link.evaluate("link => link.href")
    link.hover()
    for _ in range(100):
        page.wait_for_timeout(100)
        if (address, "Prefetch", "Ready", None) in states:
            break
    assert (address, "Prerender", "Failure", "PrerenderingDisabledByDevTools") in states, states
    assert (address, "Prefetch", "Ready", None) in states, states
    link.click()
    page.wait_for_load_state()
    assert page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"
