"""axe finds nothing on any page, in either scheme, at 1440 and 390 px, the banner open and answered."""

from __future__ import annotations

import os

import pytest
from answers import REJECTED
from axe_playwright_python.sync_playwright import Axe
from overflow import overflow
from pages import all_pages
from playwright.sync_api import Page

URLS = [page.url for page in all_pages()]
INDEXES = [page.url for page in all_pages() if page.path.endswith("index.md")]
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # do not describe what passes: a third of the time
    "preload": False,
}

COLOR_RULES = ["color-contrast", "link-in-text-block"]

# Rule and reason; there are none so far.
EXCEPTIONS: dict[str, str] = {}


def violations(page: Page, *excluded: str, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the page, but for the parts that the selectors name; by all rules, or by some."""
    context = {"exclude": [[selector] for selector in excluded]} if excluded else None
    options = {**OPTIONS, "runOnly": {"type": "rule", "values": rules}} if rules else OPTIONS
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} ({node['failureSummary'][:160]})"
        for rule in found
        if rule["id"] not in EXCEPTIONS
        for node in rule["nodes"]
    ]


# Only then do scripts know which tables and blocks are too wide, and make them scroll by keyboard.
RENDERED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

EVERY_PAIR = bool(os.environ.get("EVERY_PAIR"))
PARTS = 8  # so that the work can be shared


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page(new_context, part: int) -> None:
    """Every page light and wide, and dark and narrow; the other two pairs, which differ in colors only, on those that differ most.

    EVERY_PAIR=1 in the environment runs them on every page; it takes twice the time.
    """
    page = new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce").new_page()
    page.add_init_script(REJECTED)
    found = {}
    for url in [*URLS, "no-such-page/"][part::PARTS]:
        # Sidebar and code blocks are the same everywhere, and half of the time: the index pages stand for them.
        excluded = () if url in INDEXES else ("#site-nav", "pre")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(url)
        problems = violations(page, *excluded)
        colors_again = url in INDEXES or EVERY_PAIR
        page.emulate_media(color_scheme="dark")
        if colors_again:
            problems += violations(page, *excluded, rules=COLOR_RULES)
        page.set_viewport_size({"width": 390, "height": 844})
        wider = overflow(page)
        assert wider <= 0, f"{url} scrolls sideways by {wider} px"
        page.evaluate(RENDERED)
        problems += violations(page, *excluded)
        if colors_again:
            page.emulate_media(color_scheme="light")
            problems += violations(page, *excluded, rules=COLOR_RULES)
        if problems:
            found[url] = problems
    assert found == {}


STATES = {
    "banner": lambda page: None,
    "cookie settings": lambda page: page.locator("#consent [data-consent=settings]").click(),
    "search": lambda page: (page.keyboard.press("Control+k"), page.keyboard.type("cache"), page.wait_for_timeout(500)),
}
PHONE_STATES = {
    "drawer": lambda page: page.get_by_role("button", name="Menu").click(),
    "contents": lambda page: page.get_by_role("button", name="On this page").click(),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("state", "width"), [*((s, w) for s in STATES for w in (1440, 390)), *((s, 390) for s in PHONE_STATES)]
)
def test_what_opens(new_context, state: str, width: int, scheme: str) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": width, "height": 900}).new_page()
    page.goto("develop/api-reference/caching-and-state/st.session_state/")
    {**STATES, **PHONE_STATES}[state](page)
    assert violations(page) == []
