"""What a new version of Streamlit asks of the pages, by name: `make upgrade-check STREAMLIT=latest`.

The version is installed in an environment of its own (other_version.py). Its API is compared with that of the
installed version, for which the pages are written (api_changes.py); upgrade_facts.py says what pages and pictures it
would need; and the tests of the examples run with it. The result is 0 if there is nothing to do, 1 with the list of
what there is, and 2 if it cannot be told.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import textwrap
import xml.etree.ElementTree as ElementTree
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import yaml
from api_changes import Change, changes
from api_surface import documented_names
from other_version import SITE, TESTS, environment, release_of
from package_surface import OPTION, result_classes, surface
from releases import PACKAGE, VersionError, minor_of, package

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PICTURES = ROOT / "examples" / "pictures.yml"
FACTS = ("test_facts", "test_cheat_sheets")
CHECKS = (
    "test_examples.py", "test_docstring_examples.py", "test_cards.py::test_program_runs",
    "test_cards.py::test_snippet_runs", *(f"{file}.py" for file in FACTS),
)  # fmt: skip


class CheckError(RuntimeError):
    """The new version could not be asked, and why."""


class Failure(NamedTuple):
    """A test that fails with the new version: its file, the example or list that it is about, and the error."""

    file: str
    name: str
    error: str


@dataclass
class Findings:
    """All that differs. `shown` and `pictures` are digests of code, by the example's name: in the version, and taken."""

    undocumented: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)


# --- The report -----------------------------------------------------------------------


def report(old: str, new: str, findings: Findings) -> str:
    """Return what there is to do, a paragraph for each kind."""
    parts = [f"Streamlit {new}, compared with {old}, which the pages are written for"]
    sections = [section for section in _sections(new, findings) if section[2]]
    if not sections:
        parts.append("No page, example or fact has to change.")
    for title, advice, lines in sections:
        parts.append("\n".join([f"{title} ({len(lines)}). {advice}", *(f"  {line}" for line in lines)]))
    same = findings.shown.items() & findings.pictures.items()
    if same:
        parts.append(f"Pictures that only carry the version: {len(same)}. `make pictures` takes them again.")
    parts.append("Steps: CONTRIBUTING.md, Upgrade Streamlit")
    return "\n\n".join(parts)


def _sections(new: str, found: Findings) -> Iterator[tuple[str, str, list[str]]]:
    yield "Names without a page", "Document each.", found.undocumented
    yield f"Names that {new} lacks and pages document", "Say on the page what replaces it.", found.missing
    yield (
        "Changes of the API",
        "The reference has them by itself; read what prose says of them.",
        _listed(found.changes),
    )
    yield "What extensions/ cannot read", "Teach the one that says so: the build would fail.", found.unknown
    broken = [f"{test.name}: {test.error}" for test in found.failures if test.file not in FACTS]
    yield "Examples that break", "Correct a page or card; for a docstring, examples/docstrings.yml.", broken
    facts = [f"{test.name}: {test.error}" for test in found.failures if test.file in FACTS]
    yield "Facts and cheat sheets that are no longer right", "Correct the page, or the list in the test.", facts
    yield "Examples that are gone", "Remove them from examples/docstrings.yml.", found.gone
    yield "Lines that name the old version", "Correct what is said of the newest; history stays.", found.named
    yield "Pictures of other code", "`make pictures`, and look at them first.", _recoded(found)


def _listed(found: list[Change]) -> list[str]:
    """Names that are new, gone or deprecated, by kind; then a line a name with its parameters."""
    names: dict[str, list[str]] = defaultdict(list)
    parameters: dict[str, list[str]] = defaultdict(list)
    for change in found:
        if change.parameter:
            parameters[change.name].append(f"{change.parameter} {change.what}")
        else:
            option = change.name.startswith(OPTION)
            names[f"{change.what} in {OPTION}".rstrip() if option else change.what].append(
                change.name.removeprefix(OPTION)
            )
    lines = [f"{what}: {name}" for what, of in names.items() for name in of]
    return lines + [f"{name}: {'; '.join(what)}" for name, what in parameters.items()]


def _recoded(found: Findings) -> list[str]:
    shown, taken = found.shown, found.pictures
    kinds = {
        "new code": [name for name in shown if name in taken and shown[name] != taken[name]],
        "not taken yet": [name for name in shown if name not in taken],
        "shown no more": [name for name in taken if name not in shown],
    }
    return [f"{kind}: {name}" for kind, names in kinds.items() for name in sorted(names)]


