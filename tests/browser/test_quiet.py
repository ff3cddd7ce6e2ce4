"""No page logs an error, fails a request, or asks a third party for anything, even scrolled to its end."""

from __future__ import annotations

import pytest
from listening import listen
from pages import all_pages

TABS = 6  # at once, since they mostly wait
SHOWN = """() => [...document.images].every(image => {
  const { top, bottom } = image.getBoundingClientRect()
  return image.complete || !image.checkVisibility() || bottom < 0 || top > innerHeight
})"""


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_quiet(new_context, site_url: str, width: int) -> None:
    context = new_context(viewport={"width": width, "height": 900})
    noise = listen(context, (site_url, "data:"))
    tabs = [context.new_page() for _ in range(TABS)]
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
