"""What surrounds an article: table of contents, copy buttons, anchors, header, footer, 404."""

from __future__ import annotations

import re

import pytest
from addresses import CACHE_DATA, SESSION_STATE
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


def test_header_leads_home(open_page) -> None:
    page = open_page(SESSION_STATE)
    page.get_by_role("banner").get_by_role("link", name="Documentation home").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Streamlit documentation")


@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
def test_contents_stand_at_the_side_from_1024(open_page, width: int) -> None:
    page = open_page(SESSION_STATE, width=width)
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents).to_be_visible()
    article = page.get_by_role("article").bounding_box()
    assert contents.bounding_box()["x"] >= article["x"] + article["width"]
    assert article["width"] >= 500
    expect(page.get_by_role("button", name="On this page")).not_to_be_visible()


def test_contents_follow_the_reader(open_page) -> None:
    page = open_page(f"{SESSION_STATE}#typed-access")
    active = page.locator(".page-toc [aria-current]")
    expect(active).to_have_text("Typed access")
    expect(active).to_be_in_viewport()


def test_contents_mark_what_is_read_while_scrolling(open_page) -> None:
    page = open_page(SESSION_STATE)
    active = page.locator(".page-toc [aria-current]")
    expect(active).to_have_count(0)
    for name in ("Callbacks", "In forms", "Initialize"):
        page.get_by_role("heading", name=name).evaluate("heading => scrollTo(0, heading.offsetTop + 60)")
        expect(active).to_have_text(name)
        expect(active).to_be_in_viewport()
        expect(active).to_have_css("border-left-color", "rgb(255, 75, 75)")


def test_contents_mark_a_last_section_that_cannot_come_up(open_page) -> None:
    page = open_page(SESSION_STATE, height=2000)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Next").click()
    expect(page.locator(".page-toc [aria-current]")).to_have_text("Next")


def test_an_anchor_is_not_covered_by_the_header(open_page) -> None:
    page = open_page(f"{CACHE_DATA}#streamlit.cache_data(ttl)")
    heading = page.locator("[id='streamlit.cache_data(ttl)']")
    expect(heading).to_be_in_viewport()
    header = page.get_by_role("banner").bounding_box()
    assert heading.bounding_box()["y"] >= header["y"] + header["height"] - 24


def test_heading_links_show_on_focus_and_set_the_address(open_page) -> None:
    page = open_page(SESSION_STATE)
    link = page.locator("#callbacks .headerlink")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    link.click()
    assert page.url.endswith("#callbacks")


def test_copied_code_runs(open_page) -> None:
    """The button gives the program itself: no prompts, no line numbers, nothing missing."""
    page = open_page(SESSION_STATE, permissions=["clipboard-read", "clipboard-write"])
    blocks = page.locator(".language-python.highlight:not(.doc-signature)")
    assert blocks.count() > 25
    for index in range(blocks.count()):
        block = blocks.nth(index)
        block.hover()
        block.get_by_role("button", name="Copy to clipboard").click()
        code = page.evaluate("navigator.clipboard.readText()")
        assert code.strip() == block.locator("code").inner_text().strip()
        assert "import streamlit as st" in code
        compile(code, f"block {index}", "exec")


def test_still_have_questions(open_page) -> None:
    page = open_page(SESSION_STATE)
    expect(page.get_by_role("heading", name="Still have questions?")).to_be_visible()
    expect(page.get_by_role("link", name="Streamlit community forum")).to_have_attribute(
        "href", "https://discuss.streamlit.io"
    )
    expect(page.get_by_role("link", name="Edit this page")).to_be_visible()


def test_callouts_differ_by_icon_and_color_and_say_their_kind(open_page) -> None:
    page = open_page("develop/api-reference/caching-and-state/st.experimental_get_query_params/")
    expect(page.locator(".admonition.deprecated")).to_contain_text("Removed in Streamlit 1.54")
    kinds = ["note", "tip", "important", "warning", "deprecated"]
    looks = page.evaluate(
        """kinds => kinds.map(kind => {
            const callout = document.querySelector(".admonition.deprecated").cloneNode(true)
            callout.className = `admonition ${kind}`
            document.querySelector("article").append(callout)
            const icon = getComputedStyle(callout.querySelector(".admonition-title"), "::before")
            return { icon: icon.maskImage, accent: icon.backgroundColor, tint: getComputedStyle(callout).backgroundColor }
        })""",
        kinds,
    )
    assert all(look["icon"].startswith("url(") for look in looks)
    assert len({look["icon"] for look in looks}) == 5
    assert len({(look["accent"], look["tint"]) for look in looks}) == 4, "deprecated shares the color of important"
    violations = (
        Axe().run(page, options={"runOnly": {"type": "rule", "values": ["color-contrast"]}}).response["violations"]
    )
    assert violations == []


@pytest.mark.parametrize("address", ["no-such-page/", "develop/no/such/page/", "no-such-file.html"])
def test_404_below_the_sub_path(open_page, address: str) -> None:
    page = open_page(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert page.title() == "Page not found - Streamlit Docs"
    page.get_by_role("main").get_by_role("button", name="Search the documentation").click()
    page.get_by_role("combobox", name="Search the documentation").press_sequentially("session_state")
    page.get_by_role("option").first.click()
    page.wait_for_url(re.compile(r"/streamlit-docs/.*st\.session_state"))


def test_404_is_styled_and_links_into_the_site(open_page) -> None:
    page = open_page("develop/no/such/page/")
    page.get_by_role("article").get_by_role("link", name="Deploy", exact=True).click()
    page.wait_for_url("**/streamlit-docs/deploy/")
