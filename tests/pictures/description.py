"""Says in words what a picture shows, from what the app consists of: the picture's alternative text."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

LONGEST = 300  # characters; a reader of the page has the code as well

# What is shown by another word than Streamlit's own name for it: stTextInput is a text input.
WORDS = {
    "Markdown": "text", "Text": "text", "Heading": "heading", "VegaLiteChart": "chart", "PlotlyChart": "chart",
    "EChartsChart": "chart", "DeckGlJsonChart": "map", "GraphVizChart": "graph", "MermaidChart": "diagram", "Image": "image",
    "ImgsContainer": "image", "ArrowDataFrame": "table", "DataFrame": "table", "Table": "table", "AlertContainer": "callout", "Alert": "callout",
    "FullScreenFrame": "", "BidiComponent": "component", "BidiComponentRegular": "component",
    "BidiComponentIsolated": "component", "CustomComponentV1": "component",
    "Iframe": "frame", "Divider": "line", "LogoLink": "logo", "Empty": "", "Spacer": "", "Space": "",
}  # fmt: skip

_PARTS = (Path(__file__).parent / "description.js").read_text(encoding="utf-8")


def describe(page: Page) -> str:
    """Name what is in the app, from top to bottom: `Button “Reset”, text “Goodbye”.`"""
    named = []
    for kind, text in page.evaluate(_PARTS):
        word = _word(kind)
        text = re.sub(r"\s+", " ", re.sub("[\u2066-\u2069]", "", text)).replace(" ,", ",").strip(" ,")
        if word and (text or word not in ("text", "heading")):
            named.append(f"{word} “{text}”" if text else word)
    text = ", ".join(named)
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST)].rstrip(" ,") + " …"
    return text[:1].upper() + text[1:] or "An empty app"


def _word(kind: str) -> str:
    name = kind.removeprefix("st")
    if name in WORDS:
        return WORDS[name]
    words = {
        "H1": "title",
        "H2": "title",
        "H3": "title",
        "listbox": "options",
        "tab": "tab",
        "SUMMARY": "expander",
        "SidebarNavLink": "page",
    }
    return words.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
