"""The pictures of examples: none is missing, stale or left over, and together they are light."""

from __future__ import annotations

import statistics

import pytest
import take
from camera import SCALE
from PIL import Image
from steps import read_steps

from examples import shown_examples

EXAMPLES = shown_examples()
INDEX = take.read_index()
FILES = {file.name: file for file in take.PICTURES.iterdir()}


def test_no_picture_is_missing_or_stale() -> None:
    missing = [example.name for example in EXAMPLES if example.name not in INDEX]
    stale = [e.name for e in EXAMPLES if e.name in INDEX and not take.is_current(e, INDEX)]
    assert not missing, f"run `make pictures`; missing: {missing}"
    assert not stale, f"run `make pictures`; stale: {stale}"


def test_no_picture_is_left_over() -> None:
    expected = {take.file_of(e.name, scheme).name for e in EXAMPLES for scheme in ("light", "dark")}
    assert FILES.keys() == expected, f"run `make pictures`: {sorted(FILES.keys() ^ expected)}"
    assert INDEX.keys() == {example.name for example in EXAMPLES}


@pytest.mark.parametrize("name", INDEX)
def test_index_says_what_the_files_are(name: str) -> None:
    entry = INDEX[name]
    for scheme in ("light", "dark"):
        with Image.open(take.file_of(name, scheme)) as image:
            assert image.format == "WEBP"
            assert [length / SCALE for length in image.size] == entry["size"]
    assert 4 < len(entry["alt"]) <= 320, f"{name}: say what it shows with `alt`"


def test_the_pictures_are_light() -> None:
    """12 MB all together, 20 kB normally; a photograph of a whole app may take more."""
    sizes = sorted(file.stat().st_size for file in FILES.values())
    assert sum(sizes) < 12_000_000
    assert statistics.quantiles(sizes, n=10)[-1] < 20_000, "more than one in ten is too large"
    assert sizes[-1] < 60_000, max(FILES.values(), key=lambda file: file.stat().st_size)


def test_names_are_unique() -> None:
    names = [example.name for example in EXAMPLES]
    assert len(set(names)) == len(names)


def test_steps_are_known() -> None:
    for example in EXAMPLES:
        read_steps(example.steps)
    with pytest.raises(ValueError, match="unknown step 'clikc Save'"):
        read_steps("clikc Save")
