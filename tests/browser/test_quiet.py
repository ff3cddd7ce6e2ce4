"""No page logs an error, fails a request, or asks a third party for anything, even scrolled to its end."""

from __future__ import annotations

import pytest
from pages import all_pages
from playwright.sync_api import Page


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_quiet(new_context, site_url: str, width: int) -> None:
    page: Page = new_context(viewport={"width": width, "height": 900}).new_page()
    noise: list[str] = []
    page.on(
        "console",
        lambda message: (
            noise.append(f"{page.url}: {message.type} {message.text}") if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: noise.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: noise.append(f"{page.url}: failed {request.url}"))
    page.on(
        "request",
        lambda request: (
            noise.append(f"third party: {request.url}") if not request.url.startswith((site_url, "data:")) else None
        ),
    )
    for url in [page.url for page in all_pages()]:
        page.goto(url)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
    assert noise == []
