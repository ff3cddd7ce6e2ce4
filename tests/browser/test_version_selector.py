"""Versions side by side: the selector in the header, the notice on pages of older versions, and addresses without one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import pytest
from answers import REJECTED
from axe_playwright_python.sync_playwright import Axe
from overflow import overflow
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture(scope="module")
def root(versions_site: Path) -> Iterator[str]:
    """The address above those of the versions, with a slash at its end."""
    server = built.serve(versions_site)
    yield f"http://127.0.0.1:{server.server_port}{built.SUB_PATH}"
    server.shutdown()


@pytest.fixture
def open_version(browser: Browser, root: str) -> Iterator[Callable[..., Page]]:
    """Opens an address below the root; `prepare` sees the page first. What the console says is in `page.said`."""
    contexts = []

    def open_(
        path: str, *, prepare: Callable[[Page], object] = lambda page: None, width: int = 1440, **options: object
    ) -> Page:
        context = browser.new_context(base_url=root, viewport={"width": width, "height": 844}, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(REJECTED)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        prepare(page)
        page.goto(path, wait_until="networkidle")
        return page

    yield open_
    for context in contexts:
        context.close()


def selector(page: Page) -> Locator:
    return page.get_by_role("banner").locator("details")


def choose(page: Page, version: str) -> None:
    selector(page).locator("summary").click()
    selector(page).get_by_role("link", name=re.compile(rf"^{re.escape(version)}\b")).click()


def notice(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="see ")


def test_it_lists_the_versions_latest_first(open_version) -> None:
    page = open_version("1.66/develop/")
    expect(selector(page).locator("summary")).to_have_text("Version 1.66")
    selector(page).locator("summary").click()
    expect(selector(page).get_by_role("link")).to_have_text(["1.67 latest", "1.66", "1.65"])
    expect(selector(page).locator("[aria-current]")).to_have_text("1.66")


def test_choosing_one_opens_the_same_page_there(open_version, root: str) -> None:
    page = open_version("1.67/develop/#section")
    choose(page, "1.65")
    page.wait_for_url(f"{root}1.65/develop/#section")
    expect(page.get_by_role("article")).to_contain_text("Written for 1.65.")
    choose(page, "1.67")
    page.wait_for_url(f"{root}1.67/develop/#section")
    expect(page.get_by_role("article")).to_contain_text("Written for 1.67.")


def test_a_page_that_is_not_there_opens_the_home_page(open_version, root: str) -> None:
    page = open_version("1.67/develop/new/")
    choose(page, "1.65")
    page.wait_for_url(f"{root}1.65/")
    expect(page.get_by_role("article")).to_contain_text("Written for 1.65.")


def test_the_home_page_leads_to_the_home_page(open_version, root: str) -> None:
    page = open_version("1.67/")
    choose(page, "1.66")
    page.wait_for_url(f"{root}1.66/")


def test_a_sitemap_that_cannot_be_read_opens_the_home_page(open_version, root: str) -> None:
    page = open_version("1.67/develop/", prepare=lambda page: page.route("**/sitemap.xml", lambda route: route.abort()))
    choose(page, "1.66")
    page.wait_for_url(f"{root}1.66/")


def test_an_older_page_leads_to_the_latest(open_version, root: str) -> None:
    page = open_version("1.65/develop/#section")
    expect(notice(page)).to_have_text("Not the latest version: see this page for 1.67")
    notice(page).get_by_role("link").click()
    page.wait_for_url(f"{root}1.67/develop/#section")
    expect(selector(page)).to_be_visible()
    expect(notice(page)).to_have_count(0)


def test_an_older_page_that_the_latest_lacks_leads_to_its_home_page(open_version, root: str) -> None:
    page = open_version("1.66/develop/removed/")
    expect(notice(page)).to_have_text("Not the latest version: see the home page for 1.67")
    notice(page).get_by_role("link").click()
    page.wait_for_url(f"{root}1.67/")


@pytest.mark.parametrize("path", ["", "latest/"])
def test_the_root_and_the_alias_lead_to_the_latest(path: str, open_version, root: str) -> None:
    page = open_version(path)
    page.wait_for_url(f"{root}1.67/")
    page.goto("latest/develop/new/#section")
    page.wait_for_url(f"{root}1.67/develop/new/#section")


@pytest.mark.parametrize("path", ["1.65/develop/new/", "develop/new/", "develop/new"])
def test_an_address_that_only_the_latest_has_leads_there(path: str, open_version, root: str) -> None:
    """Of a version that lacks the page, and from before there were versions."""
    page = open_version(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(notice(page)).to_have_text("Found elsewhere: see this page for 1.67")
    notice(page).get_by_role("link").click()
    page.wait_for_url(f"{root}1.67/develop/new/")


@pytest.mark.parametrize("path", ["1.66/nowhere/", "1.67/nowhere/", "nowhere/", "latest/nowhere/"])
def test_an_address_of_nothing_is_the_404_page_of_the_latest(path: str, open_version, root: str) -> None:
    page = open_version(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(selector(page).locator("summary")).to_have_text("Version 1.67")
    expect(notice(page)).to_have_count(0)
    choose(page, "1.66")
    page.wait_for_url(f"{root}1.66/")


def listing(*versions: dict) -> Callable[[Page], None]:
    """Answers with another list of versions."""
    return lambda page: page.route("**/versions.json", lambda route: route.fulfill(body=json.dumps(versions)))


def entry(version: str, **more: object) -> dict:
    return {"version": version, "title": version, "aliases": [], **more}


@pytest.mark.parametrize(
    "prepare",
    [
        listing(entry("1.66", aliases=["latest"])),
        listing(entry("1.67", aliases=["latest"]), entry("1.65")),
        lambda page: page.route("**/versions.json", lambda route: route.abort()),
    ],
    ids=["one version", "not this one", "no list"],
)
def test_without_a_choice_nothing_is_offered(prepare, open_version) -> None:
    page = open_version("1.66/develop/", prepare=prepare)
    expect(selector(page)).not_to_be_visible()
    expect(notice(page)).to_have_count(0)
    assert [words for words in page.said if "ERR_FAILED" not in words] == []


def test_without_a_latest_version_there_is_no_notice(open_version) -> None:
    page = open_version("1.66/develop/", prepare=listing(entry("1.67"), entry("1.66")))
    expect(selector(page)).to_be_visible()
    expect(notice(page)).to_have_count(0)
    assert page.said == []


def test_a_hidden_version_is_offered_only_where_one_is(open_version) -> None:
    hide = listing(
        entry("1.67", title="1.67 (new)", aliases=["latest"]), entry("1.66"), entry("1.65", properties={"hidden": True})
    )
    page = open_version("1.67/", prepare=hide)
    expect(selector(page).locator("summary")).to_have_text("Version 1.67 (new)")
    expect(selector(page).locator("a")).to_have_text(["1.67 (new) latest", "1.66"])
    page.goto("1.65/")
    expect(selector(page).locator("a")).to_have_text(["1.67 (new) latest", "1.66", "1.65"])


def test_by_keyboard(open_version, root: str) -> None:
    page = open_version("1.66/develop/")
    summary, links = selector(page).locator("summary"), selector(page).get_by_role("link")
    page.get_by_role("link", name="Documentation home").focus()
    page.keyboard.press("Tab")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(links.first).not_to_be_visible()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}1.65/develop/")


def test_it_closes_when_the_reader_goes_elsewhere(open_version) -> None:
    page = open_version("1.67/")
    first = selector(page).get_by_role("link").first
    for leave in (lambda: page.mouse.click(700, 600), lambda: page.get_by_role("combobox").focus()):
        selector(page).locator("summary").click()
        expect(first).to_be_visible()
        leave()
        expect(first).not_to_be_visible()


WATCH = """
  window.shifts = []
  window.blocked = []
  new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => [e.value, e.sources.map(s => s.node?.outerHTML?.slice(0, 80))])))
    .observe({ type: "layout-shift", buffered: true })
  addEventListener("securitypolicyviolation", event => blocked.push(event.blockedURI + " " + event.violatedDirective))
