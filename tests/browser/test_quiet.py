"""No page logs an error, fails a request, or asks a third party for anything, even scrolled to its end."""

from __future__ import annotations

import pytest
from pages import all_pages
from playwright.sync_api import Page

TABS = 6  # at once, since they mostly wait
SHOWN = """() => [...document.images].every(image => {
  const { top, bottom } = image.getBoundingClientRect()
  return image.complete || !image.checkVisibility() || bottom < 0 || top > innerHeight
})"""


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_quiet(new_context, site_url: str, width: int) -> None:
    context = new_context(viewport={"width": width, "height": 900})
    noise: list[str] = []
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        listen(tab, site_url, noise)
    urls = [page.url for page in all_pages()]
    for start in range(0, len(urls), TABS):
        for tab, url in zip(tabs, urls[start:], strict=False):
            tab.goto(url, wait_until="commit")
        for tab in tabs:
            tab.wait_for_load_state()
            tab.evaluate("scrollTo(0, document.body.scrollHeight)")
        for tab in tabs:
            tab.wait_for_function(SHOWN)
    assert noise == []


def listen(page: Page, site_url: str, noise: list[str]) -> None:
    """Collect what the page says and asks for that it should not."""
    page.on(
        "console",
        lambda message: (
            noise.append(f"{page.url}: {message.type} {message.text}") if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: noise.append(f"{page.url}: {error}"))
    page.on(
        "requestfailed",
        lambda request: (
            noise.append(f"{page.url}: failed {request.url}: {request.failure}")
            if (request.resource_type, request.failure)
            != ("image", "net::ERR_ABORTED")  # the next page was opened first
            else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            noise.append(f"third party: {request.url}") if not request.url.startswith((site_url, "data:")) else None
        ),
    )
