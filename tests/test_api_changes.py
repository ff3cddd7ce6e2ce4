"""The page "API changes" says what the packages say: on two throw-away packages, and on the real ones."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
from importlib.metadata import version
from pathlib import Path

import api_changes
import api_surface
import pytest
import releases
from api_changes import Change, changes, listed
from package_surface import OPTION, UNKNOWN, surface
from streamlit import config
from streamlit.web import cli

# Two packages of Streamlit's shape in miniature. A comment says what is to be found; the rest stays as it is.
OLD = {
    "__init__.py": """
from streamlit.delta_generator import DeltaGenerator as _DeltaGenerator
from streamlit.commands.page import page as page
from streamlit.tools import echo as echo, gone as gone

_main: _DeltaGenerator = _DeltaGenerator()
button = _main.button
chart = _main.chart
experimental_chart = _main.chart
old_chart = _main.old_chart
""",
    "delta_generator.py": '''
class DeltaGenerator:
    def button(self, label, key=None, *, help=None, size=1, flag, **kwargs):
        """Press."""

    def chart(self, data, use_container_width=None, _internal=None):
        """Draw.

        Parameters
        ----------
        data : Any
            What to draw.
        use_container_width : bool
            How wide.
        """
        if use_container_width is not None:
            print(use_container_width)

    def old_chart(self, data):
        """Draw."""

    def add_rows(self, data):
        """Not a command, but what elements have."""
''',
    "deprecation_util.py": "def show_deprecation_warning(text): ...\ndef deprecate_func_name(function, name): ...\n",
    "commands/__init__.py": "",
    "commands/page.py": 'def page(title):\n    """Begin."""\n',
    "page.py": '"""A submodule that has the name of a command."""\n',
    "tools.py": 'def echo(code, other=None):\n    """Echo."""\n\n\ndef gone():\n    """Go."""\n',
    "connections/__init__.py": """
from streamlit.tools import gone
from streamlit.connections.base import Base, SQL

__all__ = ["Base", "SQL"]
""",
    "connections/base.py": '''
class Base:
    def reset(self):
        """Reset."""

    def undocumented(self): ...


class SQL(Base):
    def query(self, sql):
        """Query."""
''',
    "config.py": """
_create_option("server.port", description="The port.", default_val=8501, type_=int)
_create_option("server.old", description="Old.")
_create_option("server.secret", description="Secret.", visibility="hidden")
_create_theme_options("font", categories=["theme"], description="The font.")


@_create_option("server.address")
def _address():
    return ""
""",
    "web/cli.py": '@main.command("hello")\ndef main_hello(): ...\n',
}
NEW = {
    **OLD,
    "__init__.py": """
from streamlit.delta_generator import DeltaGenerator as _DeltaGenerator
from streamlit.commands.page import page as page
from streamlit.deprecation_util import deprecate_func_name as _deprecate_func_name
from streamlit.tools import echo as echo, new as new

_main: _DeltaGenerator = _DeltaGenerator()
button = _main.button
chart = _main.chart
experimental_chart = _deprecate_func_name(chart, "experimental_chart")  # deprecated
old_chart = _main.old_chart
""",
    "delta_generator.py": '''
from streamlit.deprecation_util import show_deprecation_warning

class DeltaGenerator:
    def button(self, label=None, *, key=None, size=2, flag, icon=None, old=None):
        """Press.

        Parameters
        ----------
        label : str
            What it says.
        old : Any
            What it was.

            .. deprecated::
                It does nothing.
        """

    def chart(self, data, use_container_width=None):
        """Draw."""
        if use_container_width is not None:
            show_deprecation_warning("Use width.")

    def old_chart(self, data):
        """Draw."""
        def draw():
            show_deprecation_warning("Use st.chart.")
        return draw
''',
    "commands/page.py": '''
def page(title, *, icon=None):
    """Begin.

    Parameters
    ----------
    title : str
        What it says.

    .. deprecated::
        Nobody reads titles. Please remove ``title``.
    """
''',
    "tools.py": '''
def echo(code, other):
    """Echo.

    .. deprecated::
        Use something else.
    """


def new():
    """Come."""
''',
    "connections/base.py": '''
class Base:
    def reset(self):
        """Reset."""

    def close(self):
        """Close."""

    def undocumented(self):
        """Not new: it was there before, without a docstring."""

    def also_undocumented(self): ...


class SQL(Base):
    def query(self, sql, *, ttl=None):
        """Query."""

    def close(self):
        """Close; goes without saying."""
''',
    "config.py": """
