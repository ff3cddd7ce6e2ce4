"""What changed in Streamlit's public API from one minor version to the next, computed from the packages.

`make api-changes` writes snippets/api-changes/1.67.md for the installed version, and for each minor version
between the newest one stored and it; `make api-changes VERSIONS="1.66 1.67"` writes those. A version is
compared with the last release of the minor version before it. The page "API changes" shows them all, by
snippets/api-changes/index.md;
snippets/api-changes/deprecated.md is what the newest one calls deprecated.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "extensions")]

from documented_objects import references  # noqa: E402 - its folder is no package
from package_surface import OPTION, UNKNOWN, Name, Parameter, surface  # noqa: E402
from releases import PACKAGE, VersionError, before, minor_of, package  # noqa: E402

DOCS = ROOT / "docs"
PAGE = DOCS / "develop" / "quick-reference" / "release-notes" / "api-changes.md"
STORED = ROOT / "snippets" / "api-changes"

ADDED, DEPRECATED, REMOVED = "added", "deprecated", "removed"


class Change(NamedTuple):
    """What happened to a name, or to one of its parameters."""

    name: str
    parameter: str
    what: str


# --- Comparing ------------------------------------------------------------------------


def changes(old: dict[str, Name], new: dict[str, Name]) -> list[Change]:
    """Return what differs, in the order of the names.

    What goes without saying is left out: the members of a name that is new, gone or of another kind, and what a
    class inherits from another public class.
    """
    found = {change for name in {*old, *new} for change in _changes_of(name, old, new)}
    return sorted(change for change in found if not _is_inherited(change, found, {**old, **new}))


def _changes_of(name: str, old: dict[str, Name], new: dict[str, Name]) -> Iterator[Change]:
    before, after = old.get(name), new.get(name)
    if before is None or after is None or (after.kind == "option" and before.hidden and not after.hidden):
        if _is_told(name, old, new):
            yield Change(name, "", REMOVED if after is None else ADDED)
        return
    if after.deprecated and not before.deprecated:
        yield Change(name, "", DEPRECATED)
    if before.parameters is not None and after.parameters is not None:
        for parameter in {**after.parameters, **before.parameters}:
            for what in _what_happened(before.parameters.get(parameter), after.parameters.get(parameter)):
                yield Change(name, parameter, what)


def _is_told(name: str, old: dict[str, Name], new: dict[str, Name]) -> bool:
    """Tell whether a name that only one side has is news."""
    this = new.get(name) or old[name]
    owners = [side[owner] for side in (old, new) if (owner := name.rpartition(".")[0]) in side]
    if this.hidden or len({owner.kind for owner in owners}) == 2 or len(owners) == 1:
        return False
    return this.kind != "attribute" or not any(owner.dynamic for owner in owners)


def _what_happened(before: Parameter | None, after: Parameter | None) -> Iterator[str]:
    if before is None or after is None:
        yield REMOVED if after is None else f"{ADDED}, as {DEPRECATED}" if after.deprecated else ADDED
        return
    if after.deprecated and not before.deprecated:
        yield DEPRECATED
    if before.default != after.default and UNKNOWN not in (before.default, after.default):
        if before.default is None or after.default is None:
            yield "required" if after.default is None else f"optional, default {_code(after.default)}"
        else:
            yield f"default {_code(after.default)}, was {_code(before.default)}"
    if before.keyword_only != after.keyword_only:
        yield "keyword only" if after.keyword_only else "also by position"


def _is_inherited(change: Change, found: set[Change], names: dict[str, Name]) -> bool:
    owner, _, member = change.name.rpartition(".")
    bases = names[owner].bases if owner in names else ()
    inherited = {f"{other}.{member}" for other in names if other.rpartition(".")[2] in bases}
    return any(change._replace(name=name) in found for name in inherited)


# --- Writing --------------------------------------------------------------------------


def listed(found: Iterable[Change]) -> str:
    """Return changes as Markdown: names in a list, then parameters in a table."""
    names: dict[str, list[str]] = defaultdict(list)
    sections: dict[tuple[str, str], list[str]] = defaultdict(list)
    parameters: dict[tuple[str, str], list[str]] = defaultdict(list)
    for change in found:
        if not change.name.startswith(OPTION):
            if change.parameter:
                parameters[change.parameter, change.what].append(change.name)
            else:
                names[change.what.capitalize()].append(change.name)
        elif change.parameter.startswith("["):
            sections[change.name, change.what].append(_code(change.parameter))
        else:
            names[f"In {_linked('config.toml')}, {change.what}"].append(change.name)
    for (name, what), given in sections.items():
        also = "also" if what == ADDED else "no longer"
        names[f"In {_linked('config.toml')}, {also} in {', '.join(given)}"].append(name)
    lines = [f"- **{title}:** {_list(names[title])}" for title in sorted(names, key=_order)]
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (parameter, what), of in parameters.items():
        rows[what, _list(of)].append(_code(parameter))
    if rows:
        lines += [""] * bool(lines) + ["| Parameter | Change | Of |", "| --- | --- | --- |"]
        lines += sorted(f"| {', '.join(given)} | {what} | {of} |" for (what, of), given in rows.items())
    return "\n".join(lines or ["The public API is the same."]) + "\n"


def _order(title: str) -> tuple[bool, int, str]:
    kinds = [kind for kind, word in enumerate((ADDED, DEPRECATED, REMOVED)) if title.lower().endswith(word)]
    return title.startswith("In "), kinds[0] if kinds else 3, title


def _list(names: Iterable[str]) -> str:
    """Return names with links, those of `st` first; options are on one page, which the line names."""
    ordered = sorted(names, key=lambda name: (not name.startswith("st."), name))
    return ", ".join(_code(n.removeprefix(OPTION)) if n.startswith(OPTION) else _linked(n) for n in ordered)


def _linked(name: str) -> str:
    """Return a name as code, with a link if this site has a page about it or what it belongs to."""
    about = name
    while (page := pages().get(about) or pages().get(about.lower())) is None and re.search(r"[. ]", about):
        about = re.sub(r"[. ][^. ]*$", "", about)
    return f"[{_code(name)}]({relpath(page, PAGE.parent)})" if page else _code(name)


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


@cache
def pages() -> dict[str, Path]:
    """Return the page about each name."""
    found = {file.stem: file for file in DOCS.rglob("st.*.md")} | {"config.toml": _page("streamlit.config.server")}
    for reference in sorted(references(DOCS), key=lambda reference: not reference.title):
        parts = reference.name.split(".")[1:]
        start = next((index for index, part in enumerate(parts) if part == "element_tree" or part[0].isupper()), 0)
        names = [".".join(["st", *parts]), ".".join(parts[start:])]
        for name in [" ".join([PACKAGE, *parts[1:]])] if parts[0] == "cli" else names:
            found.setdefault(name, ROOT / reference.page)
    return found


def _page(name: str) -> Path:
    return next(ROOT / reference.page for reference in references(DOCS) if reference.name == name)


# --- The command ------------------------------------------------------------------------


def compute(old_version: str, new_version: str) -> str:
    """Return the section that compares two versions."""
    (old, old_folder), (new, new_folder) = package(old_version), package(new_version)
    heading = f"## {minor_of(new)} {{ #v{minor_of(new)} }}\n\n{new} compared with {old}."
    return f"{heading}\n\n{listed(changes(surface(old_folder), surface(new_folder)))}"


def deprecated(release: str) -> str:
    """Return what a version calls deprecated: what changes if it called nothing so before."""
    new = surface(package(release)[1])
    marks = {"deprecated": False}
    unmarked = {
        name: this._replace(
            **marks, parameters=this.parameters and {key: p._replace(**marks) for key, p in this.parameters.items()}
        )
        for name, this in new.items()
    }
    return listed(changes(unmarked, new))


def stored() -> list[str]:
    """Return the minor versions that are stored, newest first."""
    minors = [file.stem for file in STORED.glob("[0-9]*.md")]
    return sorted(minors, key=lambda minor: [*map(int, minor.split("."))], reverse=True)


def wanted_versions(given: Iterable[str]) -> list[str]:
    """Return the minor versions to write: those given, or the installed one and those missing before it."""
    if given := [minor_of(release) for release in given]:
        return given
    wanted = [minor_of(version(PACKAGE))]
    while stored() and wanted[0] not in stored() and before(wanted[0]) not in stored():
        wanted.insert(0, before(wanted[0]))
    return wanted


def main(arguments: list[str]) -> int:
    """Write the sections of the versions, the list of all sections, and what is deprecated in the newest."""
    try:
        for minor in wanted_versions(arguments):
            _write(minor, compute(before(minor), minor))
        _write("index", "\n".join(f'--8<-- "api-changes/{minor}.md"\n' for minor in stored()))
        _write("deprecated", deprecated(stored()[0]))
    except VersionError as error:
        print(f"api-changes: {error}", file=sys.stderr)
        return 1
    return 0


def _write(name: str, text: str) -> None:
    STORED.mkdir(parents=True, exist_ok=True)
    (STORED / f"{name}.md").write_text(text, encoding="utf-8")
    print(f"snippets/api-changes/{name}.md")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
