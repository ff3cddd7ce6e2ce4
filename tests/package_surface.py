"""The public API of one version of Streamlit, read from its files without running them.

A name is what readers write: `st.button`, `st.testing.v1.AppTest.run`, `StatusContainer.update` for a method of
what a command returns; an option of config.toml, as `config.toml server.port`; a command, as `streamlit run`.
Types are no part of it, nor is what a function accepts in `*args` and `**kwargs`.
"""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import deprecations
import griffe
from api_surface import NAMESPACES, documented_names
from loading import load

UNKNOWN = "computed when Streamlit runs"
"""A default that cannot be read from the files."""

OPTION = "config.toml "
"""What the name of an option begins with."""

_ELEMENTS = "element_tree"
_RESULTS = ("streamlit.elements.", "streamlit.testing.")
_PUBLIC = tuple(f"streamlit.{namespace}." for namespace in (*NAMESPACES, "cli", "config"))
_OPTION_MAKERS = ("_create_option", "_create_theme_options")
_MARKS = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}


class Parameter(NamedTuple):
    """What a caller can see of a parameter: its default, None if it is required, and whether it has to be named."""

    default: str | None = None
    keyword_only: bool = False
    deprecated: bool = False


class Name(NamedTuple):
    """A public name. Of an option, `parameters` are its default and the further sections it may stand in."""

    kind: str
    parameters: dict[str, Parameter] | None = None
    deprecated: bool = False
    hidden: bool = False
    """Whether it is there but not told: an option of visibility "hidden", a method without a docstring."""
    bases: tuple[str, ...] = ()
    dynamic: bool = False
    """Whether a `__getattr__` answers for more attributes than the class names."""


@cache
def surface(folder: Path) -> dict[str, Name]:
    """Return the public names of the package in a folder.

    Raises:
        FileNotFoundError: if there is no Streamlit in the folder.
    """
    if not (folder / "streamlit" / "__init__.py").is_file():
        raise FileNotFoundError(f"{folder}: there is no Streamlit in it")
    # A name that the extension cannot resolve stays one without parameters. Not by griffe's own `disable`: mkdocstrings
    # replaces its loggers by adapters, which have no level, in a process that has built the site.
    logging.disable(logging.WARNING)
    try:
        package = load("streamlit", folder, extensions=("streamlit_api",))
    finally:
        logging.disable(logging.NOTSET)
    return _Reader(package, folder).python() | _options(folder) | _commands(folder)


class _Reader:
    """Reads the Python names of a loaded package."""

    def __init__(self, package: griffe.Module, folder: Path) -> None:
        self._package = package
        self._folder = folder
        self._found: dict[str, Name] = {}
        generator = self._member("delta_generator.DeltaGenerator")
        self._container = generator.all_members if generator is not None else {}

    def python(self) -> dict[str, Name]:
        self._add_module("st", self._package)
        for name, method in self._container.items():
            target = _target(method)
            if not name.startswith("_") and f"st.{name}" not in self._found and target.is_function:
                self._add(f"element.{name}", target, hidden=target.docstring is None)
        for namespace in NAMESPACES:
            module = self._member(namespace)
            if module is not None and module.is_module:
                self._add_module(f"st.{namespace}", module)
        for module in _modules(self._package):
            for name, path in _returned_classes().items():
                cls = module.members.get(name) if ("." in path) == (module.name == _ELEMENTS) else None
                if cls is not None and not cls.is_alias and cls.is_class:
                    self._add(path, cls)
                    self._found[path] = self._found[path]._replace(parameters=None)  # nobody calls it
        return self._found

    def _member(self, path: str) -> griffe.Object | None:
        try:
            return _target(self._package[path.split(".")])
        except KeyError:
            return None

    def _add_module(self, path: str, module: griffe.Module) -> None:
        exports = {str(name) for name in module.exports or ()}
        imports, deprecated = _imports(module.filepath), deprecations.assigned(module.filepath)
        for name, member in module.members.items():
            target = _target(member)
            if target is not None and target.is_module and name in imports:  # a submodule hides what it is named after
                target = self._member(imports[name].partition(".")[2])
            if target is not None and target.is_attribute:
                target = self._assigned(target, module) or target
            if target is None or target.is_module or name.startswith("_") or (exports and name not in exports):
                continue
            self._add(f"{path}.{name}", target, deprecated=name in deprecated)

    def _assigned(self, attribute: griffe.Attribute, module: griffe.Module) -> griffe.Function | None:
        """The function that `html = streamlit._main._html` or `html = deprecate_func_name(_main._html, ...)` means."""
        path = re.match(r"[\w.]*", str(attribute.value).partition("(")[2] or str(attribute.value))[0].split(".")
        found = module.members.get(path[-1]) or self._container.get(path[-1])
        target = _target(found) if found is not None else None
        return target if target is not None and target.is_function else None

    def _add(self, name: str, obj: griffe.Object, *, deprecated: bool = False, hidden: bool = False) -> None:
        if obj.is_attribute:
            deprecated |= deprecations.in_value(obj)
        members = obj.all_members if obj.is_class else obj.members if obj.is_function else {}
        marked = deprecations.in_docstring(obj) | deprecations.in_body(obj, self._folder)
        self._found[name] = Name(
            "property" if "property" in obj.labels else obj.kind.value,
            _parameters(obj, marked),
            deprecated or "" in marked,
            hidden,
            tuple(re.match(r"[\w.]*", str(base))[0].split(".")[-1] for base in obj.bases) if obj.is_class else (),
            "__getattr__" in members,
        )
        for key, member in members.items():
            target = _target(member)
            if key.startswith("_") or key in self._container or hasattr(dict, key) or target is None:
                continue
            if target.is_function or target.is_attribute:
                is_method = target.is_function or "property" in target.labels
                self._add(f"{name}.{key}", target, hidden=is_method and target.docstring is None)


