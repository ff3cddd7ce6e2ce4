"""Griffe extension: `streamlit.button` is the function that `st.button` calls, under its public name.

Read without running it, the package says `button = _main.button`: an attribute with no signature
and no docstring. This extension finds what each public name stands for and puts a copy of it at
the public path, so that headings, anchors and objects.inv say `streamlit.button`. The object it
copies stays as it is. Every copy says where its source is (`extra["streamlit_api"]["source"]`).

What a public name can stand for, and what it becomes:

| in `streamlit/__init__.py`                  | becomes                                             |
| ------------------------------------------- | --------------------------------------------------- |
| `button = _main.button`                     | a function: the method, without `self`              |
| `dialog = _dialog_decorator`                | a function: the one of the other name               |
| `get_option = _gather_metrics("…", f)`      | a function: the one that is wrapped                 |
| `cache_data = _cache_data` (callable object)| a function: its `__call__`; its methods as members  |
| `session_state = _SessionStateProxy()`      | a class: the object's methods and properties        |
| `sidebar: _DeltaGenerator = …`              | an attribute without a docstring                    |
| `from … import echo as echo`, a module      | left alone: griffe resolves these itself            |
"""

from __future__ import annotations

import builtins
import copy
from collections.abc import Mapping, MutableMapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import griffe

_logger = griffe.get_logger("streamlit_api")

PACKAGE = "streamlit"
SOURCE_URL = "https://github.com/streamlit/streamlit/blob/{release}/lib/{path}#L{line}"

# The class of `st.sidebar`; its docstring and methods are for Streamlit's own code, or those of `st` once more.
_CONTAINER = "DeltaGenerator"

# Functions that hand one of their arguments on, and which argument that is.
_WRAPPERS = {"gather_metrics": 1, "cast": 1, "deprecate_func_name": 0}

# Special methods that readers meet as syntax: `st.session_state["key"]`, `len(...)`, `in`.
_OPERATIONS = (
    "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__len__",
    "__getattr__", "__setattr__", "__delattr__", "__enter__", "__exit__",
)  # fmt: skip

# Python's mapping classes, whose methods a proxy inherits without showing them in its source.
_MAPPINGS = {"collections.abc.Mapping": Mapping, "collections.abc.MutableMapping": MutableMapping}


class UnresolvedNameError(LookupError):
    """A public name whose object cannot be found in the package's source."""


