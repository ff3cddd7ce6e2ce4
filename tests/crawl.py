"""The crawl's tree (crawl.yml), flattened: what every page's sidebar and breadcrumbs are compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Entry:
    """A line of the sidebar. A heading has no address; `trail` holds the labels from the category down to it."""

    label: str
    url: str = ""
    mark: str = ""
    trail: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        return len(self.trail)


def _entries(items: list, trail: tuple[str, ...]) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, str):
            yield Entry(item, trail=(*trail, item))
        elif isinstance(item, dict):
            below = (*trail, item["label"])
            yield Entry(item["label"], item["url"], trail=below)
            yield from _entries(item["pages"], below)
        else:
            label, url, *mark = item
            yield Entry(label, url, mark[0] if mark else "", (*trail, label))


ENTRIES = list(_entries(yaml.safe_load((Path(__file__).parent / "crawl.yml").read_text(encoding="utf-8")), ()))
PAGES = [entry for entry in ENTRIES if entry.url and entry.mark != "external"]
