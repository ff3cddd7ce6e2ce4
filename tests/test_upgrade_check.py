"""`make upgrade-check` names what a version asks of the pages: on invented findings, and with a real version."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import api_surface
import griffe
import pytest
import upgrade_check
import upgrade_facts
from api_changes import Change
from upgrade_check import CheckError, Failure, Findings, failures, report

INSTALLED = version("streamlit")


# --- On invented findings -------------------------------------------------------------


def test_each_kind_is_named() -> None:
    findings = Findings(
        undocumented=["streamlit.new"],
        missing=["streamlit.gone"],
        unknown=["cannot tell what st.odd stands for"],
        gone=["streamlit.button.9"],
        named=["docs/index.md: 10"],
        changes=[
            Change("config.toml server.new", "", "added"),
            Change("st.gone", "", "removed"),
            Change("st.new", "", "added"),
            Change("st.radio", "size", "default `2`, was `1`"),
            Change("st.radio", "width", "removed"),
        ],
        failures=[
            Failure("test_examples", "guide.md:7", "it should raise nothing; NameError: name 'x' is not defined"),
            Failure("test_facts", "state.md, on_change", "missing ['st.new']"),
            Failure("test_cheat_sheets", "test_every_command_is_in_the_sheet", "missing in the sheet: ['st.new']"),
        ],
        shown={"recoded": "1b", "same": "2", "as before": "3", "new": "4"},
        pictures={"recoded": "1a", "same": "2", "as before": "3", "old": "5"},
    )
    text = report("1.1.0", "1.2.0", findings)
    assert text.startswith("Streamlit 1.2.0, compared with 1.1.0, which the pages are written for\n\n")
    paragraphs = {title.split(" (")[0]: lines for title, *lines in map(str.splitlines, text.split("\n\n")[1:-2])}
    assert paragraphs == {
        "Names without a page": ["  streamlit.new"],
        "Names that 1.2.0 lacks and pages document": ["  streamlit.gone"],
        "Changes of the API": [
            "  added in config.toml: server.new",
            "  removed: st.gone",
            "  added: st.new",
            "  st.radio: size default `2`, was `1`; width removed",
        ],
        "What extensions/ cannot read": ["  cannot tell what st.odd stands for"],
        "Examples that break": ["  guide.md:7: it should raise nothing; NameError: name 'x' is not defined"],
        "Facts and cheat sheets that are no longer right": [
            "  state.md, on_change: missing ['st.new']",
            "  test_every_command_is_in_the_sheet: missing in the sheet: ['st.new']",
        ],
        "Examples that are gone": ["  streamlit.button.9"],
        "Lines that name the old version": ["  docs/index.md: 10"],
        "Pictures of other code": ["  new code: recoded", "  not taken yet: new", "  shown no more: old"],
    }
    assert "\n\nChanges of the API (4). " in text
    assert "\n\nPictures that only carry the version: 2. " in text


def test_nothing_changes_but_the_version() -> None:
    text = report("1.1.0", "1.1.1", Findings(shown={"same": "2"}, pictures={"same": "2"}))
    assert "No page, example or fact has to change." in text
    assert "Pictures that only carry the version: 1. " in text
    assert "(" not in text


# What pytest writes of it is what `failures` has to read.
TESTS = """
import pytest

@pytest.mark.parametrize("example", ["guide.md:7", "guide.md:9", "st.a[0]"])
def test_example_runs(example):
    if example == "guide.md:9":
        raise KeyError("missing")
    found = "" if example == "st.a[0]" else "NameError"
    assert found == "", f"{example}: it should raise nothing; {found}: name 'x' is not defined"

def test_there_are_examples():
    assert len([1]) > 2

@pytest.fixture
def broken():
    raise OSError("no browser")

def test_in_a_browser(broken):
    pass
