"""The Markdown pages as the tests see them: front matter, headings and fenced blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"

_FENCE = re.compile(r"^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<info>.*)$")
_INCLUDED = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass
class Block:
    """A fenced block of a page."""

    page: Page
    line: int
    language: str
    classes: list[str]
    attributes: dict[str, str]
    code: str
    section: int
    """The line of the heading it stands under."""

    def __str__(self) -> str:
        return f"{self.page.path}:{self.line}"

    @property
    def title(self) -> str | None:
        return self.attributes.get("title")


@dataclass
class Page:
    """A Markdown page. `path` is relative to docs/, with slashes."""

    path: str
    meta: dict
    body: str
    offset: int
    """Lines of front matter before the body."""
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[int, int, str]] = field(default_factory=list)
    """Line, level and text of each heading outside of fenced blocks."""
    prose: str = ""
    """The body without fenced blocks."""

    @property
    def stem(self) -> str:
        """A name that no other page has: `st.button`; outside of the reference, and for an index page, the whole path."""
        name = self.path.removesuffix(".md")
        is_object = name.startswith("develop/api-reference/") and not name.endswith("index")
        return name.rpartition("/")[2] if is_object else name.replace("/", ".")

    @property
    def python_blocks(self) -> list[Block]:
        return [block for block in self.blocks if block.language == "python"]

    @property
    def url(self) -> str:
        """The address below the site's root: `develop/concepts/`."""
        path = self.path.removesuffix(".md")
        return re.sub(r"(^|/)index$", r"\1", path) if path.endswith("index") else f"{path}/"


def read_page(file: Path) -> Page:
    """Read a page and its fenced blocks.

    Raises:
        ValueError: if the page has no front matter or leaves a fence open.
    """
    path = file.relative_to(DOCS).as_posix()
    parts = re.match(r"---\n(.*?)\n---\n(.*)", file.read_text(encoding="utf-8"), re.DOTALL)
    if parts is None:
        raise ValueError(f"{path}: it has no front matter")
    page = Page(path, yaml.safe_load(parts[1]) or {}, parts[2], offset=parts[1].count("\n") + 3)
    _read_body(page)
    return page


def _read_body(page: Page) -> None:
    lines = iter(enumerate(page.body.split("\n"), page.offset))
    prose: list[str] = []
    section = 0
    for number, line in lines:
        fence = _FENCE.match(line)
        if fence:
            page.blocks.append(_read_block(page, number, fence, lines, section))
            prose.append("")
            continue
        heading = re.match(r"^(#{1,6}) +(.*)$", line)
        if heading:
            section = number
            page.headings.append((number, len(heading[1]), heading[2]))
        prose.append(line)
    page.prose = "\n".join(prose)


def _read_block(page: Page, number: int, fence: re.Match, lines: Iterator[tuple[int, str]], section: int) -> Block:
    code: list[str] = []
    for _, line in lines:
        if line.strip() == fence["fence"]:
            break
        code.append(line.removeprefix(fence["indent"]))
    else:
        raise ValueError(f"{page.path}:{number}: the fence is never closed")
    info = fence["info"].strip().strip("{}").strip()
    attributes = dict(_ATTRIBUTE.findall(info))
    words = _ATTRIBUTE.sub("", info).split()
    classes = [word.lstrip(".") for word in words]
    text = _INCLUDED.sub(lambda match: (SNIPPETS / match[1]).read_text(encoding="utf-8").strip("\n"), "\n".join(code))
    return Block(page, number, classes[0] if classes else "", classes, attributes, text + "\n", section)


def app_files(block: Block) -> dict[str, str]:
    """The titled blocks under the block's heading: the files of one app."""
    others = [other for other in block.page.blocks if other.section == block.section and other.title]
    return {other.title: other.code for other in others if "error-output" not in other.classes}


def all_pages() -> list[Page]:
    """Every page of the site, in the order of their paths."""
    return [read_page(file) for file in sorted(DOCS.rglob("*.md"))]
