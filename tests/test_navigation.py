"""The page tree of mkdocs.yml is the crawl's, and agrees with the files and their front matter."""

from __future__ import annotations

from collections.abc import Iterator

import crawl
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from pages import ROOT, Page, all_pages
from tree import visible

PAGES = {page.path: page for page in all_pages()}


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def test_the_tree_is_the_crawls(config: MkDocsConfig) -> None:
    """What the crawl shows is there, in its order; what is new stands in groups that it shows closed, or is listed here."""
    home, *categories = config.nav
    assert home == {"Home": "index.md"}
    entries = visible(categories)
    known = set(crawl.ENTRIES)
    assert [entry for entry in entries if entry in known] == crawl.ENTRIES
    closed = {entry.trail for entry in crawl.ENTRIES} - {entry.trail[:-1] for entry in crawl.ENTRIES}
    added = {entry.trail for entry in entries if entry not in known}
    unexplained = {trail for trail in added if not any(trail[:depth] in closed for depth in range(1, len(trail)))}
    assert {trail[2] for trail in unexplained} == {"App server", "st.typing"}


def test_app_server_stands_first_under_application_logic(config: MkDocsConfig) -> None:
    labels = [
        entry.label
        for entry in visible(config.nav[1:])
        if entry.trail[:2] == ("Develop", "API reference") and entry.depth == 3
    ]
    assert labels[labels.index("APPLICATION LOGIC") + 1] == "App server"


def test_the_crawl_links_to_43_pages() -> None:
    assert len(crawl.PAGES) == 43


def files_in(items: list) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from files_in(value) if isinstance(value, list) else [value]


def test_each_page_is_listed_once(config: MkDocsConfig) -> None:
    """MkDocs ignores the title of a page that is listed twice, and breaks previous and next."""
    files = [file for file in files_in(config.nav) if "://" not in file]
    assert len(files) == len(set(files))
    unlisted = set(PAGES) - set(files)
    assert unlisted == {"privacy.md", "licenses.md"}, "add it to nav in mkdocs.yml, or say in not_in_nav why not"


@pytest.mark.parametrize(
    "page", [p for p in PAGES.values() if p.path.count("/") == 1 and p.path.endswith("/index.md")], ids=lambda p: p.path
)
def test_categories_have_icons(page: Page) -> None:
    assert page.meta.get("icon"), f"{page.path}: the sidebar shows the category's icon; add `icon: material/…`"
