"""Every Python block of every page runs against the installed Streamlit; CONTRIBUTING.md says how they are marked."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from apps import ENTRY, clean_process, error_name, error_text, run_files
from pages import Block, all_pages, app_files
from streamlit.testing.v1 import AppTest

BLOCKS = [block for page in all_pages() for block in page.blocks]
PYTHON = [block for block in BLOCKS if block.language == "python"]


@pytest.fixture(autouse=True)
def _in_a_clean_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    with clean_process():
        yield


def run_app(block: Block, folder: Path) -> AppTest:
    """Run an example as an app.

    Raises:
        AssertionError: if it consists of several files and none is the one to start.
    """
    files = app_files(block) if block.title else {ENTRY: block.code}
    assert ENTRY in files, f"{block}: name the file that starts the app {ENTRY}"
    return run_files(files, folder)


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_example_runs(block: Block, tmp_path: Path) -> None:
    if block.attributes.get("data-run") == "python":
        run_program(block, tmp_path)
        return
    assert "import streamlit as st" in block.code or "st." not in block.code, f"{block}: it lacks its import"
    app = run_app(block, tmp_path)
    expected = block.attributes.get("data-raises", "")
    shown = error_text(app) if app.exception else "it does not"
    assert error_name(app) == expected, f"{block}: it should raise {expected or 'nothing'}; {shown}"


def run_program(block: Block, folder: Path) -> None:
    """Run an example that is no app with Python itself, beside the other files under its heading."""
    name = block.title or "example.py"
    for file, code in {**app_files(block), name: block.code}.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, f"{block}: {done.stderr[-2000:]}"


ERRORS = [(block, BLOCKS[i - 1]) for i, block in enumerate(BLOCKS) if "error-output" in block.classes]


@pytest.mark.parametrize(("block", "example"), ERRORS, ids=[str(block) for block, _ in ERRORS])
def test_error_is_the_real_one(block: Block, example: Block, tmp_path: Path) -> None:
    """The error text below a failing example is what Streamlit shows for it."""
    assert example.page is block.page, f"{block}: no example above it"
    assert "data-raises" in example.attributes, f"{block}: the block above it is no failing example"
    app = run_app(example, tmp_path)
    shown = " ".join(error_text(app).split())
    assert " ".join(block.code.split()) == shown, f"{block}: the app shows: {shown}"


@pytest.mark.parametrize("block", [b for b in BLOCKS if b.language == "toml"], ids=str)
def test_toml_is_valid(block: Block) -> None:
    tomllib.loads(block.code)


def test_every_block_names_its_language() -> None:
    unnamed = [str(block) for block in BLOCKS if not block.language]
    assert not unnamed, f"name the language (`text` if there is none): {unnamed}"


def test_there_are_examples() -> None:
    """If the pages were not found, the tests above would pass by testing nothing."""
    assert len(PYTHON) > 60
    assert len(ERRORS) > 5
