"""The examples in the docstrings of every object that a page documents run, but for those of docstring_examples.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from apps import ENTRY, clean_process, error_name, error_text, run_files
from loading import documented_objects, is_rest

EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "docstring_examples.yml").read_text(encoding="utf-8"))
CODE = re.compile(r"^```python\n(.*?)\n```$", re.DOTALL | re.MULTILINE)


def examples() -> Iterator[tuple[str, int, str]]:
    """Path, number and code of each example."""
    for name, obj in documented_objects().items():
        if not is_rest(obj.docstring):
            continue
        texts = [section.value for section in obj.docstring.parsed if section.kind.value in ("text", "examples")]
        text = "\n\n".join(value if isinstance(value, str) else value[0][1] for value in texts)
        for number, code in enumerate(CODE.findall(text), 1):
            yield name, number, code


EXAMPLES = list(examples())


@pytest.mark.parametrize(("path", "number", "code"), EXAMPLES, ids=[f"{path}-{n}" for path, n, _ in EXAMPLES])
def test_docstring_example_runs(
    path: str, number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if "import streamlit as st" not in code:
        code = f"import streamlit as st\n{code}"
    expected = EXCEPTIONS.get(path, {}).get(number, {}).get("raises", "")
    with clean_process():
        app = run_files({ENTRY: code}, tmp_path)
    shown = error_text(app) if app.exception else "it runs"
    assert error_name(app) == expected, f"example {number} of {path}: {shown}; see docstring_examples.yml"


def test_exceptions_name_real_examples() -> None:
    known = {(path, number) for path, number, _ in EXAMPLES}
    listed = {(path, number) for path, numbers in EXCEPTIONS.items() for number in numbers}
    assert listed <= known, f"gone: {sorted(listed - known)}"
    assert all(entry["why"] for numbers in EXCEPTIONS.values() for entry in numbers.values())


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 25