# --- Asking the new version -----------------------------------------------------------


def find(old: str, new: str, pages: str = "") -> Findings:
    """Compare two versions, and the pages with the new one; `pages` names the examples to run, all without.

    Raises:
        VersionError: if the new version cannot be installed.
        CheckError: if it cannot be asked.
    """
    python = environment(new, SITE, TESTS)
    with tempfile.TemporaryDirectory() as folder:
        facts, results = Path(folder) / "facts.json", Path(folder) / "results.xml"
        _run([str(python), str(ROOT / "tests" / "upgrade_facts.py"), str(facts)], facts)
        print(f"running examples with Streamlit {new}; all of them take some minutes", file=sys.stderr, flush=True)
        options = ["-q", "--numprocesses", "0" if pages else "auto", "--continue-on-collection-errors", "-k", pages]
        checks = [f"--junit-xml={results}", *(f"tests/{check}" for check in CHECKS)]
        _run([str(python), "-m", "pytest", *options, *checks], results)
        index = yaml.safe_load(PICTURES.read_text(encoding="utf-8"))
        found = Findings(
            **json.loads(facts.read_text(encoding="utf-8")),
            named=lines_naming(old, new),
            changes=changes(surface(package(old)[1]), surface(package(new)[1])),
            failures=failures(results.read_text(encoding="utf-8")),
            pictures={name: entry["code"] for name, entry in index.items()},
        )
    found.undocumented += new_classes(package(old)[1], package(new)[1], documented_names() | {*found.undocumented})
    return found


def new_classes(old: Path, new: Path, known: set[str]) -> list[str]:
    """Return the classes that only the new version's commands return, but for those that are known by their names."""
    names = {name.rpartition(".")[2] for name in known}
    return sorted(c for c in result_classes(new) - result_classes(old) if c.rpartition(".")[2] not in names)


def lines_naming(old: str, new: str) -> list[str]:
    """Return the pages and lines with the old version's number; release notes are about old versions, and left out."""
    number = old if minor_of(old) == minor_of(new) else minor_of(old)
    names = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\d)")
    found = []
    for file in sorted(DOCS.rglob("*.md")):
        lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if "release-notes" not in file.parts and (numbers := [f"{line}" for line, text in lines if names.search(text)]):
            found.append(f"{file.relative_to(ROOT).as_posix()}: {', '.join(numbers)}")
    return found


def _run(command: list[str], result: Path) -> None:
    """Run what writes a result; that tests fail is one."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if not result.is_file():
        raise CheckError(f"`{' '.join(command[1:3])}` wrote no result: {(done.stderr or done.stdout)[-2000:]}")


def failures(junit: str) -> list[Failure]:
    """Return the tests that failed, from the report that pytest writes.

    Raises:
        CheckError: if no test ran.
    """
    found, cases = [], list(ElementTree.fromstring(junit).iter("testcase"))
    for case in cases:
        for problem in [*case.findall("failure"), *case.findall("error")]:
            test, _, name = case.get("name").rstrip("]").partition("[")
            file = (case.get("classname") or test).split(".")[-1]
            found.append(Failure(file, name or test, _error(problem, name)))
    if not cases:
        raise CheckError("no example has this name")
    return sorted(found)


def _error(problem: ElementTree.Element, name: str) -> str:
    """The exception and its message, without what pytest adds to them and without the example's own name."""
    message = problem.get("message")
    if message == "collection failure":
        lines = [line for line in problem.text.splitlines() if line.startswith("E ")]
        message = lines[-1][1:].strip() if lines else problem.text
    message = message.partition("\nassert ")[0].removeprefix("AssertionError: ").removeprefix(f"{name}: ")
    return textwrap.shorten(message, 300, placeholder=" …")


# --- The command ----------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Print the report; the result tells whether there is something to do."""
    parser = ArgumentParser(prog="make upgrade-check", description=__doc__.split("\n")[0])
    parser.add_argument("version", help="a version, as 1.68.0 or 1.68, or `latest`")
    parser.add_argument("pages", nargs="?", default="", help="run only examples whose name has this")
    options = parser.parse_args(arguments)
    old = version(PACKAGE)
    try:
        new = release_of(options.version)
        if new == old:
            print(f"The pages are written for Streamlit {new}: there is nothing to do.")
            return 0
        findings = find(old, new, options.pages)
    except (VersionError, CheckError) as error:
        print(f"upgrade-check: {error}", file=sys.stderr)
        return 2
    print(report(old, new, findings))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
