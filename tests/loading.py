"""Loads a package with griffe and the site's extensions, the way mkdocstrings does: by path, in their order."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import griffe
import pytest
from pages import ROOT

EXTENSIONS = ("streamlit_api", "rest_docstrings")


def load(package: str, *folders: Path, extensions: tuple[str, ...] = EXTENSIONS) -> griffe.Module:
    """Load a package from the folders, or the installed one."""
    loader = griffe.GriffeLoader(
        extensions=griffe.load_extensions(*(str(ROOT / "extensions" / f"{name}.py") for name in extensions)),
        search_paths=[*folders, *(path for path in sys.path if path)],
        docstring_parser="numpy",
        docstring_options={"warn_unknown_params": False},
    )
    module = loader.load(package, try_relative_path=False)
    loader.resolve_aliases(implicit=False, external=None)
    return module


@cache
def streamlit() -> griffe.Module:
    """The installed Streamlit, loaded once."""
    return load("streamlit")


def record_warnings(extension: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what an extension warns of; caplog would not do, since MkDocs redirects griffe's loggers."""
    messages: list[str] = []
    monkeypatch.setattr(griffe.get_logger(extension), "warning", messages.append, raising=False)
    return messages
