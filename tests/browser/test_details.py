"""What is folded away opens where a link leads into it, and on paper."""

from __future__ import annotations

from addresses import SESSION_STATE
from playwright.sync_api import Page, expect

FOLDED = """document.querySelector("article").insertAdjacentHTML("beforeend",
  "<details id='outer'><summary>More</summary><details><summary>Even more</summary><p id='inside'>Here</p></details></details>")"""


def open_folded(open_page) -> Page:
    """A page with a closed box in a closed box; none of the site's has one today."""
    page = open_page(SESSION_STATE)
    page.evaluate(FOLDED)
    expect(page.get_by_text("Here", exact=True)).not_to_be_visible()
    return page


def test_a_link_to_something_inside_opens_it(open_page) -> None:
    page = open_folded(open_page)
    page.evaluate("location.hash = 'inside'")
    expect(page.get_by_text("Here", exact=True)).to_be_in_viewport()


def test_a_link_to_the_box_itself_opens_it(open_page) -> None:
    page = open_folded(open_page)
    page.evaluate("location.hash = 'outer'")
    expect(page.get_by_text("Even more")).to_be_visible()


def test_on_paper_everything_is_open(open_page) -> None:
    page = open_folded(open_page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Here", exact=True)).to_be_visible()
