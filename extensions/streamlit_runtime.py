"""Griffe extension: what only the running package knows, as objects that pages can document.

- `streamlit.config.server` is the section `[server]` of config.toml, `streamlit.config.server.port` an
  option of it: from the definitions that Streamlit itself reads, `streamlit.config`.
- `streamlit.cli.run` is the command `streamlit run`, `streamlit.cli.config.show` the command
  `streamlit config show`: from the click commands in `streamlit.web.cli`.

Their texts are plain text with a little markup; `plain_to_markdown` makes Markdown of it.
What the templates show beside the text is in `extra["streamlit_api"]`: `heading` (the name that readers
know), and for an option `option` (type, default, environment variable, flag), for a command `usage`.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import griffe

_logger = griffe.get_logger("streamlit_runtime")

PACKAGE = "streamlit"
_CODE_OR_LINK = re.compile(r"(``.+?``|`[^`]+`|https?://[^\s)\"']*[^\s).,\"'])", re.DOTALL)


class StreamlitRuntime(griffe.Extension):
    """Adds config.toml's options and the commands of the command line to the loaded package."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Add both, or say why the package cannot be asked; a package that is read but not installed is left alone."""
        if pkg.path != PACKAGE or Path(find_spec(PACKAGE).origin) != pkg.filepath:
            return
        try:
            from streamlit import config
            from streamlit.web import cli
        except Exception as error:  # whatever an import of the package may raise
            _logger.warning(
                f"cannot import {PACKAGE} to read its options and commands ({error}); install its dependencies"
            )
            return
        _add_sections(pkg, config._config_options_template, config._section_descriptions)
        _add_commands(pkg, cli.main)


class PlainDocstring(griffe.Docstring):
    """A docstring whose sections are Markdown from the start; no parser has to find them in its text."""

    def __init__(self, text: str, parent: griffe.Object, *sections: griffe.DocstringSection) -> None:
        super().__init__(text or parent.name, parent=parent)
        self._sections = [griffe.DocstringSectionText(plain_to_markdown(text)), *sections]

    def parse(self, *args: Any, **kwargs: Any) -> list[griffe.DocstringSection]:
        """Return the sections."""
        return self._sections


# --- config.toml ------------------------------------------------------------------


def _add_sections(pkg: griffe.Module, options: dict[str, Any], descriptions: dict[str, str]) -> None:
    """Add a class for each section, with an attribute for each of its options."""
    config = pkg["config"]
    for section in sorted({option.section for option in options.values()}, key=list(descriptions).index):
        *above, name = section.split(".")
        parent = config
        for part in above:
            parent = parent.members[part]
        cls = griffe.Class(name, parent=parent)
        cls.docstring = PlainDocstring(_sentence(descriptions[section]), cls)
        cls.extra["streamlit_api"] |= {"heading": f"[{section}]", "dotless": section}
        parent.set_member(name, cls)
        for option in options.values():
            if option.section == section:
                cls.set_member(option.name, _option(option, cls, options))


def _sentence(text: str) -> str:
    return " ".join(text.split()).rstrip(".") + "."


def _option(option: Any, parent: griffe.Class, options: dict[str, Any]) -> griffe.Attribute:
    same_as = _same_option(option, options)
    attribute = griffe.Attribute(option.name, parent=parent)
    attribute.docstring = PlainDocstring(option.description, attribute)
    attribute.extra["streamlit_api"] |= {
        "heading": option.key,
        "option": {
            "type": f"list of {option.type.__name__}" if option.multiple else option.type.__name__,
            "default": None if option.default_val is None else json.dumps(option.default_val, ensure_ascii=False),
            "env_var": option.env_var,
            "flag": None if option.sensitive else f"--{option.key}",
            "scriptable": option.scriptable,
            "deprecated": plain_to_markdown(option.deprecation_text) if option.deprecated else None,
            "same_as": same_as,
            "hidden": option.visibility == "hidden",
        },
        "folded": same_as is not None,
    }
    return attribute


def _same_option(option: Any, options: dict[str, Any]) -> str | None:
    """Return the option of the section above (`theme.font` for `theme.dark.font`) that says word for word the same."""
    base = options.get(f"{option.section.split('.')[0]}.{option.name}")
    if base is None or base is option:
        return None
    facts = ("description", "type", "default_val", "scriptable", "sensitive", "deprecated", "visibility")
    return base.key if all(getattr(base, fact) == getattr(option, fact) for fact in facts) else None


# --- Command line -----------------------------------------------------------------


def _add_commands(pkg: griffe.Module, main: Any) -> None:
    """Add a module `cli` whose members are the commands; a group's commands are members of the group."""
    cli = griffe.Module("cli", filepath=pkg["web.cli"].filepath, parent=pkg)
    pkg.set_member("cli", cli)
    for command in main.commands.values():
        _add_command(command, ["streamlit"], cli, pkg)


