"""MkDocs hook: the visual index of a group of pages, where its index page says `<!-- cards -->`.

A card shows the page's name, what its API object is for (the docstring's first paragraph; the page's
description if it documents none), and the picture of its program in examples/cards/, or the `snippet` of its
front matter. Order and headings are the page
tree's; `also` in the index page's front matter adds pages of other groups. `<!-- groups -->` shows the
groups below an index page, each with the names in it. Nothing is typed twice, and no card can point nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

_OBJECT = re.compile(r"^# ::: (\S+)", re.MULTILINE)
_TAG_BUT_CODE = re.compile(r"</?(?!code\b)[a-z][^>]*>")


def on_env(env: Any, *, config: MkDocsConfig, files: Files, **kwargs: Any) -> None:
    """Render the cards once every page is read."""
    handler = config.plugins["mkdocstrings"].get_handler("python")
    for file in files.documentation_pages():
        page = file.page
        for marker, entries in (("<!-- cards -->", _cards), ("<!-- groups -->", _groups)):
            if marker in (page.content or ""):
                html = env.get_template("partials/cards.html").render(
                    page=page, entries=list(entries(page, files, handler)), base_url="", config=config
                )
                page.content = page.content.replace(marker, html)


def _cards(page: Page, files: Files, handler: Any) -> Iterator[dict[str, Any]]:
    """Yield the headings and cards of a group, in the order of the page tree."""
    for item in page.parent.children:
        if isinstance(item, Section) and not item.children:
            yield {"heading": item.title}
        elif isinstance(item, Link):
            yield {"title": item.title, "url": item.url, "external": True, "purpose": "On another site."}
        elif item is not page and _has_card(item):
            yield _card(item.title, _index(item), handler)
    others = _other_pages(page, files)
    if others:
        yield {"heading": "In other groups"}
        yield from (_card(other.title, other, handler) for other in others)


def _groups(page: Page, files: Files, handler: Any) -> Iterator[dict[str, Any]]:
    """Yield the headings and groups below an index page, each with links to what is in it."""
    for item in page.parent.children:
        if isinstance(item, Section) and not item.children:
            yield {"heading": item.title}
        elif isinstance(item, Link):
            yield {"title": item.title, "url": item.url, "external": True}
        elif item is not page:
            index = _index(item)
            members = [
                {"title": member.title, "url": _index(member).url}
                for member in (item.children if isinstance(item, Section) else [])
                if member is not index and _has_card(member)
            ]
            members += [{"title": other.title, "url": other.url} for other in _other_pages(index, files)]
            yield {
                "title": item.title,
                "url": index.url,
                "purpose": index.meta.get("description", ""),
                "members": members,
            }


def _index(item: Any) -> Page:
    return item.children[0] if isinstance(item, Section) else item


def _has_card(item: Any) -> bool:
    """Tell whether it is a page, or a group, that readers should see."""
    if isinstance(item, Link) or (isinstance(item, Section) and not item.children):
        return False
    return not _index(item).meta.get("hidden")


def _other_pages(page: Page, files: Files) -> list[Page]:
    return [_other_page(path, page, files) for _, path in sorted(page.meta.get("also", {}).items())]


def _other_page(path: str, page: Page, files: Files) -> Page:
    file = files.get_file_from_path(path)
    if file is None:
        raise PluginError(f"{page.file.src_uri}: `also` in its front matter names {path}, which does not exist")
    return file.page


def _card(title: str, page: Page, handler: Any) -> dict[str, Any]:
    snippet = page.meta.get("snippet", "")
    return {
        "title": title,
        "url": page.url,
        "stem": page.file.src_uri.removesuffix(".md").rpartition("/")[2],
        "purpose": _purpose(page, handler),
        "snippet": highlight(snippet, PythonLexer(), HtmlFormatter(nowrap=True)).strip() if snippet else "",
        "deprecated": page.meta.get("status") == "deprecated",
    }


def _purpose(page: Page, handler: Any) -> str:
    """Return what the page's object is for, as HTML with no other markup than code."""
    text = page.meta.get("description", "")
    if match := _OBJECT.search(page.markdown):
        docstring = handler.collect(match[1], handler.get_options({})).docstring
        texts = [section.value for section in docstring.parsed if section.kind.value == "text"] if docstring else []
        text = texts[0].split("\n\n")[0] if texts else text
    return _TAG_BUT_CODE.sub("", markdown.markdown(text))
