"""What a package of Streamlit calls deprecated, read from its files.

A name or a parameter is deprecated where the package says so in one of these ways: `.. deprecated::` in its part of
the docstring; `deprecate_func_name`, `deprecate_obj_name` or a class `Deprecated…` around it; a deprecation warning
that its function, or one in it, gives in any case; or that the function gives if the parameter is given.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import griffe

_WRAPPER = re.compile(r"(^|[._])(deprecate_(func|obj)_name|Deprecated\w+)$")
_WARNING = "show_deprecation_warning"
_DIRECTIVE = re.compile(r"\.\. deprecated::[^\n]*((?:\n +\S[^\n]*)*)")


def in_value(attribute: griffe.Attribute) -> bool:
    """Tell whether what an attribute is assigned is wrapped as deprecated."""
    return _WRAPPER.search(str(attribute.value).partition("(")[0]) is not None


def in_docstring(obj: griffe.Object) -> set[str]:
    """Return the parameters that the docstring calls deprecated, and "" for the object itself."""
    text = obj.docstring.value if obj.docstring is not None else ""
    if not _DIRECTIVE.search(text):
        return set()
    names = {parameter.name for parameter in obj.parameters} if obj.is_function or obj.is_class else set()
    sections = obj.docstring.parse("numpy", warn_unknown_params=False, warn_missing_types=False, warnings=False)
    items = [item for section in sections if "parameters" in section.kind.value for item in section.value]
    inside = [about for item in items for about in _deprecations(item.description, names)]
    marked = {item.name.strip("*") for item in items if _DIRECTIVE.search(item.description)}
    of_itself = _deprecations(text, names).count("") > inside.count("")
    return marked | set(_deprecations(text, names)) - {""} | ({""} if of_itself else set())


def _deprecations(text: str, names: set[str]) -> list[str]:
    """What each `.. deprecated::` of a text is about: the first parameter that it names, or ""."""
    mentioned = (re.findall(r"``\**(\w+)``", block) for block in _DIRECTIVE.findall(text))
    return [next((name for name in words if name in names), "") for words in mentioned]


def in_body(obj: griffe.Object, folder: Path) -> set[str]:
    """Return the parameters that a function warns of when they are given, and "" if it warns in any case."""
    where = re.search(r"/lib/(.+)#L(\d+)$", obj.extra["streamlit_api"].get("source", ""))
    function = _functions(folder / where[1]).get(int(where[2])) if where and obj.is_function else None
    return _warned_of(function.body) if function else set()


def _warned_of(statements: Iterable[ast.stmt]) -> set[str]:
    marked = set()
    for statement in statements:
        if _warns(statement):
            marked.add("")
        elif isinstance(statement, ast.FunctionDef):
            marked |= _warned_of(statement.body) & {""}
        elif isinstance(statement, ast.If) and any(_warns(inner) for inner in statement.body):
            given = re.fullmatch(r"(\w+)( is not None)?", ast.unparse(statement.test))
            marked |= {given[1]} if given else set()
    return marked


def _warns(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == _WARNING


@cache
def tree(file: Path) -> ast.Module:
    """Return the parsed source of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def _functions(file: Path) -> dict[int, ast.FunctionDef]:
    """The functions of a file by their lines, as griffe counts: that of the first decorator."""
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]
    return {min(part.lineno for part in (function, *function.decorator_list)): function for function in functions}


def assigned(file: Path) -> set[str]:
    """Return the names to which a module assigns something that it wraps as deprecated."""
    found = set()
    for node in tree(file).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call) and _WRAPPER.search(ast.unparse(value.func)):
            found |= set(map(ast.unparse, getattr(node, "targets", None) or [node.target]))
    return found
