"""The offline site in the browser: opened from its folder, without a network, and it asks for nothing but its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from addresses import SESSION_STATE, TEXT_ELEMENTS
from listening import listen
from pages import ROOT, all_pages
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from searching import field, results, status

QUESTIONS = yaml.safe_load((ROOT / "tests" / "search_questions.yml").read_text(encoding="utf-8"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(10_000)
    context.set_offline(True)
    yield context
    context.close()


@pytest.fixture
def open_file(context: BrowserContext, offline_site: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page by its file; afterwards, nothing may have been logged, have failed, or been asked for elsewhere."""
    noise = listen(context, (offline_site.as_uri(), "data:", "blob:"), hurried=True)

    def open_(url: str) -> Page:
        page = context.new_page()
        page.goto((offline_site / url / "index.html").as_uri())
        return page

    yield open_
    assert noise == []


def heading(page: Page, name: str = "") -> Locator:
    return page.get_by_role("heading", level=1, name=re.compile(rf"^{re.escape(name)}\W*$") if name else None)


def search_for(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    field(page).press_sequentially(words)
    expect(status(page)).to_have_text(re.compile(r"^\d+ results?$"))


def test_the_home_page_looks_as_it_does_on_a_server(open_file) -> None:
    page = open_file("")
    colors = page.locator(".section-tile").evaluate_all("tiles => tiles.map(t => getComputedStyle(t).backgroundColor)")
    assert colors == ["rgb(255, 164, 33)", "rgb(128, 61, 245)", "rgb(0, 192, 242)", "rgb(28, 131, 225)"]
    sidebar = page.get_by_role("navigation", name="Documentation").bounding_box()
    assert sidebar["x"] + sidebar["width"] < heading(page).bounding_box()["x"]
    picture = page.locator("article img:visible").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_role("button", name="Copy to clipboard").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("This is an offline copy")).to_be_visible()


def test_pages_are_quiet_and_ask_for_nothing(open_file, offline_site: Path) -> None:
    """Every twentieth page, and those with a video and with tabs; scrolled to the end, for what is loaded late."""
    page = open_file("")
    for url in [*[page.url for page in all_pages()][::20], SESSION_STATE, "get-started/installation/"]:
        page.goto((offline_site / url / "index.html").as_uri())
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.get_by_role("navigation", name="Documentation").hover()
        page.wait_for_load_state("networkidle")


