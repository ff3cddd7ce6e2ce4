"""The release notes have every version in its place, and know the installed one."""

from __future__ import annotations

import re
from datetime import datetime
from importlib.metadata import version
from itertools import pairwise

import api_changes
import pytest
from pages import read_page
from releases import minor_of

FOLDER = api_changes.PAGE.parent
YEARS = sorted((file.stem for file in FOLDER.glob("20*.md")), reverse=True)
HEADING = re.compile(
    r"^## (?P<release>\d+\.\d+\.\d+), (?P<date>\w+ \d+, \d{4}) \{ #v(?P<minor>[\d.]+) \}$", re.MULTILINE
)


def sections(year: str) -> list[re.Match]:
    return list(HEADING.finditer(read_page(FOLDER / f"{year}.md").body))


def test_the_installed_version_has_notes() -> None:
    """After an upgrade: write a section, and say on the index page that it is the newest."""
    installed = version("streamlit")
    newest = sections(YEARS[0])[0]
    assert newest["minor"] == minor_of(installed)
    assert installed in (FOLDER / f"{YEARS[0]}.md").read_text(encoding="utf-8")
    assert f"The newest version is {installed}" in (FOLDER / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("year", YEARS)
def test_sections(year: str) -> None:
    """Newest first, each in the year of its date, under an anchor that says its version; nothing else is a section."""
    found = sections(year)
    dates = [datetime.strptime(match["date"], "%B %d, %Y") for match in found]
    assert {f"{date.year}" for date in dates} == {year}
    assert all(later > earlier for later, earlier in pairwise(dates))
    assert [match["minor"] for match in found] == [minor_of(match["release"]) for match in found]
    headings = [text for _, level, text in read_page(FOLDER / f"{year}.md").headings if level == 2]
    assert len(headings) == len(found) + 1, "a heading that is no release, besides Next"


def test_each_section_of_api_changes_is_linked() -> None:
    linked = {
        minor
        for year in YEARS
        for minor in re.findall(r"\(api-changes\.md#v([\d.]+)\)", (FOLDER / f"{year}.md").read_text(encoding="utf-8"))
    }
    assert linked == set(api_changes.stored())
