"""Loads a package with griffe and the site's extensions, the way mkdocstrings does: by path, in their order."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import griffe
import pytest
from documented_objects import find, references
from pages import DOCS, ROOT

EXTENSIONS = ("streamlit_api", "streamlit_runtime", "rest_docstrings")


def load(package: str, *folders: Path, extensions: tuple[str, ...] = EXTENSIONS) -> griffe.Module:
    """Load a package from the folders, or the installed one."""
    loader = griffe.GriffeLoader(
        extensions=griffe.load_extensions(*(str(ROOT / "extensions" / f"{name}.py") for name in extensions)),
        search_paths=[*folders, *(path for path in sys.path if path)],
        docstring_parser="numpy",
        docstring_options={"warn_unknown_params": False, "warn_missing_types": False},
    )
    module = loader.load(package, try_relative_path=False)
    loader.resolve_aliases(implicit=False, external=None)
    return module


@cache
def streamlit() -> griffe.Module:
    """The installed Streamlit, loaded once."""
    return load("streamlit")


def resolved(path: str) -> griffe.Object:
    """The object of the installed Streamlit at a path such as `streamlit.button`."""
    member = streamlit()[path.split(".")[1:]]
    return member.final_target if member.is_alias else member


def documented_objects() -> dict[str, griffe.Object]:
    """What the pages render with `:::`, and the members that are rendered with it, by the name it has there.

    What the installed version lacks is left out; api_surface.py names it.
    """
    found = {}
    for name in sorted({reference.name for reference in references(DOCS)}):
        if (obj := find(streamlit(), name)) is None:
            continue
        found[name] = obj
        if obj.is_class:
            members = [m for m in obj.members.values() if not m.name.startswith("_") and not m.is_alias and m.docstring]
            found |= {f"{name}.{member.name}": member for member in members}
    return found


def is_rest(docstring: griffe.Docstring | None) -> bool:
    """Tell whether rest_docstrings.py converts it; griffe imports that file anew, so its class has many copies."""
    return type(docstring).__name__ == "RestDocstring"


def record_warnings(extension: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what an extension warns of; caplog would not do, since MkDocs redirects griffe's loggers."""
    messages: list[str] = []
    monkeypatch.setattr(griffe.get_logger(extension), "warning", messages.append, raising=False)
    return messages
