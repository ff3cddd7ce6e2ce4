"""How much of a page is beyond the window's right edge, where readers would have to scroll sideways."""

from __future__ import annotations

from pages import all_pages
from playwright.sync_api import Page


def overflow(page: Page) -> int:
    """Return by how many CSS pixels the page is wider than the window, without its scroll bar."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def wide_pages(page: Page) -> dict[str, int]:
    """Open every page in this tab; return the addresses of those that are wider, and by how much."""
    wide = {}
    for opened in all_pages():
        page.goto(opened.url)
        if (by := overflow(page)) > 0:
            wide[opened.url] = by
    return wide
