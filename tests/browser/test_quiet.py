"""No page logs an error, fails a request, or asks a third party for anything, even scrolled to its end."""

from __future__ import annotations

import pytest
from pages import all_pages
from playwright.sync_api import Page
from test_consent import third_parties


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


def test_an_old_browser_fetches_no_polyfill(new_context) -> None:
    """Material's script would fetch one from a third party where there is no ResizeObserver."""
    context = new_context()
    context.add_init_script("delete window.ResizeObserver")
    asked = third_parties(context)
    page = context.new_page()
    page.goto("develop/api-reference/caching-and-state/st.session_state/")
    page.wait_for_load_state("networkidle")
    assert asked == []