def test_one_gets_around(open_file) -> None:
    page = open_file(SESSION_STATE)
    page.get_by_role("navigation", name="Breadcrumbs").get_by_role("link", name="API reference").click()
    expect(heading(page, "API reference")).to_be_visible()
    page.locator(".api-card a").first.click()
    expect(heading(page, "Write and magic")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Next")).click()
    expect(heading(page, "st.write")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Documentation home").click()
    expect(heading(page, "Streamlit documentation")).to_be_visible()
    page.go_back()
    page.locator(".page-toc__link").first.click()
    assert "#" in page.url


def test_search_finds_and_enter_opens(open_file) -> None:
    page = open_file("")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    search_for(page, "session state")
    assert [name for name in loaded if name.endswith(".js")] == ["worker.js"], "when a reader first comes here"
    page.keyboard.press("Enter")
    expect(heading(page, "Session State")).to_be_visible()
    search_for(page, "button on_click")
    expect(results(page).first.locator(".search-result__trail")).to_have_text("Develop / API reference / Input widgets")
    page.keyboard.press("Enter")
    expect(heading(page, "st.button")).to_be_visible()
    expect(page.locator("[id='streamlit.button(on_click)']")).to_be_in_viewport()
    search_for(page, "privacy policy")
    assert results(page).first.get_attribute("href").endswith("/privacy/index.html")


def test_an_enter_before_the_search_is_loaded_waits_for_it(open_file) -> None:
    page = open_file(TEXT_ELEMENTS)
    page.evaluate(
        """() => {
            const input = document.getElementById("search-input")
            input.focus()
            input.value = "cache_data"
            input.dispatchEvent(new Event("input", { bubbles: true }))
            input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }))
        }"""
    )
    expect(heading(page, "st.cache_data")).to_be_visible()


def test_it_finds_what_the_search_on_a_server_finds(open_file) -> None:
    """The same engine in a worker made here; its addresses are files."""
    page = open_file("")
    found = page.evaluate(
        """async questions => {
            const worker = new Worker(new URL("assets/javascripts/search/worker.js", document.baseURI))
            const answers = {}
            const all = new Promise((resolve, reject) => {
                worker.addEventListener("error", () => reject(new Error("the worker could not be started")))
                worker.addEventListener("message", ({ data }) => {
                    if (data.hits) answers[questions[data.id]] = data.hits.map(({ path }) => path)
                    if (Object.keys(answers).length === questions.length) resolve()
                })
            })
            questions.forEach((question, id) => worker.postMessage({ id, question }))
            await all
            worker.terminate()
            return answers
        }""",
        list(QUESTIONS),
    )
    wrong = {
        question: found[question][:3]
        for question, answers in QUESTIONS.items()
        if not {f"{answer}index.html" for answer in answers} & {path.split("#")[0] for path in found[question][:3]}
    }
    assert wrong == {}


def test_a_search_that_cannot_be_loaded_says_so(context: BrowserContext, offline_site: Path) -> None:
    page = context.new_page()
    page.route("**/worker.js", lambda route: route.abort())
    page.goto((offline_site / "index.html").as_uri())
    field(page).press_sequentially("cache")
    expect(status(page)).to_contain_text("The search could not be loaded.")
    page.unroute("**/worker.js")
    field(page).press_sequentially(" data")
    expect(status(page)).to_have_text(re.compile(r"^\d+ results?$"))


def test_groups_of_the_sidebar_open(open_file) -> None:
    page = open_file("deploy/snowflake")
    nav = page.get_by_role("navigation", name="Documentation")
    for group in ("API reference", "Caching & state"):
        page.get_by_role("button", name=f"Pages in {group}").click()
    expect(nav.locator("[aria-current=page]")).to_have_text("Snowflake")
    nav.get_by_role("link", name="st.session_state").click()
    expect(heading(page, "Session State")).to_be_visible()
    expect(nav.locator("[aria-current=page]")).to_be_in_viewport()


def test_a_chosen_color_scheme_holds_on_the_next_page(open_file) -> None:
    page = open_file("")
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Change to dark mode").click()
    assert page.evaluate(background) == "rgb(14, 17, 23)"
    page.get_by_role("link", name="Installation").first.click()
    page.wait_for_url("**/installation/index.html")
    assert page.evaluate(background) == "rgb(14, 17, 23)"


def test_a_video_is_a_link(open_file) -> None:
    page = open_file(SESSION_STATE)
    expect(page.get_by_role("link", name="Session State basics")).to_have_attribute("href", re.compile("youtube.com"))
    expect(page.get_by_role("button", name=re.compile("Play video"))).to_have_count(0)


def test_a_page_of_markdown_opens(open_file) -> None:
    page = open_file(SESSION_STATE)
    page.get_by_role("link", name="View as Markdown").click()
    expect(page.locator("body")).to_contain_text("# Session State")


def test_the_policy_lets_nothing_of_another_site_in(context: BrowserContext, offline_site: Path) -> None:
    page = context.new_page()
    page.goto((offline_site / "index.html").as_uri())
    blocked = page.evaluate(
        """async () => {
            const blocked = []
            document.addEventListener("securitypolicyviolation", event => blocked.push(event.effectiveDirective))
            const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties))
            add("script", { src: "https://example.com/x.js" })
            add("script", { textContent: "window.ran = true" })
            add("img", { src: "https://example.com/x.png" })
            add("link", { rel: "stylesheet", href: "https://example.com/x.css" })
            add("iframe", { src: "https://example.com/" })
            await fetch("https://example.com/").catch(() => null)
            await new Promise(resolve => setTimeout(resolve, 300))
            return window.ran ? ["ran"] : blocked.sort()
        }"""
    )
    assert blocked == ["connect-src", "frame-src", "img-src", "script-src-elem", "script-src-elem", "style-src-elem"]


def test_without_javascript_the_whole_sidebar_is_open(browser: Browser, offline_site: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto((offline_site / "index.html").as_uri())
    page.get_by_role("navigation", name="Documentation").get_by_role("link", name="st.session_state").click()
    expect(heading(page, "Session State")).to_be_visible()
    context.close()
