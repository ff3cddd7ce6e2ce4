"""MkDocs hook: links to pages of docs.streamlit.io that this site has become links to its own.

Docstrings link to the official documentation. A griffe extension cannot mend that: it does not know on
which page an object is rendered, so it cannot write a relative address. Links to what this site does
not have stay as they are. Zensical runs no hooks: there, all of them do.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_logger = logging.getLogger("mkdocs.hooks.official_links")

_LINK = re.compile(r'href="https://docs\.streamlit\.io/(?P<path>[^"#]+?)/?(?:#(?P<anchor>[^"]+))?"')


def on_env(env: Any, *, files: Files, **kwargs: Any) -> None:
    """Replace the links once every page is rendered, so that their anchors can be checked."""
    pages = {file.page.url.rstrip("/"): file.page for file in files.documentation_pages()}
    for page in (page for page in pages.values() if page.content):
        page.content = _LINK.sub(lambda link, page=page: _replacement(link, page, pages), page.content)


def _replacement(link: re.Match, page: Page, pages: dict[str, Page]) -> str:
    target = pages.get(link["path"])
    if target is None:
        return link[0]
    address = get_relative_url(target.url, page.url)
    if link["anchor"] and target.content and f'id="{link["anchor"]}"' not in target.content:
        _logger.warning(
            f"{page.file.src_uri}: a docstring links to #{link['anchor']} of {target.file.src_uri}, "
            "which has no such heading; give one the attribute { #anchor }"
        )
    return f'href="{address}{"#" + link["anchor"] if link["anchor"] else ""}"'
