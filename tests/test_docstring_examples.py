"""Every Python example of the docstrings runs; examples/docstrings.yml says what they need, and which must fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from app_server import FINISHED, AppServer, free_port, wait_for
from apps import clean_process, error_name, error_text, run_files
from example_files import write_files
from playwright.sync_api import Browser

from examples import NEEDS, Example, docstring_examples

EXAMPLES = docstring_examples()
APPS = [example for example in EXAMPLES if example.run == "app"]
PROGRAMS = [example for example in EXAMPLES if example.run == "python"]


@pytest.fixture(autouse=True)
def _among_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("example", APPS, ids=str)
def test_example_runs(example: Example, tmp_path: Path) -> None:
    with clean_process():
        app = run_files(example.files, tmp_path, example.entry)
    shown = error_text(app) if app.exception else "it runs"
    assert error_name(app) == example.raises, f"{example}: {shown}; see examples/docstrings.yml"


@pytest.mark.parametrize("example", PROGRAMS, ids=str)
def test_program_runs(example: Example, tmp_path: Path) -> None:
    for name, code in example.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, example.entry], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{example}: {done.stderr[-2000:]}; see examples/docstrings.yml"


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.run == "server"], ids=str)
def test_server_starts(example: Example, tmp_path: Path) -> None:
    """An example that starts Streamlit itself answers at the port it names, or at that of config.toml."""
    named = re.search(r'"server.port": (\d+)', example.code)
    port = named[1] if named else free_port()
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(f"server = {{headless = true, port = {port}}}")
    (tmp_path / example.entry).write_text(example.files[example.entry], encoding="utf-8")
    with subprocess.Popen([sys.executable, example.entry], stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        finally:
            process.kill()


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.run == "browser"], ids=str)
def test_example_runs_in_a_browser(example: Example, browser: Browser) -> None:
    with AppServer(example.entry) as server:
        server.put(example)
        with browser.new_page(timezone_id="Europe/Paris", locale="fr-FR") as page:
            page.goto(server.url)
            page.wait_for_selector(FINISHED)
            errors = page.get_by_test_id("stException").all_inner_texts()
    assert [re.match(r"[\w.]+", error)[0] for error in errors] == [example.raises] * bool(example.raises), errors


def test_every_exception_says_why() -> None:
    assert all(needs.get("why") for needs in NEEDS.values() if "raises" in needs or needs.get("picture") is False)


def test_there_are_examples() -> None:
    assert len(APPS) > 300
