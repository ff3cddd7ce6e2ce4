"""ES modules as one classic script: browsers load no module from a file, and one without imports anywhere.

Each module becomes a function that runs once, after those it imports, and returns what it exports. Only the forms
of import and export that this site's scripts use are known; anything else is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from mkdocs.exceptions import PluginError

_IMPORT = re.compile(
    r'^import (?:(?P<names>\{[^}]*\})|\* as (?P<all>\w+)|(?P<default>\w+)) from "(?P<path>\.[^"]+)";?$', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b\W*(?P<name>\w+))", re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export \{ (?P<name>\w+) as default \};?$", re.MULTILINE)
_UNKNOWN = re.compile(r"^\s*(?:import|export)\b.*|.*\bimport(?:\(|\.meta\b(?!\.url\b)).*", re.MULTILINE)


def classic_script(paths: list[str], read: Callable[[str], str], site_root: str = "null") -> str:
    """Return the modules at the paths, with all they import, as one script.

    `read` returns the text at a path; `site_root` is the script's expression for the address that paths begin at,
    for modules that ask for their own address.

    Raises:
        PluginError: if a module does not exist, imports itself, or has a form of import or export not known here.
    """
    modules: dict[str, str] = {}
    for path in paths:
        _add(path, read, modules, ())
    head = f'"use strict"\nconst siteRoot = {site_root}\nconst modules = {{}}'
    return "\n".join(["(() => {", head, *modules.values(), "})()", ""])


def _add(path: str, read: Callable[[str], str], modules: dict[str, str], importing: tuple[str, ...]) -> None:
    if path in modules:
        return
    if path in importing:
        raise PluginError(
            f"{path}: imports itself by way of {importing[-1]}; put what both need into a file of its own"
        )
    try:
        text = read(path)
    except FileNotFoundError as error:
        place = importing[-1] if importing else "mkdocs.yml"
        raise PluginError(f"{place}: there is no script {path}; correct its name") from error
    exports: dict[str, str] = {}

    def imported(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"]))
        _add(target, read, modules, (*importing, path))
        names = match["all"] or (f"{{ default: {match['default']} }}" if match["default"] else match["names"])
        return f'const {names.replace(" as ", ": ")} = modules["{target}"]'

    def exported(match: re.Match) -> str:
        exports[match["name"]] = match["name"]
        return ""

    def exported_as_default(match: re.Match) -> str:
        exports["default"] = match["name"]
        return ""

    text = _IMPORT.sub(imported, text)
    text = _EXPORT_LIST.sub(exported_as_default, _EXPORT.sub(exported, text))
    if match := _UNKNOWN.search(text):
        raise PluginError(
            f"{path}: write {match[0].strip()!r} in a form that hooks/classic_scripts.py knows, or teach it"
        )
    returned = ", ".join(f"{name}: {value}" for name, value in exports.items())
    text = text.replace("import.meta.url", f'new URL("{path}", siteRoot).href')
    modules[path] = f'modules["{path}"] = (() => {{\n{text}\nreturn {{ {returned} }}\n}})()'
