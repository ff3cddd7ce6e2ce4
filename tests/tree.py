"""The page tree of mkdocs.yml, as the lines of the sidebar."""

from __future__ import annotations

from collections.abc import Iterator

from crawl import Entry
from mkdocs.config import load_config
from pages import ROOT, all_pages

PAGES = {page.path: page for page in all_pages()}


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


def visible(items: list) -> list[Entry]:
    """The lines of the sidebar: no hidden pages."""
    hidden = {page.url for page in PAGES.values() if page.meta.get("hidden")}
    return [entry for entry in nav_entries(items) if entry.url not in hidden]


def sidebar() -> list[Entry]:
    """Every line of the sidebar: the tree, and at the end of a group the pages of other groups that it names."""
    lines: list[Entry] = []
    pending: list[tuple[int, dict[str, str]]] = []
    for entry in [*visible(load_config(str(ROOT / "mkdocs.yml")).nav[1:]), Entry("", trail=())]:
        while pending and entry.depth <= pending[-1][0]:
            _, pages = pending.pop()
            lines.append(Entry("SEE ALSO"))
            lines += [Entry(label, PAGES[path].url) for label, path in pages.items()]
        lines.append(entry)
        page = next((page for page in PAGES.values() if entry.url and page.url == entry.url), None)
        if page and page.meta.get("also"):
            pending.append((entry.depth, page.meta["also"]))
    return lines[:-1]