class StreamlitAPI(griffe.Extension):
    """Puts what each public name stands for at its public path."""

    def __init__(self) -> None:
        self._assigned: dict[str, griffe.Attribute] = {}
        self._members: dict[str, Mapping[str, griffe.Object | griffe.Alias]] = {}

    def on_attribute_instance(self, *, attr: griffe.Attribute, **kwargs: Any) -> None:
        """Remember what `streamlit/__init__.py` assigns: a submodule of the same name replaces it later."""
        if attr.parent is not None and attr.parent.path == PACKAGE:
            self._assigned[attr.name] = attr

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Replace each public assignment of the package by what it stands for."""
        if pkg.path != PACKAGE:
            return
        self._add_source_links(pkg)
        for name, attribute in self._assigned.items():
            if name.startswith("_"):
                continue
            try:
                public = self._public_object(name, attribute, pkg)
            except (UnresolvedNameError, griffe.AliasResolutionError, LookupError) as error:
                _logger.warning(
                    f"cannot tell what st.{name} stands for ({error}); "
                    f"see {attribute.filepath.name}:{attribute.lineno} and teach extensions/streamlit_api.py"
                )
                continue
            if public is not None:
                _keep_submodule(pkg.members.get(name), public)
                pkg.set_member(name, public)

    # --- What a name stands for --------------------------------------------------

    def _public_object(self, name: str, attribute: griffe.Attribute, pkg: griffe.Module) -> griffe.Object | None:
        """Return a copy of what the attribute stands for, at its public path; None leaves the name as it is."""
        target, is_instance = self._resolve_attribute(attribute)
        if target.is_module:
            return None
        if target.is_function:
            return _copy_function(target, name, pkg)
        if target.is_class and is_instance:
            if "__call__" in target.members:
                return _callable_object(target, name, pkg)
            return _container(target, name, pkg) if target.name == _CONTAINER else _instance(target, name, pkg)
        raise UnresolvedNameError(f"`{attribute.value}` is a {target.kind.value}")

    def _resolve(self, value: Any, scope: griffe.Object) -> tuple[griffe.Object, bool]:
        """Follow an expression to a function, a class or a module.

        Returns:
            The object, and whether the expression is an instance of it.

        Raises:
            UnresolvedNameError: if the expression is of a kind this extension does not know.
        """
        if isinstance(value, griffe.ExprName):
            return self._resolve_name(value.name, scope)
        if isinstance(value, griffe.ExprAttribute):
            owner, is_instance = self._resolve(value.first, scope)
            for part in value.values[1:]:
                owner, is_instance = self._resolve_member(owner, part.name)
            return owner, is_instance
        if isinstance(value, griffe.ExprCall):
            function, _ = self._resolve(value.function, scope)
            if function.is_class:
                return function, True
            if function.name in _WRAPPERS:
                return self._resolve(value.arguments[_WRAPPERS[function.name]], scope)
        raise UnresolvedNameError(f"`{value}` is not an expression it knows")

    def _resolve_name(self, name: str, scope: griffe.Object) -> tuple[griffe.Object, bool]:
        assigned = self._assigned.get(name) if scope.path == PACKAGE else None
        member = assigned or scope.members.get(name)
        if member is None:
            return self._resolve_argument(name, scope)
        if member.is_alias:
            if member.target_path.split(".")[-1] in _WRAPPERS:
                return _Wrapper(member.target_path), False
            member = member.final_target
        if member.is_attribute:
            return self._resolve_attribute(member)
        return member, False

    def _resolve_argument(self, name: str, scope: griffe.Object) -> tuple[griffe.Object, bool]:
        """A class that `__init__` is given: the `X` of its annotation `type[X]`."""
        annotation = scope.members["__init__"].parameters[name].annotation
        return self._resolve(annotation.slice, scope.module)

    def _resolve_member(self, owner: griffe.Object, name: str) -> tuple[griffe.Object, bool]:
        if owner.path not in self._members:
            self._members[owner.path] = owner.all_members  # collected from all bases, so once
        member = self._members[owner.path][name]
        if member.is_alias:
            member = member.final_target
        return self._resolve_attribute(member) if member.is_attribute else (member, False)

    def _resolve_attribute(self, attribute: griffe.Attribute) -> tuple[griffe.Object, bool]:
        """An annotated attribute is an instance of its annotation; any other is what it is assigned."""
        annotation = attribute.annotation
        if isinstance(annotation, griffe.ExprName) and annotation.name.strip("_") != "Final":
            return self._resolve(annotation, attribute.parent)[0], True
        return self._resolve(attribute.value, attribute.parent)

    # --- Where the source is ------------------------------------------------------

    def _add_source_links(self, pkg: griffe.Module) -> None:
        try:
            release = version(PACKAGE)
        except PackageNotFoundError:
            _logger.warning(f"{PACKAGE} is not installed, so no source links: pip install -r requirements.txt")
            return
        _link_sources(pkg, pkg.filepath.parent.parent, release, "")


def _keep_submodule(replaced: griffe.Object | None, public: griffe.Object) -> None:
    """Leave the members of a submodule of the same name where other modules import them from."""
    if replaced is not None and replaced.is_module:
        public.members.update(replaced.members)


class _Wrapper:
    """Stands for a function such as `typing.cast`, whose module is not loaded."""

    is_class = is_module = is_function = False

    def __init__(self, path: str) -> None:
        self.name = path.split(".")[-1]


def _link_sources(parent: griffe.Object, root: Path, release: str, path: str) -> None:
    if parent.is_module and not parent.is_namespace_subpackage:  # which is folders, not a file
        path = parent.filepath.relative_to(root).as_posix()
    for member in parent.members.values():
        if member.is_alias:
            continue
        if member.lineno and not member.is_module:
            url = SOURCE_URL.format(release=release, path=path, line=member.lineno)
            member.extra["streamlit_api"]["source"] = url
        _link_sources(member, root, release, path)


def _copy_docstring(original: griffe.Object, parent: griffe.Object) -> griffe.Docstring | None:
    docstring = copy.copy(original.docstring)
    if docstring is not None:
        docstring.parent = parent
    return docstring


def _copy_function(original: griffe.Function, name: str, parent: griffe.Object) -> griffe.Function:
    """Return the function under another name and parent; a method loses its first parameter."""
    function = griffe.Function(
        name,
        parameters=_public_parameters(original),
        returns=original.returns,
        decorators=original.decorators,
        lineno=original.lineno,
        endlineno=original.endlineno,
        parent=parent,
    )
    function.docstring = _copy_docstring(original, function)
    function.labels = set(original.labels)
    function.extra = copy.deepcopy(original.extra)
    function.overloads = [_copy_function(overload, name, parent) for overload in original.overloads or []] or None
    return function


def _public_parameters(function: griffe.Function) -> griffe.Parameters:
    parameters = list(function.parameters)
    is_bound = function.parent.is_class and "staticmethod" not in function.labels
    return griffe.Parameters(*(parameters[1:] if is_bound else parameters))


def _callable_object(cls: griffe.Class, name: str, parent: griffe.Object) -> griffe.Function:
    """Return an instance that is called, such as `st.cache_data`, as a function that has its methods as members."""
    call = cls.members["__call__"]
    function = _copy_function(call, name, parent)
    documented = call if call.docstring else cls.members.get("_decorator", call)
    function.docstring = _copy_docstring(documented, function)
    if documented is not call:
        function.extra = copy.deepcopy(documented.extra)
    for member in _public_members(cls):
        if member.is_function:
            function.set_member(member.name, _copy_function(member, member.name, function))
    return function


def _instance(cls: griffe.Class, name: str, parent: griffe.Object) -> griffe.Class:
    """Return an object such as `st.session_state` as a class with its own and its operations' members."""
    obj = griffe.Class(name, lineno=cls.lineno, endlineno=cls.endlineno, bases=list(cls.bases), parent=parent)
    obj.docstring = _copy_docstring(cls, obj)
    obj.extra = copy.deepcopy(cls.extra)
    obj.extra["streamlit_api"]["copied"] = True
    obj.extra["streamlit_api"]["mapping_methods"] = _mapping_methods(cls)
    for member in _public_members(cls):
        if member.is_function:
            obj.set_member(member.name, _copy_function(member, member.name, obj))
        elif member.is_attribute:
            obj.set_member(member.name, _copy_attribute(member, obj))
    return obj


