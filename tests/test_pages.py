"""Each Markdown page keeps the form that CONTRIBUTING.md asks for."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from mkdocs.config import load_config
from pages import DOCS, ROOT, Page, all_pages

PAGES = all_pages()
PATHS = {page.path for page in PAGES}
KEYS = {"title", "description", "status", "icon", "search", "snippet", "also", "hidden", "article"}
STATUSES = {"deprecated"}

# Words that say nothing, as whole words outside of code.
FILLER = (
    "simply", "just", "easily", "easy", "obviously", "of course", "note that", "please", "basically", "actually",
    "powerful", "seamless", "seamlessly", "effortless", "effortlessly", "delightful", "amazing", "awesome", "robust",
    "leverage", "utilize", "in order to", "dive into", "deep dive", "unlock", "harness",
)  # fmt: skip

MARKDOWN_LINK = re.compile(r"\]\((?P<target>[^)\s]+)[^)]*\)")


def without_code(text: str) -> str:
    """Drop inline code, and HTML attributes, whose words are no prose."""
    return re.sub(r"`[^`]*`|<[^>]+>", " ", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_front_matter(page: Page) -> None:
    assert set(page.meta) <= KEYS, f"{page.path}: unknown front matter {set(page.meta) - KEYS}"
    assert page.meta.get("title"), f"{page.path}: it has no title"
    description = page.meta.get("description", "")
    assert 50 <= len(description) <= 160, f"{page.path}: description has {len(description)} characters, not 50 to 160"
    assert '"' not in description, f"{page.path}: the theme does not escape double quotes in a description"
    assert page.meta.get("status", "deprecated") in STATUSES


def test_titles_and_descriptions_are_unique() -> None:
    for key in ("title", "description"):
        seen: dict[str, str] = {}
        for page in PAGES:
            other = seen.setdefault(page.meta[key], page.path)
            assert other == page.path, f"{page.path} has the {key} of {other}: {page.meta[key]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_headings(page: Page) -> None:
    """One H1, first; no level is skipped."""
    levels = [level for _, level, _ in page.headings]
    assert levels.count(1) == 1, f"{page.path}: {levels.count(1)} H1"
    assert levels[0] == 1, f"{page.path}: the H1 is not the first heading"
    for (line, level, text), previous in zip(page.headings[1:], levels, strict=False):
        assert level <= previous + 1, f"{page.path}:{line}: {text!r} skips a level"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_filler(page: Page) -> None:
    text = without_code(page.prose).lower()
    found = [word for word in FILLER if re.search(rf"\b{word}\b", text)]
    assert not found, f"{page.path}: say it without {found}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_links(page: Page) -> None:
    """Pages of this site are linked by relative path; the official site only for what is not here."""
    for match in MARKDOWN_LINK.finditer(page.prose):
        target = match["target"]
        parts = urlsplit(target)
        if parts.netloc == "docs.streamlit.io":
            path = parts.path.strip("/")
            here = {f"{path}.md", f"{path}/index.md"} & PATHS
            assert not here, f"{page.path}: link to {here.pop()} instead of {target}"
        elif not parts.netloc:
            assert not target.startswith("/"), f"{page.path}: {target} breaks below a sub-path; make it relative"


def test_every_page_has_a_home() -> None:
    """An index page beside every folder's pages, so that each breadcrumb leads somewhere."""
    for path in PATHS:
        for folder in PurePosixPath(path).parents[:-1]:
            assert f"{folder}/index.md" in PATHS, f"{path}: {folder}/index.md is missing"


def test_no_code_is_published() -> None:
    """docs/ holds pages, pictures and what mkdocs.yml names; anything else would be published by accident."""
    allowed = {".md", ".webp", ".png", ".svg"}
    named = {DOCS / name for name in load_config(str(ROOT / "mkdocs.yml")).extra_templates}
    stray = [
        str(file) for file in DOCS.rglob("*") if file.is_file() and file.suffix not in allowed and file not in named
    ]
    assert not stray, stray


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_tables_have_headers(page: Page) -> None:
    """Each column says what is in it: an empty header is read out as nothing."""
    rows = page.prose.split("\n")
    for header, rule in pairwise(rows):
        if re.fullmatch(r"\|( *:?-+:? *\|)+", rule.strip()):
            cells = re.split(r"(?<!\\)\|", header.strip().strip("|"))
            assert all(cell.strip() for cell in cells), f"{page.path}: {header}"