_create_option("server.port", description="The port.", default_val=8502, type_=int, deprecated=True)
_create_option("server.secret", description="Secret.")
_create_theme_options("font", categories=["theme", Categories.DARK_SIDEBAR], description="The font.")
_create_option("server.address", description="Known now.", default_val="x")
""",
    "web/cli.py": '@main.command("init", hidden=False)\ndef main_init(): ...\n',
}
EXPECTED = {
    ("st.new", "", "added"),
    ("st.gone", "", "removed"),
    ("element.add_rows", "", "removed"),
    ("st.echo", "", "deprecated"),
    ("st.experimental_chart", "", "deprecated"),
    ("st.old_chart", "", "deprecated"),
    ("st.experimental_chart", "use_container_width", "deprecated"),
    ("st.echo", "other", "required"),
    ("st.button", "label", "optional, default `None`"),
    ("st.button", "key", "keyword only"),
    ("st.button", "help", "removed"),
    ("st.button", "**kwargs", "removed"),
    ("st.button", "size", "default `2`, was `1`"),
    ("st.button", "icon", "added"),
    ("st.button", "old", "added, as deprecated"),
    ("st.chart", "use_container_width", "deprecated"),
    ("st.page", "icon", "added"),
    ("st.page", "title", "deprecated"),
    ("st.connections.Base.close", "", "added"),
    ("st.connections.SQL.query", "ttl", "added"),
    ("config.toml server.port", "", "deprecated"),
    ("config.toml server.port", "default", "default `8502`, was `8501`"),
    ("config.toml server.old", "", "removed"),
    ("config.toml server.secret", "", "added"),
    ("config.toml theme.font", "[theme.dark.sidebar]", "added"),
    ("streamlit hello", "", "removed"),
    ("streamlit init", "", "added"),
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, code in files.items():
        file = folder / "streamlit" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    return folder


# --- On throw-away packages -----------------------------------------------------------


def test_each_kind_of_change_is_found_and_nothing_else(tmp_path: Path) -> None:
    found = changes(surface(write(tmp_path / "old", OLD)), surface(write(tmp_path / "new", NEW)))
    assert set(map(tuple, found)) == EXPECTED


def test_the_same_package_has_no_changes(tmp_path: Path) -> None:
    old, copy = (surface(write(tmp_path / name, OLD)) for name in ("old", "copy"))
    assert changes(old, copy) == []
    assert "The public API is the same." in listed([])


def test_no_package(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no Streamlit in it"):
        surface(tmp_path)


def test_how_changes_are_written() -> None:
    text = listed(
        [
            Change("st.button", "", "added"),
            Change("st.button.vanished", "", "removed"),
            Change("st.vanished", "", "removed"),
            Change("config.toml theme.font", "", "added"),
            Change("config.toml theme.base", "[theme.dark]", "added"),
            Change("config.toml theme.base", "[theme.light]", "added"),
            Change("st.radio", "args", "added"),
            Change("st.radio", "kwargs", "added"),
            Change("st.slider", "size", "default `2`, was `1`"),
            Change("st.button", "size", "default `2`, was `1`"),
        ]
    )
    page = "../../api-reference/{}.md".format
    button, radio, slider = (f"[`st.{name}`]({page(f'widgets/st.{name}')})" for name in ("button", "radio", "slider"))
    toml = f"[`config.toml`]({page('configuration/config.toml')})"
    assert text == (
        f"- **Added:** {button}\n"
        f"- **Removed:** {button.replace('button`', 'button.vanished`')}, `st.vanished`\n"
        f"- **In {toml}, added:** `theme.font`\n"
        f"- **In {toml}, also in `[theme.dark]`, `[theme.light]`:** `theme.base`\n\n"
        "| Parameter | Change | Of |\n| --- | --- | --- |\n"
        f"| `args`, `kwargs` | added | {radio} |\n"
        f"| `size` | default `2`, was `1` | {button}, {slider} |\n"
    )


# --- On the real ones -----------------------------------------------------------------


@pytest.fixture(scope="module")
def installed() -> dict:
    return surface(releases.package(version("streamlit"))[1])


def test_what_is_read_is_what_runs(installed: dict) -> None:
    """Names, parameters and defaults that were read from the files are those of the running package."""
    running = {
        name.replace("streamlit", "st", 1): name
        for name in api_surface.package_names()
        if not name.startswith(("streamlit.cli.", "streamlit.config."))
    }
    namespaces = {f"st.{namespace}" for namespace in api_surface.NAMESPACES}
    assert set(running) == {name for name in installed if name.rpartition(".")[0] in {"st", *namespaces}}
    compared = 0
    for name, full in running.items():
        module, _, member = full.rpartition(".")
        obj = getattr(importlib.import_module(module), member)
        if installed[name].parameters is None or not callable(obj):
            continue
        true = {p.name: p for p in inspect.signature(obj).parameters.values() if p.name != "self" and p.name[0] != "_"}
        read = {parameter.strip("*"): value for parameter, value in installed[name].parameters.items()}
        assert list(read) == list(true), name
        for parameter, value in read.items():
            assert value.keyword_only == (true[parameter].kind is inspect.Parameter.KEYWORD_ONLY), (
                f"{name}, {parameter}"
            )
            if is_literal(value.default):
                assert ast.literal_eval(value.default) == true[parameter].default, f"{name}, {parameter}"
        compared += 1
    assert compared > 120


def is_literal(default: str | None) -> bool:
    try:
        return default is not None and ast.literal_eval(default) is not Ellipsis
    except (ValueError, SyntaxError):
        return False


def test_options_and_commands_are_those_that_run(installed: dict) -> None:
    options = {}
    for name, option in installed.items():
        if name.startswith(OPTION) and not option.hidden:
            key = name.removeprefix(OPTION)
            sections = [section.strip("[]") for section in option.parameters if section.startswith("[")]
            keys = [key, *(f"{section}.{key.split('.')[-1]}" for section in sections)]
            options |= dict.fromkeys(keys, option.parameters["default"].default)
    template = config._config_options_template
    assert set(options) == {key for key, option in template.items() if option.visibility != "hidden"}
    for key, default in options.items():
        assert default == UNKNOWN or ast.literal_eval(default) == template[key].default_val, key
    running = {
        name.replace(".", " ").replace(" cli", "", 1) for name in api_surface.commands(cli.main, "streamlit.cli")
    }
    assert running == {name for name in installed if name.startswith("streamlit ")}


def test_the_newest_section_is_up_to_date() -> None:
    newest = api_changes.stored()[0]
    assert newest == releases.minor_of(version("streamlit")), "make api-changes"
    text = section(newest)
    new, old = re.search(r"^(\S+) compared with (\S+)\.$", text, re.MULTILINE).groups()
    assert (new, releases.minor_of(old)) == (version("streamlit"), releases.before(newest)), "make api-changes"
    assert text == api_changes.compute(old, new), "make api-changes"
    assert section("deprecated") == api_changes.deprecated(new), "make api-changes"


def section(minor: str) -> str:
    return (api_changes.STORED / f"{minor}.md").read_text(encoding="utf-8")


def test_no_version_is_missing() -> None:
    stored = api_changes.stored()
    assert len(stored) >= 13
    assert [releases.before(minor) for minor in stored[:-1]] == stored[1:]
    included = (api_changes.STORED / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"api-changes/(.+)\.md", included) == stored
    page = api_changes.PAGE.read_text(encoding="utf-8")
    assert all(f'--8<-- "api-changes/{name}.md"' in page for name in ("index", "deprecated"))


@pytest.mark.parametrize("minor", [*api_changes.stored(), "deprecated"])
def test_names_that_have_a_page_link_to_it(minor: str) -> None:
    text = section(minor)
    for target in re.findall(r"\]\((.+?)\)", text):
        assert (api_changes.PAGE.parent / target).is_file(), target
    without_links = re.sub(r"\[`[^`]+`\]\([^)]+\)", "", text)
    stems = {page.stem for page in api_changes.DOCS.rglob("st.*.md")}
    names = re.findall(r"`((?:st|element_tree)\.[\w.]+|streamlit [\w ]+|[A-Z]\w+(?:\.\w+)?)`", without_links)
    unlinked = {name for name in names if name in api_changes.pages() or name.lower() in stems}
    assert not unlinked, f"make api-changes VERSIONS={minor}"


# --- What can go wrong ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("1.9999", "the package index has no Streamlit 1.9998; the newest are "),
        ("newest", "'newest' is no version; write it like 1.67"),
        ("1.0", "1.0 is the first of its series"),
    ],
)
def test_a_version_that_cannot_be_had(wanted: str, message: str, capsys: pytest.CaptureFixture) -> None:
    assert api_changes.main([wanted]) == 1
    assert capsys.readouterr().err.startswith(f"api-changes: {message}")


def test_no_network(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    assert api_changes.main(["1.9"]) == 1
    assert "the package index does not answer, so there is no Streamlit 1.8" in capsys.readouterr().err


def test_versions_between_the_stored_and_the_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api_changes, "STORED", tmp_path)
    monkeypatch.setattr(api_changes, "version", lambda package: "1.67.2")
    assert api_changes.wanted_versions([]) == ["1.67"], "nothing is stored: only the installed one"
    (tmp_path / "1.64.md").touch()
    assert api_changes.wanted_versions([]) == ["1.65", "1.66", "1.67"]
    assert api_changes.wanted_versions(["1.30.1"]) == ["1.30"]