"""


def test_failures_are_read_from_pytests_report(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "test_import.py").write_text("from streamlit import no_such_name\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--continue-on-collection-errors", "--junit-xml=results.xml"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
    found = failures((tmp_path / "results.xml").read_text(encoding="utf-8"))
    errors = {(test.file, test.name): test.error for test in found}
    assert errors.pop(("test_import", "test_import")).startswith("ImportError: cannot import name 'no_such_name' from")
    assert errors == {
        ("test_some", "guide.md:7"): "it should raise nothing; NameError: name 'x' is not defined",
        ("test_some", "guide.md:9"): "KeyError: 'missing'",
        ("test_some", "test_there_are_examples"): "assert 1 > 2 + where 1 = len([1])",
        ("test_some", "test_in_a_browser"): 'failed on setup with "OSError: no browser"',
    }


def test_no_test_ran() -> None:
    with pytest.raises(CheckError, match="no example has this name"):
        failures('<testsuites><testsuite name="pytest" tests="0"/></testsuites>')


def test_what_an_extension_warns_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def warn() -> list[str]:
        logger = griffe.get_logger("rest_docstrings")
        monkeypatch.setattr(logger, "_logger", logging.getLogger("rest_docstrings"))  # MkDocs may have replaced it
        logger.warning("st.odd: unknown directive 'odd'")
        return []

    monkeypatch.setattr(api_surface, "undocumented", warn)
    assert upgrade_facts.facts()["unknown"] == ["st.odd: unknown directive 'odd'"]


RESULTS = {
    "__init__.py": "def grid() -> GridContainer: ...\ndef status() -> Status: ...\n",
    "elements/__init__.py": "",
    "elements/grid.py": """
class GridContainer:
    \"\"\"Cells.\"\"\"
    last: _Hidden | Cell

class Cell:
    \"\"\"One of them.\"\"\"

class Status:
    \"\"\"Known already.\"\"\"

class Unnamed:
    \"\"\"Nothing returns it.\"\"\"

class _Hidden:
    \"\"\"Internal.\"\"\"
""",
}


def test_classes_that_commands_return_are_found(tmp_path: Path) -> None:
    """They have no public path, so that the public names do not tell of them."""
    for name, text in RESULTS.items():
        for version_ in ("old", "new"):
            file = tmp_path / version_ / "streamlit" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("" if version_ == "old" else text, encoding="utf-8")
    known = {"streamlit.elements.lib.Status"}  # elsewhere: internal modules are renamed
    found = upgrade_check.new_classes(tmp_path / "old", tmp_path / "new", known)
    assert found == ["streamlit.elements.grid.Cell", "streamlit.elements.grid.GridContainer"]


@pytest.mark.parametrize(("new", "expected"), [("1.8.0", ["docs/index.md: 1, 2, 4"]), ("1.7.1", ["docs/index.md: 2"])])
def test_lines_that_name_the_old_version(
    new: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its minor version, or by all of it if that stays the same; not in longer numbers, nor in release notes."""
    docs = tmp_path / "docs"
    (docs / "release-notes").mkdir(parents=True)
    (docs / "index.md").write_text("Since 1.7.\nWrite `streamlit==1.7.0`.\n11.7 and 1.70\n1.7\n", encoding="utf-8")
    (docs / "release-notes" / "index.md").write_text("1.7.0\n", encoding="utf-8")
    monkeypatch.setattr(upgrade_check, "ROOT", tmp_path)
    monkeypatch.setattr(upgrade_check, "DOCS", docs)
    assert upgrade_check.lines_naming("1.7.0", new) == expected


# --- With real versions ---------------------------------------------------------------


def test_the_installed_version_asks_for_nothing(capsys: pytest.CaptureFixture) -> None:
    assert upgrade_check.main([INSTALLED]) == 0
    assert capsys.readouterr().out == f"The pages are written for Streamlit {INSTALLED}: there is nothing to do.\n"


def test_another_version(capsys: pytest.CaptureFixture) -> None:
    """An older one, which test_other_versions.py installs; of the examples, only those of one page."""
    assert upgrade_check.main(["1.55.0", "st.grid"]) == 1
    text = capsys.readouterr().out
    assert text.startswith(f"Streamlit 1.55.0, compared with {INSTALLED}")
    for line in (
        "streamlit.bokeh_chart",
        "streamlit.grid",
        "removed: st.grid",
        "added: st.bokeh_chart",
        "removed in config.toml: server.enableAgentApi",
        "removed: streamlit skills",
        "st.cache_data: max_size removed; refresh_mode removed",
        "examples/cards/st.grid.py: AttributeError: module 'streamlit' has no attribute 'grid'",
        "new code: streamlit.date_input.1",
        "shown no more: streamlit.grid.1",
    ):
        assert f"\n  {line}\n" in text, line
    assert "\n  docs/index.md: " in text
    assert "streamlit.button\n" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([""], "say which Streamlit"),
        (["1.9999"], "the package index has no Streamlit 1.9999; the newest are "),
        (["newest"], "'newest' is no version"),
    ],
)
def test_a_version_that_cannot_be_had(arguments: list[str], message: str, capsys: pytest.CaptureFixture) -> None:
    assert upgrade_check.main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"upgrade-check: {message}")


def test_no_network(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    assert upgrade_check.main(["latest"]) == 2
    assert capsys.readouterr().err.startswith("upgrade-check: the package index does not answer: ")
