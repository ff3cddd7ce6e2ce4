"""The diagrams of snippets/diagrams/ keep the form of CONTRIBUTING.md: they follow the scheme, fit a phone, and say in words what they show."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from pages import ROOT, SNIPPETS, all_pages

DIAGRAMS = sorted((SNIPPETS / "diagrams").iterdir())
STYLESHEET = (ROOT / "overrides/assets/stylesheets/diagrams.css").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"
WIDEST = 400  # units: 13-unit text is then 11 pixels high on the narrowest phone


@pytest.fixture(params=DIAGRAMS, ids=lambda file: file.stem)
def diagram(request: pytest.FixtureRequest) -> tuple[Path, ElementTree.Element]:
    assert request.param.suffix == ".svg", f"{request.param}: a diagram is an SVG file"
    return request.param, ElementTree.parse(request.param).getroot()


def test_it_is_small_enough_for_a_phone(diagram: tuple[Path, ElementTree.Element]) -> None:
    file, svg = diagram
    left, top, width, height = map(float, svg.get("viewBox", "0 0 0 0").split())
    assert (left, top) == (0, 0)
    assert 0 < width <= WIDEST, file
    for text in svg.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", -1)) <= width, f"{file}: {text.text!r} is outside"
        assert 0 <= float(text.get("y", -1)) <= height, f"{file}: {text.text!r} is outside"


def test_it_says_in_words_what_it_shows(diagram: tuple[Path, ElementTree.Element]) -> None:
    file, svg = diagram
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("role") == "img", file
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}", file
    assert len(description.text) > 80, f"{file}: the description is too short to replace the picture"


def test_its_ids_are_its_own(diagram: tuple[Path, ElementTree.Element]) -> None:
    """Several diagrams can stand on one page."""
    file, svg = diagram
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert ids
    assert all(name.startswith(f"{file.stem}-") for name in ids), f"{file}: {ids}"


def test_its_colors_are_the_stylesheets(diagram: tuple[Path, ElementTree.Element]) -> None:
    file, svg = diagram
    for element in svg.iter():
        colored = {"fill", "stroke", "style", "color", "font-family", "font-size"} & set(element.keys())
        assert not colored, f"{file}: {colored} belong in diagrams.css"
        for name in element.get("class", "").split():
            assert re.search(rf"\.{name}\b", STYLESHEET), f"{file}: diagrams.css does not know {name!r}"


@pytest.mark.parametrize("kind", ["diagrams", "apps"])
def test_no_snippet_is_left_over(kind: str) -> None:
    included = set(re.findall(rf'--8<-- "{kind}/([^"]+)"', "\n".join(page.body for page in all_pages())))
    assert {file.name for file in (SNIPPETS / kind).glob("*") if file.is_file()} == included
