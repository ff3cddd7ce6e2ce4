"""The page tree of mkdocs.yml is the crawl's, and agrees with the files and their front matter."""

from __future__ import annotations

from collections.abc import Iterator

import crawl
import pytest
from crawl import Entry
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from pages import ROOT, Page, all_pages

PAGES = {page.path: page for page in all_pages()}


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def nav_entries(items: list, trail: tuple[str, ...] = ()) -> Iterator[Entry]:
    """The page tree in the crawl's form: a section's index page is the section itself."""
    for item in items:
        ((label, value),) = item.items()
        below = (*trail, label)
        if isinstance(value, list) and value:
            index, *children = value
            yield Entry(label, url_of(index), "", below)
            yield from nav_entries(children, below)
        elif value:
            yield Entry(label, url_of(value), mark_of(value), below)
        else:
            yield Entry(label, trail=below)


def url_of(value: str) -> str:
    return value if "://" in value else PAGES[value].url


def mark_of(value: str) -> str:
    return "external" if "://" in value else PAGES[value].meta.get("status", "")


def test_the_tree_is_the_crawls(config: MkDocsConfig) -> None:
    home, *categories = config.nav
    assert home == {"Home": "index.md"}
    assert list(nav_entries(categories)) == crawl.ENTRIES


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
    assert unlisted == {"privacy.md"}, "add it to nav in mkdocs.yml, or say in not_in_nav why not"


@pytest.mark.parametrize(
    "page", [p for p in PAGES.values() if p.path.count("/") == 1 and p.path.endswith("/index.md")], ids=lambda p: p.path
)
def test_categories_have_icons(page: Page) -> None:
    assert page.meta.get("icon"), f"{page.path}: the sidebar shows the category's icon; add `icon: material/…`"
