"""The pictures of links to the site are there, current, and of the size that the pages say."""

from __future__ import annotations

import pytest
import social
from PIL import Image

PAGES = social.pages()


def test_each_section_has_one() -> None:
    assert {file.stem for file in social.PICTURES.iterdir()} == PAGES.keys()


@pytest.mark.parametrize("name", PAGES)
def test_it_is_current(name: str) -> None:
    file = social.PICTURES / f"{name}.png"
    assert social.stored_digest(file) == social.digest(PAGES[name]), f"{file}: run `make social-cards`"
    assert Image.open(file).size == (social.SIZE["width"], social.SIZE["height"])
    assert file.stat().st_size < 60_000
