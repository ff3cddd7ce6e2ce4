"""How much a reader loads before a page is there: limits in bytes and requests, as GitHub Pages would send it (gzip)."""

from __future__ import annotations

import gzip

import pytest
from addresses import SESSION_STATE

PAGES = ["", SESSION_STATE, "develop/api-reference/widgets/st.button/"]
MOST_BYTES = 75_000  # without pictures
MOST_REQUESTS = 9


@pytest.mark.parametrize("path", PAGES)
def test_first_view_is_light(path: str, new_context) -> None:
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(path, wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers if not answer.url.endswith(".webp")}
    assert sum(sizes.values()) < MOST_BYTES, sizes
    assert len(answers) <= MOST_REQUESTS, [answer.url for answer in answers]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(path: str, new_context) -> None:
    """Cumulative Layout Shift is 0 (https://web.dev/articles/cls), also while a reader scrolls to the end."""
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.add_init_script("""
      window.shifts = []
      new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => [e.value, e.sources.map(s => s.node?.outerHTML?.slice(0, 80))])))
        .observe({ type: "layout-shift", buffered: true })
    """)
    page.goto(path, wait_until="networkidle")
    for _ in range(12):
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(50)
    assert page.evaluate("window.shifts") == []


def test_only_the_stylesheet_is_waited_for(new_context) -> None:
    """Scripts are modules, which do not hold up the page; there is one stylesheet."""
    page = new_context().new_page()
    page.goto("")
    blocking = page.evaluate("""performance.getEntriesByType("resource")
      .filter(entry => entry.renderBlockingStatus === "blocking").map(entry => entry.name.split("/").at(-1))""")
    assert len(blocking) == 1
    assert blocking[0].startswith("site.")
    assert blocking[0].endswith(".css")
