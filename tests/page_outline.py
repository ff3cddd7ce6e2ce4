"""What a page consists of, one line for each tag and text, so that the pages of two builds can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urljoin

import lxml.html
from lxml.html import HtmlElement

_ADDRESSES = {"href", "src"}


def parse(html: str) -> HtmlElement:
    """Return the page as a tree of elements."""
    return lxml.html.document_fromstring(html)


def outline(element: HtmlElement, address: str) -> list[str]:
    """Return the lines of an element of the page at this address: `<h2 id=limits>`, `Limits`, `</h2>`.

    Links are absolute, structured data has its keys in order, and space counts only where it shows.
    """
    return [line for line in _lines(element, address, in_code=False) if line]


def _lines(element: HtmlElement, address: str, *, in_code: bool) -> Iterator[str]:
    in_code = in_code or element.tag == "pre"
    yield f"<{' '.join([element.tag, *_attributes(element, address)])}>"
    if element.get("type") == "application/ld+json":
        yield json.dumps(json.loads(element.text), sort_keys=True)
    else:
        yield _text(element.text, in_code)
    for child in element:
        if isinstance(child.tag, str):  # a comment's is none
            yield from _lines(child, address, in_code=in_code)
        yield _text(child.tail, in_code)
    yield f"</{element.tag}>"


def _attributes(element: HtmlElement, address: str) -> Iterator[str]:
    for name, value in sorted(element.attrib.items()):
        yield f"{name}={urljoin(address, value) if name in _ADDRESSES else value}"


def _text(text: str | None, in_code: bool) -> str:
    return repr(text) if text and in_code else " ".join((text or "").split())
