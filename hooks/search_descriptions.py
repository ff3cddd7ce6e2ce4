"""MkDocs hook: the search index also has the description of each page, which says in readers' words what it is for.

The search plugin indexes what a page shows; its description is in the front matter.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **kwargs: Any) -> None:
    """Add the description to the entry that stands for the page itself; the plugin has added it just before."""
    for entry in reversed(config.plugins["material/search"].search_index.entries):
        if entry["location"] == page.url:
            entry["description"] = page.meta.get("description", "")
            break