"""


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
@pytest.mark.parametrize("path", ["1.67/develop/", "1.66/develop/", "develop/"])
def test_nothing_moves_when_they_come(path: str, width: int, open_version) -> None:
    """They come late here: Cumulative Layout Shift is 0 nevertheless. Nothing is blocked, and nothing sticks out."""

    def slow(page: Page) -> None:
        page.add_init_script(WATCH)
        for name in ("versions.json", "sitemap.xml"):
            page.route(f"**/{name}", lambda route: (page.wait_for_timeout(700), route.continue_()))

    page = open_version(path, prepare=slow, width=width)
    expect(selector(page)).to_be_visible()
    if not path.startswith("1.67"):
        expect(notice(page)).to_be_visible()
        box = {"x": 0, "y": 0, "width": width, "height": 24}
        assert notice(page).bounding_box() == box, "one line, which fits above the logo"
        assert page.locator(".site-logo").bounding_box()["y"] >= 24
    assert page.evaluate("shifts") == []
    assert page.evaluate("blocked") == []
    assert overflow(page) <= 0


def test_only_what_is_needed_is_asked_for(open_version, root: str) -> None:
    """On the latest version's pages the list; on others that version's sitemap too; nothing that is not there."""
    asked: list[str] = []
    record = lambda page: page.on("request", lambda request: asked.append(request.url.removeprefix(root)))  # noqa: E731
    page = open_version("1.67/develop/", prepare=record)
    assert [url for url in asked if url.endswith(("versions.json", "sitemap.xml"))] == ["versions.json"]
    assert page.said == []
    asked.clear()
    page.goto("1.66/develop/removed/", wait_until="networkidle")
    assert [url for url in asked if url.endswith(("versions.json", "sitemap.xml"))] == [
        "versions.json",
        "1.67/sitemap.xml",
    ]
    choose(page, "1.67")
    page.wait_for_url("**/1.67/")
    assert page.said == []


def test_a_plain_site_asks_for_nothing(open_page) -> None:
    asked: list[str] = []
    page = open_page("deploy/")
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert asked
    assert [url for url in asked if "versions" in url or "sitemap" in url] == []
    expect(selector(page)).to_have_count(0)


def test_without_javascript_nothing_is_offered(open_version) -> None:
    page = open_version("1.66/develop/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Documentation home")).to_be_visible()
    expect(selector(page)).not_to_be_visible()
    expect(notice(page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_accessibility(width: int, scheme: str, open_version) -> None:
    page = open_version("1.66/develop/", width=width, color_scheme=scheme)
    expect(notice(page)).to_be_visible()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for part in ("html", "header"):  # the open list covers half of a button behind it
        found = Axe().run(page, context=part, options={"runOnly": rules}).response["violations"]
        assert [(rule["id"], node["html"], node["failureSummary"]) for rule in found for node in rule["nodes"]] == []
        selector(page).locator("summary").click()
