"""The examples of the site: those of the docstrings, of the pages and of the cards, with what each needs to run.

`examples/docstrings.yml` says what a docstring's example needs that the docstring leaves to the reader:

    setup    code that runs before it
    files    further files of the app, by name; `entry` names the one that is started
    run      how it runs: as an app (the default), by `python`, as a `server` of its own, or in a `browser`
    raises   which exception it raises, and
    why      why that is so
    steps    what to do before the picture is taken (tests/pictures/steps.py)
    alt      what the picture shows, where its text alone does not say it
    picture  `false` where a picture would show nothing

A page's example says the same by the attributes of its fence; a card's is a file in `examples/cards/`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version

import griffe
import yaml
from apps import ENTRY
from documented_objects import required_version
from loading import documented_objects, is_rest
from pages import ROOT, Block, all_pages, app_files

FOLDER = ROOT / "examples"
CARDS = FOLDER / "cards"
NEEDS = yaml.safe_load((FOLDER / "docstrings.yml").read_text(encoding="utf-8"))
_KEYS = {"setup", "files", "entry", "run", "raises", "why", "steps", "alt", "picture"}
_FENCED = re.compile(
    r'^(?P<indent> *)(?P<fence>`{3,}) \{ \.python(?P<shown> \.shown)?(?: title="[^"]*")? data-example="(?P<name>[^"]+)" \}\n'
    r"(?P<code>.*?)\n(?P=indent)(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
_CARD_NEEDS = re.compile(r"^# (steps|alt|raises): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """An example: `name` is its picture's, `code` what readers see, and `files` what runs."""

    name: str
    place: str
    """Where a person finds it: the object and number, or page and line."""
    code: str
    files: dict[str, str] = field(default_factory=dict)
    entry: str = ENTRY
    run: str = "app"
    raises: str = ""
    shown: bool = False
    steps: str = ""
    alt: str = ""

    def __str__(self) -> str:
        return self.place

    @property
    def code_digest(self) -> str:
        return digest(self.code)


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that change when the text does."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]


@cache
def docstring_examples() -> list[Example]:
    """Every Python example of the docstrings that the pages render, each once.

    Raises:
        ValueError: if examples/docstrings.yml names an example that does not exist in the version that the pages are
            written for, or says what is unknown.
    """
    found = {example.name: example for obj in documented_objects().values() for example in _examples_of(obj)}
    gone = NEEDS.keys() - found.keys()
    if gone and version("streamlit") == required_version():
        raise ValueError(f"examples/docstrings.yml names examples that are gone: {sorted(gone)}")
    for name, needs in NEEDS.items():
        if wrong := needs.keys() - _KEYS:
            raise ValueError(f"examples/docstrings.yml: {name}: unknown: {sorted(wrong)}")
    return list(found.values())


def _examples_of(obj: griffe.Object) -> Iterator[Example]:
    if not is_rest(obj.docstring):
        return
    for text in _texts(obj.docstring):
        for match in _FENCED.finditer(text):
            code = re.sub(f"^{match['indent']}", "", match["code"], flags=re.MULTILINE)
            needs = NEEDS.get(match["name"], {})
            entry = needs.get("entry", ENTRY)
            program = f"{needs['setup']}\n{code}" if "setup" in needs else code
            yield Example(
                name=match["name"],
                place=match["name"],
                code=code,
                files={**needs.get("files", {}), entry: program},
                entry=entry,
                run=needs.get("run", "app"),
                raises=needs.get("raises", ""),
                shown=bool(match["shown"]) and needs.get("picture", True),
                steps=needs.get("steps", ""),
                alt=needs.get("alt", ""),
            )


def _texts(docstring: griffe.Docstring) -> Iterator[str]:
    for section in docstring.parsed:
        for item in section.value if isinstance(section.value, list) else [section.value]:
            text = item[1] if isinstance(item, tuple) else getattr(item, "description", item)
            if isinstance(text, str):
                yield text


@cache
def page_examples() -> list[Example]:
    """Every Python block of the pages."""
    return [_page_example(block, number) for page in all_pages() for number, block in enumerate(page.python_blocks, 1)]


def _page_example(block: Block, number: int) -> Example:
    files = app_files(block) if block.title else {ENTRY: block.code}
    return Example(
        name=f"{block.page.stem}.{number}",
        place=str(block),
        code=block.code,
        files=files,
        run=block.attributes.get("data-run", "app"),
        raises=block.attributes.get("data-raises", ""),
        shown="shown" in block.classes,
        steps=block.attributes.get("data-steps", ""),
        alt=block.attributes.get("data-alt", ""),
    )


@cache
def card_examples() -> list[Example]:
    """The program of each card that has a picture; the comments that it begins with say `steps`, `alt` and `raises`."""
    examples = []
    for file in sorted(CARDS.glob("*.py")):
        code = file.read_text(encoding="utf-8")
        needs = dict(_CARD_NEEDS.findall(code.partition("import ")[0]))
        needs["steps"] = f"width 360; {needs.get('steps', '')}"
        examples.append(
            Example(f"card.{file.stem}", f"examples/cards/{file.name}", code, {ENTRY: code}, shown=True, **needs)
        )
    return examples


def shown_examples() -> list[Example]:
    """Every example that has a picture."""
    return [example for example in [*docstring_examples(), *page_examples(), *card_examples()] if example.shown]
