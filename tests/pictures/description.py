"""Says in words what a picture shows, from what the app consists of: the picture's alternative text."""

from __future__ import annotations

import re

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

# In the order of the page: each element's kind, the words in it, and the values of its fields.
_PARTS = """root => {
  const parts = []
  const places = '[data-testid="stElementContainer"], [role="dialog"] h1, [role="dialog"] h2, [role="dialog"] h3, [data-testid="stToast"], [role="listbox"], [role="tab"], [data-testid="stSidebarNavLink"], [data-testid="stExpander"] summary, [data-testid="stPopover"] > div > button, [data-testid="stPopoverButton"]'
  for (const place of document.querySelectorAll(places)) {
    if (!place.checkVisibility()) continue
    const own = place.dataset.testid === "stElementContainer"
    const inner = own ? place.querySelector('[data-testid^="st"]:not([data-testid="stFullScreenFrame"]):not([data-testid^="stElementToolbar"]):not([data-testid^="stBaseButton-elementToolbar"]):not([data-testid="stTooltipHoverTarget"]):not([data-testid="stTooltipIcon"])') : place
    const kind = own ? inner?.dataset.testid ?? "" : place.dataset.testid ?? place.getAttribute("role") ?? place.tagName
    const copy = place.cloneNode(true)
    copy.querySelectorAll('[data-testid^="stElementToolbar"], style, script, [data-testid="stHeadingWithActionElements"] a, [data-testid*="Icon"], [translate="no"], .katex-mathml, [role="spinbutton"]:not(input), [data-testid="stException"] a, [data-testid="stException"] button').forEach(e => e.remove())
    const legend = [...place.querySelectorAll(".role-legend text, .role-axis-title text, .legendtext, .gtitle")].map(e => e.textContent)
    const drawn = place.querySelector("svg[role='graphics-document'], .vega-embed, svg.main-svg, canvas")
    const label = place.querySelector("[aria-label]:is(figure, [role=figure], [role=img]):not([data-testid*=Icon], [translate=no])")?.ariaLabel ?? place.querySelector("img[alt]")?.alt
    const rows = [...place.querySelectorAll("[role=grid] [role=columnheader]")].map(e => e.textContent.trim()).filter(Boolean)
    copy.querySelectorAll("svg, canvas, table[role=grid]").forEach(e => e.remove())
    const block = copy.querySelectorAll("p, div, li, button, label, span, td, th, h1, h2, h3, h4")
    block.forEach(e => e.append(" "))
    const values = [...place.querySelectorAll("input:not([type=file]):not([type=checkbox]):not([type=radio]), textarea")].filter(e => !e.closest('[data-testid="stTooltipHoverTarget"]')).map(e => e.value || e.placeholder)
    const text = [label, ...legend, ...rows, drawn && !label && legend.length ? "" : copy.textContent, ...values].filter(Boolean).join(", ")
    parts.push([kind, text])
  }
  return parts
}"""


def describe(page: Page) -> str:
    """Name what is in the app, from top to bottom: `Button “Reset”, text “Goodbye”.`"""
    named = []
    for kind, text in page.locator("body").evaluate(_PARTS):
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
