"""Griffe extension: what the pages ask for with `:::` is there, or the build says by name what is wrong.

With the Streamlit of requirements.txt, a page that names nothing, an object without a docstring, and an
API page without its object are warnings, so a strict build fails. With another version, an object that it
lacks is no mistake of the page: the page says that this version has no such thing, and the build goes on.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import griffe

_logger = griffe.get_logger("documented_objects")

PACKAGE = "streamlit"
ROOT = Path(__file__).parent.parent

_REFERENCE = re.compile(r"^(?P<level>#+) +::: +(?P<name>[\w.]+)", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,}).*?^\1`*$", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


class Reference(NamedTuple):
    """A `:::` heading: the page's path below the project, its line, and the name it asks for."""

    page: str
    line: int
    name: str
    title: str
    """The page's title if the heading is its H1, else ""."""
    article: bool
    """Whether the page's front matter says that the page itself is the description."""


class DocumentedObjects(griffe.Extension):
    """Checks every `:::` of the pages against the loaded package.

    Parameters:
        docs: The folder of the pages, below the project.
    """

    def __init__(self, docs: str = "docs") -> None:
        self._docs = ROOT / docs

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Check the pages, and add a stand-in for each object that another version than the required one lacks."""
        if pkg.path != PACKAGE:
            return
        installed, required = version(PACKAGE), required_version()
        for reference in references(self._docs):
            if reference.name.split(".")[0] != PACKAGE:
                continue
            found = find(pkg, reference.name)
            where = f"{reference.page}:{reference.line}"
            if found is None:
                if installed == required:
                    _logger.warning(
                        f"{where}: Streamlit {installed} has no {reference.name}; correct the name, or, if it was "
                        "removed, say on the page since when and what replaces it"
                    )
                _add_stand_in(pkg, reference, installed, required)
            elif found.docstring is None and installed == required and not reference.article:
                _logger.warning(
                    f"{where}: {reference.name} has no docstring, so nothing would be said about it; "
                    "write about it on the page instead, and set `article: true` in its front matter"
                )
        for problem in pages_without_object(self._docs):
            _logger.warning(problem)


def required_version() -> str:
    """Return the version of Streamlit in requirements.txt, which the pages are written for.

    Raises:
        ValueError: if requirements.txt does not pin one.
    """
    pin = re.search(rf"^{PACKAGE}==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    if pin is None:
        raise ValueError(f"requirements.txt: it does not say which version the pages are written for; add {PACKAGE}==…")
    return pin[1]


def references(docs: Path) -> list[Reference]:
    """Return every `:::` heading of the pages, outside of fenced code."""
    found = []
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        prose = _FENCED.sub(lambda block: "\n" * block[0].count("\n"), text)
        title = re.search(r"^title: *(.+)$", text, re.MULTILINE)
        for match in _REFERENCE.finditer(prose):
            line = prose.count("\n", 0, match.start()) + 1
            is_h1 = match["level"] == "#" and title is not None
            shown_title = title[1].strip("'\"") if is_h1 else ""
            found.append(Reference(_shown(file), line, match["name"], shown_title, _is_article(text)))
    return found


def pages_without_object(docs: Path) -> list[str]:
    """Return a line for each page named after an API object (`st.button.md`) that does not render one."""
    problems = []
    for file in sorted(docs.rglob("st.*.md")):
        text = file.read_text(encoding="utf-8")
        if not _REFERENCE.search(text) and not _is_article(text):
            problems.append(
                f"{_shown(file)}: it renders no object; add `# ::: {PACKAGE}.{file.stem.removeprefix('st.')}`, "
                "or `article: true` to its front matter if there is none to render"
            )
    return problems


def _is_article(text: str) -> bool:
    front_matter = _FRONT_MATTER.match(text)
    return front_matter is not None and re.search(r"^article: true$", front_matter[1], re.MULTILINE) is not None


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.as_posix()


def find(pkg: griffe.Module, name: str) -> griffe.Object | None:
    """Return what a full name such as `streamlit.button` stands for, or None."""
    try:
        found = pkg[name.split(".")[1:]]
        return found.final_target if found.is_alias else found
    except (KeyError, griffe.AliasResolutionError, griffe.CyclicAliasError):
        return None


def _add_stand_in(pkg: griffe.Module, reference: Reference, installed: str, required: str) -> None:
    """Put an attribute where the object should be; the templates show that it is missing."""
    *above, name = reference.name.split(".")[1:]
    parent: griffe.Object = pkg
    for part in above:
        if part not in parent.members:
            parent.set_member(part, griffe.Module(part, filepath=pkg.filepath, parent=parent))
        parent = parent.members[part]
        parent = parent.final_target if parent.is_alias else parent
    stand_in = griffe.Attribute(name, parent=parent)
    stand_in.extra["streamlit_api"]["missing"] = {"installed": installed, "required": required}
    if reference.title:
        stand_in.extra["streamlit_api"]["heading"] = reference.title
    parent.set_member(name, stand_in)