def _target(member: griffe.Object | griffe.Alias) -> griffe.Object | None:
    """What a member of the package stands for; None if it is not Streamlit's own."""
    try:
        return member.final_target if member.is_alias else member
    except (griffe.AliasResolutionError, griffe.CyclicAliasError):
        return None


def _modules(module: griffe.Module) -> Iterator[griffe.Module]:
    yield module
    for name, member in module.members.items():
        if not member.is_alias and member.is_module and name != "proto":  # generated: messages, no API
            yield from _modules(member)


@cache
def result_classes(folder: Path) -> set[str]:
    """Return the full names of the classes that functions return and other classes hold, such as `GridContainer`.

    No public path leads to them, so only annotations tell that readers meet them. Some of them stay internal.
    """
    classes, named = set(), set()
    for module in _modules(load("streamlit", folder, extensions=())):
        for owner in [module, *module.classes.values()]:
            for name, member in owner.members.items():
                if name.startswith("_") or member.is_alias or member.is_module:
                    continue
                if member.is_class and member.docstring and member.path.startswith(_RESULTS):
                    classes.add(member.path)
                annotation = member.returns if member.is_function else getattr(member, "annotation", None)
                named |= set(re.findall(r"\w+", str(annotation)))
    return {path for path in classes if path.rpartition(".")[2] in named}


@cache
def _returned_classes() -> dict[str, str]:
    """Classes that have pages but no public path, such as `StatusContainer`, and what readers call them.

    They are found by their names: internal modules are renamed. Those of AppTest keep their module, `element_tree`.
    """
    found = {}
    for parts in (name.split(".") for name in documented_names()):
        if _ELEMENTS in parts:
            found[parts[-1]] = f"{_ELEMENTS}.{parts[-1]}"
        elif not ".".join(parts).startswith(_PUBLIC):
            found |= {part: part for part in parts[2:] if part[0].isupper()}
    return found


def _parameters(obj: griffe.Object, deprecated: set[str]) -> dict[str, Parameter] | None:
    if not obj.is_function and not (obj.is_class and "__init__" in obj.all_members):
        return None
    return {
        _MARKS.get(parameter.kind, "") + parameter.name: Parameter(
            None if parameter.required or parameter.kind in _MARKS else str(parameter.default),
            parameter.kind is griffe.ParameterKind.keyword_only,
            parameter.name in deprecated,
        )
        for parameter in obj.parameters
        if parameter.name not in ("self", "cls") and not parameter.name.startswith("_")
    }


def _imports(file: Path) -> dict[str, str]:
    """The names that a module imports `from` others, and where they come from."""
    statements = [node for node in deprecations.tree(file).body if isinstance(node, ast.ImportFrom) and not node.level]
    return {(name.asname or name.name): f"{node.module}.{name.name}" for node in statements for name in node.names}


# --- config.toml and the command line -------------------------------------------------


def _options(folder: Path) -> dict[str, Name]:
    found = {}
    file = folder / "streamlit" / "config.py"
    for call in ast.walk(deprecations.tree(file)) if file.is_file() else ():
        maker = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
        key = call.args[0] if maker in _OPTION_MAKERS and call.args else None
        if isinstance(key, ast.Constant):
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            sections = [ast.unparse(item).split(".")[-1] for item in getattr(given.get("categories"), "elts", ())]
            found[OPTION + ("theme." if sections else "") + key.value] = Name(
                "option",
                {"default": Parameter(_default(given))}
                | {f"[theme.{s.lower().replace('_', '.')}]": Parameter() for s in sections if s != "'theme'"},
                deprecated="deprecated" in given and ast.unparse(given["deprecated"]) == "True",
                hidden="visibility" in given and ast.unparse(given["visibility"]) == "'hidden'",
            )
    return found


def _default(given: dict[str, ast.expr]) -> str:
    if "description" not in given:  # the decorated function's result
        return UNKNOWN
    try:
        return repr(ast.literal_eval(given["default_val"])) if "default_val" in given else "None"
    except ValueError:
        return UNKNOWN


def _commands(folder: Path) -> dict[str, Name]:
    """The commands that `streamlit --help` lists, and those below them."""
    groups = {"main": "streamlit"}
    for file in (folder / "streamlit" / "web" / "cli.py", folder / "streamlit" / "cli.py"):
        for node in deprecations.tree(file).body if file.is_file() else ():
            for decorator in map(ast.unparse, getattr(node, "decorator_list", ())):
                made = re.match(r"(\w+)\.(?:command|group)\((?:name=)?'([\w-]+)'", decorator)
                if made and made[1] in groups and "hidden=True" not in decorator:
                    groups[node.name] = f"{groups[made[1]]} {made[2]}"
    return {name: Name("command") for name in groups.values() if name != "streamlit"}
