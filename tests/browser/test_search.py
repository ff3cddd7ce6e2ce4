"""Search: what it loads and when, what it finds, its keys, what it shows and what it says."""

from __future__ import annotations

import gzip
import re
import statistics
import time
from pathlib import Path

import pytest
import yaml
from addresses import SESSION_STATE, TEXT_ELEMENTS
from api_surface import package_names
from documented_objects import references
from pages import DOCS, ROOT, all_pages
from playwright.sync_api import Page, Route, expect
from searching import field, found, results, status

QUESTIONS = yaml.safe_load((ROOT / "tests" / "search_questions.yml").read_text(encoding="utf-8"))
PHONE = {"width": 390, "height": 844}


def search_for(page: Page, words: str) -> None:
    """Type, and wait for results."""
    field(page).press_sequentially(words)
    expect(status(page)).to_have_text(re.compile(r"^\d+ results?$"))


def pages_of(paths: list[str]) -> list[str]:
    return [path.split("#")[0] for path in paths]


# --- Loading ------------------------------------------------------------------------


def test_nothing_is_loaded_before_it_is_used(open_page) -> None:
    page = open_page("")
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert any(name.endswith("/search.js") for name in loaded), "what opens the search"
    assert not [name for name in loaded if re.search(r"minisearch|search_index|worker|engine", name)]
    assert page.workers == []
    with page.expect_response("**/search_index.json"), page.expect_worker() as worker:
        field(page).focus()
    assert worker.value.url.endswith("/assets/javascripts/search/worker.js")


def test_the_index_is_small_enough(built_site: Path) -> None:
    index = (built_site / "search" / "search_index.json").read_bytes()
    assert len(gzip.compress(index)) < 1_000_000


def test_results_come_while_one_types(open_page) -> None:
    page = open_page("")
    search_for(page, "x")
    times = page.evaluate(
        """async questions => {
            const input = document.getElementById("search-input"), list = document.getElementById("search-results")
            const times = []
            for (const question of questions) {
                const start = performance.now()
                const changed = new Promise(resolve => new MutationObserver(resolve).observe(list, { childList: true }))
                input.value = question
                input.dispatchEvent(new Event("input", { bubbles: true }))
                await changed
                times.push(performance.now() - start)
            }
            return times
        }""",
        list(QUESTIONS),
    )
    assert len(times) == len(QUESTIONS)
    assert statistics.median(times) < 200


def test_a_failed_load_is_said_and_tried_again(open_page) -> None:
    page = open_page("")
    page.context.route("**/search_index.json", lambda route: route.abort())
    field(page).press_sequentially("cache")
    expect(status(page)).to_have_text("The search could not be loaded. Check your connection, then type again.")
    page.context.unroute("**/search_index.json")
    search_for(page, "d")


def test_a_missing_index_is_said(open_page) -> None:
    page = open_page("")
    page.context.route("**/search_index.json", lambda route: route.fulfill(status=503))
    field(page).press_sequentially("cache")
    expect(status(page)).to_contain_text("could not be loaded")


def test_it_works_under_a_strict_content_security_policy(open_page) -> None:
    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": "script-src 'self'"})

    page = open_page("")
    page.context.route("**/*", with_policy)
    page.reload()
    search_for(page, "cache data")
    expect(results(page).first).to_have_attribute("href", re.compile(r"/st\.cache_data/$"))


# --- Finding ------------------------------------------------------------------------


def documented_at() -> dict[str, str]:
    """Each public name of the package without `streamlit.`, and the page it is described on."""
    urls = {f"docs/{page.path}": page.url for page in all_pages()}
    pages = {reference.name: urls[reference.page] for reference in reversed(references(DOCS))}
    return {name.removeprefix("streamlit."): pages[name] for name in package_names()}


def test_every_name_is_found_first_however_it_is_typed(open_page) -> None:
    names = documented_at()
    assert len(names) > 160
    forms = {form: url for name, url in names.items() for form in (f"st.{name}", name, name.replace("_", " "))}
    forms |= {page.meta["title"]: page.url for page in all_pages() if page.meta["title"].startswith("st.")}
    paths = found(open_page(""), list(forms))
    wrong = {form: paths[form][:1] for form, url in forms.items() if pages_of(paths[form])[:1] != [url]}
    assert wrong == {}


