"""The public surface of the installed Streamlit, and what of it the pages document.

`make check-api` prints both differences by name: what the package has and no page documents, and what the
pages document and this version lacks. Run with the version in requirements.txt, both are empty (a test).
"""

from __future__ import annotations

import importlib
import inspect
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "extensions")]

from documented_objects import find, references  # noqa: E402 - its folder is no package
from loading import streamlit  # noqa: E402

# Public namespaces below `streamlit`, whose own names are public as well.
NAMESPACES = ("column_config", "components.v1", "components.v2", "connections", "testing.v1", "typing")


def package_names() -> set[str]:
    """Return the full public names: of Python, of the commands of the command line, of config.toml's sections."""
    import streamlit as st
    from streamlit import config
    from streamlit.web import cli

    names = {f"streamlit.{name}" for name in _public(st)}
    for namespace in NAMESPACES:
        try:
            module = importlib.import_module(f"streamlit.{namespace}")
        except ImportError:  # an older version
            continue
        names |= {f"streamlit.{namespace}.{name}" for name in getattr(module, "__all__", None) or _public(module)}
    names |= set(commands(cli.main, "streamlit.cli"))
    return names | {f"streamlit.config.{option.section.split('.')[0]}" for option in _options(config)}


def _public(module: ModuleType) -> list[str]:
    """Names of Streamlit's own things; imports such as `annotations` and `TYPE_CHECKING` are somebody else's."""
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and not inspect.ismodule(value)
        and (getattr(value, "__module__", None) or type(value).__module__).startswith("streamlit")
    ]


def commands(command: object, path: str) -> dict[str, object]:
    """Return the click commands below one by their dotted paths; hidden ones are Streamlit's own."""
    found: dict[str, object] = {}
    for name, member in getattr(command, "commands", {}).items():
        if not member.hidden:
            found |= {f"{path}.{name}": member, **commands(member, f"{path}.{name}")}
    return found


def _options(config: ModuleType) -> list:
    return [option for option in config._config_options_template.values() if not option.section.startswith("_")]


def documented_names() -> set[str]:
    """Return every name that a page asks for with `:::`."""
    return {reference.name for reference in references(ROOT / "docs")}


def undocumented() -> list[str]:
    """Return the public names that no page documents."""
    return sorted(package_names() - documented_names())


def missing() -> list[str]:
    """Return the names that pages document and this version of the package lacks."""
    return sorted(name for name in documented_names() if find(streamlit(), name) is None)


def main() -> int:
    """Print the differences; the exit code tells whether there are any."""
    differences = {"No page documents": undocumented(), f"Streamlit {version('streamlit')} lacks": missing()}
    for title, names in differences.items():
        print(f"{title}: {', '.join(names) or 'nothing'}")
    return 1 if any(differences.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
