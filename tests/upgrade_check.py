"""What a new version of Streamlit asks of the pages, by name: `make upgrade-check STREAMLIT=latest`.

The version is installed in an environment of its own (other_version.py). Its API is compared with that of the
installed version, for which the pages are written (api_changes.py); upgrade_facts.py says what pages and pictures it
would need; and the tests of the examples run with it. The result is 0 if there is nothing to do, 1 with the list of
what there is, and 2 if it cannot be told.
"""

from __future__ import annotations

import json
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
from other_version import SITE, TESTS, environment, release_of
from package_surface import OPTION, surface
from releases import PACKAGE, VersionError, package

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "examples" / "pictures.yml"
FACTS = "test_facts"
CHECKS = (
    "test_examples.py", "test_docstring_examples.py", "test_cards.py::test_program_runs",
    "test_cards.py::test_snippet_runs", f"{FACTS}.py",
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
        parts.append("No page, example or picture has to change.")
    for title, advice, lines in sections:
        parts.append("\n".join([f"{title} ({len(lines)}). {advice}", *(f"  {line}" for line in lines)]))
    same = findings.shown.items() & findings.pictures.items()
    if same:
        parts.append(f"The other {len(same)} pictures show code that stays the same; `make pictures` takes them again.")
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
    broken = [f"{test.name}: {test.error}" for test in found.failures if test.file != FACTS]
    yield "Examples that break", "Correct a page or card; for a docstring, examples/docstrings.yml.", broken
    facts = [f"{test.name}: {test.error}" for test in found.failures if test.file == FACTS]
    yield "Facts that are no longer so", "Correct the list on the page.", facts
    yield "Examples that are gone", "Remove them from examples/docstrings.yml.", found.gone
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
        _say(f"running the examples with Streamlit {new}; this takes some minutes")
        options = [
            "-q",
            "--numprocesses=auto",
            "--continue-on-collection-errors",
            f"--junit-xml={results}",
            "-k",
            pages,
        ]
        _run([str(python), "-m", "pytest", *options, *(f"tests/{check}" for check in CHECKS)], results)
        index = yaml.safe_load(PICTURES.read_text(encoding="utf-8"))
        return Findings(
            **json.loads(facts.read_text(encoding="utf-8")),
            changes=changes(surface(package(old)[1]), surface(package(new)[1])),
            failures=failures(results.read_text(encoding="utf-8")),
            pictures={name: entry["code"] for name, entry in index.items()},
        )


def _run(command: list[str], result: Path) -> None:
    """Run what writes a result; that tests fail is one."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if not result.is_file():
        raise CheckError(f"`{' '.join(command[1:3])}` wrote no result: {(done.stderr or done.stdout)[-2000:]}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


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
