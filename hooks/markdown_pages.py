"""MkDocs hook: beside each page stands its Markdown, with the API objects and examples rendered in it.

`…/st.button/index.md` is what the page says, for programs that read Markdown rather than HTML, and for "Copy page".
It is made from the HTML of the page, so it has what a reader sees, and nothing of the page around it. `mkdocs serve`
leaves it out, to show a saved page sooner; so does Zensical, which runs no hooks.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

# Marks and buttons of the page that are no content, and the second of two pictures.
FURNITURE = (
    ".headerlink, .visually-hidden, .example__try, .picture--dark, .api-card__picture, .doc-signature-bar > span"
)

_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_COLORS = re.compile(r"</?(?:span|a)\b[^>]*>")


def on_config(config: MkDocsConfig) -> None:
    """Tell the templates whether a page's Markdown is there to be linked to."""
    config.extra["markdown_pages"] = not config.extra.get("serving")


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **kwargs: Any) -> None:
    """Write the page's Markdown; by now, cross-references are links, and pictures are in."""
    if not config.extra["markdown_pages"]:
        return
    head = {"title": page.meta.get("title", page.title), "description": page.meta.get("description", "")}
    head |= {"url": page.canonical_url} if page.canonical_url else {}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    file = (Path(config.site_dir) / page.file.dest_uri).with_suffix(".md")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front_matter}---\n\n{markdown_of(page.content)}\n", encoding="utf-8")


def markdown_of(html: str) -> str:
    """Return an article's HTML as CommonMark with tables and fenced code."""
    # Half of all tags color code. Without them this takes half the time, and it is the build's largest part.
    article = BeautifulSoup(_CODE.sub(lambda code: _COLORS.sub("", code[0]), html), "html.parser")
    for furniture in article.select(FURNITURE):
        furniture.decompose()
    for facts in article.select(".doc-item-facts"):
        for fact in facts.find_all(recursive=False)[1:]:
            fact.insert_before(" · ")
    for labels, blocks in zip(article.select(".tabbed-labels"), article.select(".tabbed-content"), strict=True):
        for label, block in zip(labels.select("label"), blocks.find_all(recursive=False), strict=True):
            label.name = "strong"
            block.insert(0, label.extract())
    text = _Converter(heading_style="ATX", bullets="-", strip=["wbr"]).convert_soup(article)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip()


class _Converter(MarkdownConverter):
    """What this site's pages have besides plain HTML: callouts, tabs, code with a language, diagrams."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Lead to the Markdown of the site's pages."""
        parts = urlsplit(el.get("href", ""))
        if not parts.netloc and parts.path.endswith("/"):
            el["href"] = urlunsplit(parts._replace(path=f"{parts.path}index.md"))
        return super().convert_a(el, text, parent_tags)

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Fence code, with its language; the name of its file stands above it."""
        box = el.find_parent(class_=re.compile(r"^language-"))
        language = next((name[9:] for name in box["class"] if name.startswith("language-")), "") if box else ""
        name = el.find_previous_sibling(class_="filename")
        code = el.get_text().strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", code)), default=0))
        title = f"**{name.get_text()}**\n\n" if name else ""
        return f"\n\n{title}{fence}{language if language != 'text' else ''}\n{code}\n{fence}\n\n"

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Quote callouts."""
        if "admonition" in el.get("class", []):
            return _quoted(text)
        return super().convert_div(el, text, parent_tags)

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _quoted(text)

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n\n"

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "admonition-title" in el.get("class", []):
            return f"\n\n**{text.strip()}**\n\n"
        return super().convert_p(el, text, parent_tags)

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """The name of a file stands above its code already."""
        return "" if "filename" in el.get("class", []) else text

    def convert_strong(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """The label of a tab is a line of its own."""
        bold = f"**{text.strip()}**"
        return f"\n\n{bold}\n\n" if el.parent and "tabbed-block" in el.parent.get("class", []) else bold

    def convert_svg(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Say in words what a diagram shows."""
        description = el.find("desc")
        return f"\n\n[Diagram: {description.get_text(strip=True)}]\n\n" if description else ""


def _quoted(text: str) -> str:
    lines = re.sub(r"\n{3,}", "\n\n", text).strip().split("\n")
    return "\n\n" + "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"
