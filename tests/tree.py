"""The page tree of mkdocs.yml, as the lines of the sidebar."""

from __future__ import annotations

from collections.abc import Iterator

from crawl import Entry
from mkdocs.config import load_config
from pages import ROOT, all_pages

SEE_ALSO = "SEE ALSO"
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
    pending: list[tuple[Entry, dict[str, str]]] = []
    for entry in [*visible(load_config(str(ROOT / "mkdocs.yml")).nav[1:]), Entry("", trail=())]:
        while pending and entry.depth <= pending[-1][0].depth:
            group, pages = pending.pop()
            lines.append(Entry(SEE_ALSO, trail=(*group.trail, SEE_ALSO)))
            lines += [
                Entry(label, PAGES[path].url, trail=(*group.trail, SEE_ALSO, label))
                for label, path in sorted(pages.items())
            ]
        lines.append(entry)
        page = next((page for page in PAGES.values() if entry.url and page.url == entry.url), None)
        if page and page.meta.get("also"):
            pending.append((entry, page.meta["also"]))
    return lines[:-1]


def branch(page: Entry, lines: list[Entry]) -> list[Entry]:
    """The lines of a page's own sidebar: the first two levels, and the groups that lead to the page."""
    return [line for line in lines if len(group := group_of(line)) < 2 or group == page.trail[: len(group)]]


def is_cross_listed(line: Entry) -> bool:
    """Whether the line only points to a page that is at home elsewhere."""
    return SEE_ALSO in line.trail


def group_of(line: Entry) -> tuple[str, ...]:
    """The trail of the group that holds the line."""
    return line.trail[: line.trail.index(SEE_ALSO)] if is_cross_listed(line) else line.trail[:-1]