def _container(cls: griffe.Class, name: str, parent: griffe.Object) -> griffe.Attribute:
    """Return `st.sidebar` or `st.bottom` as a name whose page says what it is: the package has no words for it."""
    attribute = griffe.Attribute(name, lineno=cls.lineno, endlineno=cls.endlineno, parent=parent)
    attribute.extra = copy.deepcopy(cls.extra)
    return attribute


def _copy_attribute(original: griffe.Attribute, parent: griffe.Object) -> griffe.Attribute:
    attribute = griffe.Attribute(
        original.name,
        lineno=original.lineno,
        endlineno=original.endlineno,
        annotation=str(original.annotation) if _is_public(original.annotation) else None,
        parent=parent,
    )
    attribute.docstring = _copy_docstring(original, attribute)
    attribute.labels = set(original.labels)
    attribute.extra = copy.deepcopy(original.extra)
    return attribute


def _is_public(annotation: Any) -> bool:
    """Tell whether a type names only Python's built-ins: Streamlit's own aliases mean nothing to readers."""
    if annotation is None:
        return False
    names = [part.name for part in annotation.iterate(flat=True) if isinstance(part, griffe.ExprName)]
    return all(hasattr(builtins, name) for name in names)


def _mapping_methods(cls: griffe.Class) -> list[str]:
    """Return the public methods that the class inherits from Python's mapping classes."""
    bases = [_MAPPINGS[base.canonical_path] for base in cls.bases if getattr(base, "canonical_path", "") in _MAPPINGS]
    inherited = {name for base in bases for name in dir(base) if not name.startswith("_")}
    return sorted(inherited - set(cls.members))


def _public_members(cls: griffe.Class) -> list[griffe.Object]:
    """Return the members readers can use: public ones, and the special methods that are syntax."""
    members = [member.final_target if member.is_alias else member for member in cls.members.values()]
    return [member for member in members if not member.name.startswith("_") or member.name in _OPERATIONS]
