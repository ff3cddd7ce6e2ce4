"""extensions/streamlit_api.py: public names stand for the real objects. On a throw-away package and on the real one."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import griffe
import pytest
import streamlit as st
from loading import load, record_warnings, streamlit
from streamlit.delta_generator import DeltaGenerator

# A package of Streamlit's shape in miniature.
FILES = {
    "__init__.py": """
from streamlit.delta import DeltaGenerator as _Delta
from streamlit.tools import gather_metrics as _wrap, echo as echo, dialog_decorator as _dialog, cached as _cached, Proxy as _Proxy
from streamlit.tools import mystery as _mystery
import streamlit.column_config as _column_config
from typing import cast as _cast

_main: _Delta = _Delta()
sidebar: _Delta = _main
bottom: _Delta = _cast("_Delta", _main)
button = _main.button
dataframe = _main.dataframe
dialog = _dialog
get_option = _wrap("get_option", echo)
cache_data = _cached
state = _Proxy()
column_config = _column_config
_private = _main.button
""",
    "delta.py": '''
from streamlit.mixin import ButtonMixin

class DeltaGenerator(ButtonMixin):
    """A container."""
''',
    "mixin.py": '''
from typing import overload

class ButtonMixin:
    @overload
    def button(self, label: str) -> bool: ...
    @overload
    def button(self, label: str, *, key: str) -> bool: ...
    def button(self, label: str, *, key: "str | None" = None) -> bool:
        """Press."""
        return True

    def dataframe(self, data=None):
        """Show."""
''',
    "dataframe.py": '"""A submodule that has the name of a command."""\nclass Helper:\n    """Help."""\n',
    "column_config.py": '"""Columns."""\ndef Column(label):\n    """Configure."""\n',
    "tools.py": '''
from collections.abc import MutableMapping
from streamlit.dataframe import Helper

def gather_metrics(name, function):
    return function

def echo(code):
    """Echo."""

def dialog_decorator(title, *, width="small"):
    """Open."""

class Cached:
    def __call__(self, func=None, *, ttl=None): ...
    def _decorator(self, func=None, *, ttl):
        """Cache."""
    def clear(self):
        """Clear."""

cached = Cached()

class Proxy(MutableMapping):
    """Keeps."""
    def __getitem__(self, key):
        """Get."""
    def __setitem__(self, key, value):
        """Set."""
    def __repr__(self):
        """Not syntax."""
    @property
    def size(self) -> int:
        """How many."""
    @property
    def helper(self) -> Helper:
        """Of an internal type."""
    def to_dict(self):
        """Copy."""
    def _internal(self):
        """Hidden."""
''',
}


@pytest.fixture
def tiny(tmp_path: Path) -> griffe.Module:
    return write(tmp_path, FILES)


def write(folder: Path, files: dict[str, str]) -> griffe.Module:
    for name, code in files.items():
        file = folder / "streamlit" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(code, encoding="utf-8")
    return load("streamlit", folder)


def names(parameters: griffe.Parameters) -> list[str]:
    return [parameter.name for parameter in parameters]


def test_a_method_becomes_a_function_without_self(tiny: griffe.Module) -> None:
    button = tiny["button"]
    assert button.is_function
    assert button.path == "streamlit.button"
    assert names(button.parameters) == ["label", "key"]
    assert button.parameters["key"].kind is griffe.ParameterKind.keyword_only
    assert button.docstring.value == "Press."
    assert button.docstring.parent is button


def test_overloads_lose_self_too(tiny: griffe.Module) -> None:
    assert [names(overload.parameters) for overload in tiny["button"].overloads] == [["label"], ["label", "key"]]


def test_the_method_itself_stays_as_it_is(tiny: griffe.Module) -> None:
    assert names(tiny["mixin.ButtonMixin.button"].parameters) == ["self", "label", "key"]
    assert tiny["mixin.ButtonMixin.button"].path == "streamlit.mixin.ButtonMixin.button"


def test_a_submodule_of_the_same_name_is_replaced_and_stays_importable(tiny: griffe.Module) -> None:
    assert tiny["dataframe"].is_function
    assert tiny["dataframe"].docstring.value == "Show."
    assert tiny["tools.Helper"].final_target.path == "streamlit.dataframe.Helper"


@pytest.mark.parametrize(("name", "docstring"), [("dialog", "Open."), ("get_option", "Echo.")])
def test_other_names_and_wrapped_functions(tiny: griffe.Module, name: str, docstring: str) -> None:
    assert tiny[name].is_function
    assert tiny[name].path == f"streamlit.{name}"
    assert tiny[name].docstring.value == docstring


def test_a_callable_object_is_a_function_with_its_methods(tiny: griffe.Module) -> None:
    cache_data = tiny["cache_data"]
    assert cache_data.is_function
    assert names(cache_data.parameters) == ["func", "ttl"]
    assert cache_data.docstring.value == "Cache."
    assert tiny["cache_data.clear"].path == "streamlit.cache_data.clear"
    assert names(tiny["cache_data.clear"].parameters) == []


def test_an_object_shows_what_readers_can_use(tiny: griffe.Module) -> None:
    state = tiny["state"]
    assert state.is_class
    assert state.path == "streamlit.state"
    assert state.docstring.value == "Keeps."
    assert list(state.members) == ["__getitem__", "__setitem__", "size", "helper", "to_dict"]
    assert names(state["to_dict"].parameters) == []
    assert state["size"].annotation == "int"
    assert state["helper"].annotation is None, "internal types mean nothing to readers"


def test_an_object_names_the_mapping_methods_it_inherits(tiny: griffe.Module) -> None:
    methods = tiny["state"].extra["streamlit_api"]["mapping_methods"]
    assert "setdefault" in methods
    assert "to_dict" not in methods
    assert "__getitem__" not in methods


@pytest.mark.parametrize("name", ["sidebar", "bottom"])
def test_containers_are_names_that_the_package_has_no_words_for(tiny: griffe.Module, name: str) -> None:
    assert tiny[name].is_attribute
    assert tiny[name].docstring is None


def test_modules_and_private_names_are_left_alone(tiny: griffe.Module) -> None:
    assert tiny["column_config"].is_module
    assert tiny["_private"].is_attribute


def test_an_unknown_expression_is_one_warning_that_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warnings = record_warnings("streamlit_api", monkeypatch)
    write(tmp_path, {**FILES, "__init__.py": FILES["__init__.py"] + "\nodd = [1, 2][0]\n"})
    (message,) = warnings
    assert "st.odd" in message
    assert "__init__.py:" in message
    assert "extensions/streamlit_api.py" in message


# --- On the real package ---------------------------------------------------------


def public_names() -> list[str]:
    return [name for name in dir(st) if not name.startswith("_") and not inspect.ismodule(getattr(st, name))]


def documented(name: str) -> griffe.Object:
    member = streamlit()[name]
    return member.final_target if member.is_alias else member


def is_command(name: str) -> bool:
    value = getattr(st, name)
    return callable(value) and not inspect.isclass(value) and not isinstance(value, DeltaGenerator)


@pytest.mark.parametrize("name", filter(is_command, public_names()))
def test_signatures_are_the_packages(name: str) -> None:
    """Names, kinds and which have defaults equal what Python itself reports."""
    expected = [
        (p.name, p.kind.description, p.default is not p.empty)
        for p in inspect.signature(getattr(st, name)).parameters.values()
    ]
    function = documented(name)
    assert function.is_function, f"st.{name} is documented as a {function.kind.value}"
    actual = [
        (p.name, p.kind.value, p.default is not None and not p.kind.value.startswith("variadic"))
        for p in function.parameters
    ]
    assert actual == expected


@pytest.mark.parametrize("name", [name for name in public_names() if name not in ("bottom", "sidebar")])
def test_docstrings_are_the_packages(name: str) -> None:
    """Each public name has the docstring that Python's own help shows, or its class's."""
    value = getattr(st, name)
    real = inspect.getdoc(value) or inspect.getdoc(type(value))
    if name in ("cache_data", "cache_resource"):
        real = inspect.getdoc(type(value)._decorator)
    assert documented(name).docstring.value.split() == real.split()


@pytest.mark.parametrize("name", public_names())
def test_sources_are_linked_at_the_release(name: str) -> None:
    """The link leads to the file and line of the installed release."""
    url = documented(name).extra["streamlit_api"]["source"]
    head = f"https://github.com/streamlit/streamlit/blob/{st.__version__}/lib/streamlit/"
    assert url.startswith(head)
    path, line = url.removeprefix(head).split("#L")
    code = (Path(st.__file__).parent / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert re.match(r"\s*(def|class|@)", code), f"st.{name}: {url} is {code!r}"


def test_properties_of_context() -> None:
    properties = {name for name, value in vars(type(st.context)).items() if isinstance(value, property)}
    members = documented("context").members
    assert properties == {name for name, member in members.items() if "property" in member.labels}
    assert members["timezone"].annotation == "str | None"


def test_cached_functions_clear() -> None:
    clear = streamlit()["runtime.caching.cache_utils.CachedFunc.clear"]
    assert clear.docstring is not None