def _add_command(command: Any, above: list[str], parent: griffe.Object, pkg: griffe.Module) -> None:
    import click

    if command.hidden:
        return
    path = [*above, command.name]
    function = griffe.Function(command.name, parent=parent)
    own = [parameter for parameter in command.params if not _is_config_flag(parameter)]
    arguments = [
        _parameter(p, p.human_readable_name.upper() + ("..." if p.nargs == -1 else ""))
        for p in own
        if isinstance(p, click.Argument)
    ]
    options = [_parameter(p, ", ".join(p.opts)) for p in own if isinstance(p, click.Option)]
    function.docstring = PlainDocstring(
        command.help or "",
        function,
        *([griffe.DocstringSectionParameters(arguments, title="Arguments")] if arguments else []),
        *([griffe.DocstringSectionOtherParameters(options, title="Options")] if options else []),
    )
    source = pkg["web.cli"].members[command.callback.__name__].extra["streamlit_api"].get("source")
    function.extra["streamlit_api"] |= {
        "heading": " ".join(path),
        "usage": " ".join([*path, *command.collect_usage_pieces(click.Context(command))]),
        "config_flags": len(own) < len(command.params),
        "source": source,
    }
    parent.set_member(command.name, function)
    for member in getattr(command, "commands", {}).values():
        _add_command(member, path, function, pkg)


def _is_config_flag(parameter: Any) -> bool:
    """Tell whether it is one of config.toml's options, which most commands take as flags: `--server.port`."""
    return any("." in name for name in parameter.opts)


def _parameter(parameter: Any, name: str) -> griffe.DocstringParameter:
    import click

    choices = getattr(parameter.type, "choices", None)
    annotation = " or ".join(choices) if choices else parameter.type.name
    is_flag = getattr(parameter, "is_flag", False)
    shown = isinstance(parameter.default, str | int | float) and not is_flag
    help_text = getattr(parameter, "help", None) or ""
    if isinstance(parameter, click.Argument) and parameter.envvar:
        help_text = f"Environment variable: `{parameter.envvar}`."
    return griffe.DocstringParameter(
        name,
        description=plain_to_markdown(help_text),
        annotation="flag" if is_flag else annotation,
        value=str(parameter.default) if shown else None,
    )


# --- Plain text -------------------------------------------------------------------


def plain_to_markdown(text: str) -> str:
    """Make Markdown of a plain text: paragraphs, `- ` lists, and indented, bracketed or `$ ` lines as code.

    Inline, double or single backticks are code and addresses are links; nothing else is markup.
    """
    blocks: list[tuple[str, list[str]]] = []
    for kind, line, continues in _classified(inspect.cleandoc(text).split("\n")):
        if continues:
            blocks[-1][1].append(line)
        else:
            blocks.append((kind, [line]))
    parts = []
    for (kind, lines), (before, _) in zip(blocks, [("", []), *blocks], strict=False):
        separator = "\n" if kind == before == "item" else "\n\n"
        parts.append(separator + _written(kind, lines))
    return "".join(parts).strip()


def _classified(lines: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield kind and text of each line that is not blank, and whether it continues the block before it."""
    kind, after_blank = "", True
    for line in lines:
        words = line.strip()
        if not words or words in ("\b", "\\b"):  # click's mark for "leave the next lines as they are"
            after_blank = True
            continue
        indented = len(line) - len(line.lstrip()) >= 2
        if kind == "bracket" or words == "[":
            yield "code", line, kind == "bracket"
            kind = "" if words == "]" else "bracket"
        elif kind == "item" and indented and not after_blank:
            yield kind, words, True
        elif words.startswith("- "):
            kind = "item"
            yield kind, words[2:], False
        elif words.startswith("$ ") or (indented and (after_blank or kind == "code")):
            yield "code", line, kind == "code"
            kind = "code"
        else:
            yield "text", words, kind == "text" and not after_blank
            kind = "text"
        after_blank = False


def _written(kind: str, lines: list[str]) -> str:
    if kind == "code":
        code = inspect.cleandoc("\n".join(["", *lines])).split("\n")
        if all(line.startswith("$ ") for line in code):  # prompts would be copied with the commands
            return "\n".join(["```bash", *(line[2:] for line in code), "```"])
        return "\n".join(["```text", *code, "```"])
    text = _inline(re.sub(r"\s+", " ", " ".join(lines)).replace(" : ", ": "))
    return f"- {text}" if kind == "item" else text


def _inline(text: str) -> str:
    parts = _CODE_OR_LINK.split(text)
    for index, part in enumerate(parts):
        if not index % 2:
            parts[index] = re.sub(r"([\\*_{}\[\]`])", r"\\\1", part.replace("&", "&amp;").replace("<", "&lt;"))
        elif part.startswith("`"):
            parts[index] = f"`{part.strip('`')}`"
        else:
            parts[index] = f"<{part}>"
    return "".join(parts)