def typos(name: str) -> set[str]:
    """One letter is missing, twice there, another one, or has changed places with the next: at three places."""
    found = set()
    for at in {1, len(name) // 2, len(name) - 2}:
        before, letter, following, after = name[:at], name[at], name[at + 1], name[at + 2 :]
        other = "z" if letter != "z" else "y"
        found |= {
            before + following + after,
            before + letter + letter + following + after,
            before + other + following + after,
            before + following + letter + after,
        }
    return found - {name}


def test_typos_still_find_names(open_page) -> None:
    expected = {typo: url for name, url in documented_at().items() if len(name) > 4 for typo in typos(name)}
    assert len(expected) > 1000
    paths = found(open_page(""), list(expected))
    wrong = {typo: paths[typo][:3] for typo, url in expected.items() if url not in pages_of(paths[typo])[:3]}
    assert wrong == {}


def test_questions_are_answered_by_one_of_the_first_three(open_page) -> None:
    assert len(QUESTIONS) >= 60
    paths = found(open_page(""), list(QUESTIONS))
    wrong = {
        question: paths[question][:3]
        for question, answers in QUESTIONS.items()
        if not {*answers} & {*pages_of(paths[question])[:3]}
    }
    assert wrong == {}


def test_the_questions_name_pages_that_exist() -> None:
    urls = {page.url for page in all_pages()}
    assert {answer for answers in QUESTIONS.values() for answer in answers} <= urls


def test_each_page_is_found_once(open_page) -> None:
    for paths in found(open_page(""), ["cache", "key", "button on_click", "st"]).values():
        assert len(paths) > 3
        assert len(pages_of(paths)) == len(set(pages_of(paths)))


def test_names_of_parameters_and_options_lead_to_them(open_page) -> None:
    paths = found(open_page(""), ["refresh_mode", "button on_click", "server.maxUploadSize", "zzyzx", "", "   ", "_."])
    assert paths["refresh_mode"][0].endswith("(refresh_mode)")
    assert paths["button on_click"][0] == "develop/api-reference/widgets/st.button/#streamlit.button(on_click)"
    assert paths["server.maxUploadSize"][0].endswith("config.toml/#streamlit.config.server.maxUploadSize")
    assert [paths[nothing] for nothing in ("zzyzx", "", "   ", "_.")] == [[]] * 4


# --- What is shown and said -----------------------------------------------------------


def test_a_result_shows_page_way_section_and_marked_text(open_page) -> None:
    page = open_page("")
    search_for(page, "button on_click")
    first = results(page).first
    expect(first.locator(".search-result__trail")).to_have_text("Develop / API reference / Input widgets")
    expect(first.locator(".search-result__name")).to_have_text("st.button")
    expect(first.locator(".search-result__section")).to_have_text("on_click")
    expect(first.locator(".search-result__text")).to_contain_text("callback invoked when this button is clicked")
    assert {"button", "clicked"} <= set(first.locator(".search-result__text mark").all_inner_texts())


def test_a_result_that_is_the_page_names_no_section(open_page) -> None:
    page = open_page("")
    search_for(page, "st.cache_data")
    expect(results(page).first.locator(".search-result__name")).to_have_text("st.cache_data")
    expect(results(page).first.locator(".search-result__section")).to_have_count(0)


def test_the_number_of_results_is_announced(open_page) -> None:
    page = open_page("")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    field(page).focus()
    expect(status(page)).to_have_text("Type to search")
    search_for(page, "session_state")
    count = results(page).count()
    assert count > 1
    expect(status(page)).to_have_text(f"{count} results")


def test_no_results_are_said_and_the_reference_is_offered(open_page) -> None:
    page = open_page(SESSION_STATE)
    field(page).press_sequentially("zzyzx")
    expect(status(page)).to_have_text("No results for “zzyzx”")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(results(page)).to_have_count(0)
    page.get_by_role("search").get_by_role("link", name="API reference").click()
    page.wait_for_url("**/streamlit-docs/develop/api-reference/")


def test_loading_is_said_and_what_was_typed_meanwhile_is_found(open_page) -> None:
    page = open_page("")
    held: list[Route] = []
    page.context.route("**/search_index.json", lambda route: held.append(route))
    field(page).press_sequentially("session_state")
    expect(status(page)).to_have_text("Loading the search…")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url.endswith("/streamlit-docs/"), "an Enter waits for the results"
    end = time.monotonic() + 10
    while not held and time.monotonic() < end:  # the worker starts first
        page.wait_for_timeout(20)
    held[0].continue_()
    page.wait_for_url("**/st.session_state/")


# --- Keys -------------------------------------------------------------------------------


@pytest.mark.parametrize("shortcut", ["Control+k", "Meta+k"])
def test_shortcut_opens_from_anywhere_and_esc_closes(open_page, shortcut: str) -> None:
    page = open_page(SESSION_STATE)
    heading_link = page.get_by_role("link", name="st.query_params").first
    heading_link.focus()
    page.keyboard.press(shortcut)
    expect(field(page)).to_be_focused()
    expect(status(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    expect(status(page)).not_to_be_visible()
    expect(heading_link).to_be_focused()


def test_shortcut_opens_from_within_a_button(open_page) -> None:
    page = open_page(TEXT_ELEMENTS, **PHONE)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize(
    ("platform", "hint"), [("Linux x86_64", "Ctrl-K"), ("Win32", "Ctrl-K"), ("MacIntel", "⌘K"), ("iPhone", "⌘K")]
)
def test_hint_names_the_readers_key(new_context, platform: str, hint: str) -> None:
    context = new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(f"Object.defineProperty(navigator, 'platform', {{ get: () => '{platform}' }})")
    page = context.new_page()
    page.goto("")
    expect(page.locator("#search-hint")).to_have_text(hint)
    expect(page.locator("#search-hint")).to_be_visible()


def test_arrows_choose_among_the_results_while_the_focus_stays(open_page) -> None:
    page = open_page("")
    search_for(page, "cache_data")
    last = results(page).count() - 1
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    expect(field(page)).to_have_attribute("aria-controls", "search-results")
    for key, active in (
        (None, 0),
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("ArrowUp", 1),
        ("ArrowUp", 0),
        ("ArrowUp", last),
    ):
        if key:
            page.keyboard.press(key)
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
        expect(results(page).nth(active)).to_have_attribute("aria-selected", "true")
        expect(field(page)).to_have_attribute("aria-activedescendant", results(page).nth(active).get_attribute("id"))
        expect(results(page).nth(active)).to_be_in_viewport()
        expect(field(page)).to_be_focused()


def test_enter_opens_the_active_result_and_leaves_no_panel_behind(open_page) -> None:
    page = open_page("")
    search_for(page, "session_state")
    page.keyboard.press("ArrowDown")
    address = results(page).nth(1).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    page.go_back()
    expect(status(page)).not_to_be_visible()


def test_ctrl_enter_opens_a_new_tab(open_page) -> None:
    page = open_page("")
    home = page.url
    search_for(page, "session_state")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url("**/st.session_state/")
    assert page.url == home
    expect(status(page)).to_be_visible()


def test_a_result_on_this_page_closes_the_search(open_page) -> None:
    page = open_page("develop/api-reference/widgets/st.button/")
    search_for(page, "button on_click")
    results(page).first.click()
    expect(status(page)).not_to_be_visible()
    expect(page.locator("[id='streamlit.button(on_click)']")).to_be_in_viewport()


def test_a_click_beside_it_and_tab_close_it(open_page) -> None:
    page = open_page(SESSION_STATE)
    search_for(page, "cache")
    page.mouse.click(300, 500)
    expect(status(page)).not_to_be_visible()
    field(page).focus()
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(status(page)).not_to_be_visible()


def test_clear_empties_the_field(open_page) -> None:
    page = open_page("")
    search_for(page, "cache")
    page.get_by_role("button", name="Clear search").click()
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(results(page)).to_have_count(0)


def test_on_a_phone_it_fills_the_screen(open_page) -> None:
    page = open_page(SESSION_STATE, **PHONE)
    expect(field(page)).not_to_be_visible()
    page.get_by_role("button", name="Search", exact=True).click()
    expect(field(page)).to_be_focused()
    search_for(page, "query_params")
    assert page.locator("#search-box").bounding_box() == {"x": 0, "y": 0, **PHONE}
    page.get_by_role("button", name="Close").click()
    expect(field(page)).not_to_be_visible()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
