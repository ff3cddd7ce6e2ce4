"""Beside each page stands its Markdown, and it says all that the page says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown_pages import FURNITURE, markdown_of
from pages import Page, all_pages

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Counter:
    return Counter(WORD.findall(text))


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.path)
def test_it_has_every_word_of_the_page(page: Page, built_site: Path) -> None:
    html = BeautifulSoup((built_site / page.url / "index.html").read_text(encoding="utf-8"), "html.parser")
    article = html.select_one("main article")
    for other in article.select(f"{FURNITURE}, .questions, .page-steps, svg"):
        other.decompose()
    text = (built_site / page.url / "index.md").read_text(encoding="utf-8")
    front_matter, _, markdown = text.removeprefix("---\n").partition("---\n")
    head = yaml.safe_load(front_matter)
    assert (head["title"], head["description"]) == (page.meta["title"], page.meta["description"])
    assert head["url"].endswith(f"/{page.url}")
    missing = words(article.get_text(" ")) - words(markdown.replace("\\", ""))
    # Where the HTML breaks a word in two (`st.session_<wbr>state`, marks of syntax in code), the Markdown has it whole.
    joined = re.sub(r"\W|_", "", markdown)
    assert not [word for word in missing if word not in joined], page.path
    assert sum(missing.values()) <= 0.05 * max(100, len(WORD.findall(markdown))), missing.most_common(20)


def test_its_links_lead_to_markdown_that_exists(built_site: Path) -> None:
    for file in built_site.rglob("index.md"):
        prose = re.sub(r"^```.*?^```", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\(([^)\s]+\.md)[)#]", prose):
            if "://" not in target:
                address = urljoin(f"/{file.relative_to(built_site).as_posix()}", target)
                assert (built_site / address.lstrip("/")).is_file(), f"{file}: {target}"


def test_what_plain_markdown_lacks_is_said_otherwise() -> None:
    assert markdown_of('<div class="admonition note"><p class="admonition-title">Note</p><p>Two</p></div>') == (
        "> **Note**\n>\n> Two"
    )
    tabs = (
        '<div class="tabbed-set"><div class="tabbed-labels"><label>pip</label><label>uv</label></div>'
        '<div class="tabbed-content"><div class="tabbed-block"><p>a</p></div><div class="tabbed-block"><p>b</p></div></div></div>'
    )
    assert markdown_of(tabs) == "**pip**\n\na\n\n**uv**\n\nb"
    code = '<div class="language-python highlight"><span class="filename">a.py</span><pre><code>x = "```"\n</code></pre></div>'
    assert markdown_of(code) == '**a.py**\n\n````python\nx = "```"\n````'
    assert markdown_of("<svg><desc>Two boxes.</desc><text>A</text></svg>") == "[Diagram: Two boxes.]"
    facts = '<p class="doc-item-facts"><code>str</code> <span>required</span></p>'
    assert re.sub(" +", " ", markdown_of(facts)) == "`str` · required"


def test_llms_txt_lists_every_page(built_site: Path) -> None:
    """https://llmstxt.org: a title, a summary in a quotation, and lists of links with descriptions."""
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Streamlit Docs\n\n> ")
    listed = dict(
        re.findall(
            r"^- \[([^\]]+)\]\(http://127.0.0.1:8000/streamlit-docs/(.*)index\.md\): .{50,}$", text, re.MULTILINE
        )
    )
    expected = {
        page.meta["title"]: page.url
        for page in all_pages()
        if page.url not in ("", "privacy/", "licenses/") and not page.meta.get("hidden")
    }
    assert listed == expected
