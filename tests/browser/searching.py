"""The search as tests see it: its field, its panel, and its engine without either."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the documentation")


def results(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Results").get_by_role("option")


def status(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("status")


def found(page: Page, questions: list[str], index: str = "search/search_index.json") -> dict[str, list[str]]:
    """What the engine finds for each question, as paths with anchors below the site's root; `page` is the home page."""
    return page.evaluate(
        """async ([questions, index]) => {
            const { load } = await import(new URL("assets/javascripts/search/engine.js", document.baseURI))
            const { config, docs, items } = await (await fetch(index)).json()
            const find = load({ config, docs: docs ?? items })
            return Object.fromEntries(questions.map(question => [question, find(question).map(({ path }) => path)]))
        }""",
        [questions, index],
    )
