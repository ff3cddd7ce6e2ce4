"""Griffe extension: reStructuredText docstrings become Markdown.

mkdocstrings renders docstrings as Markdown; Streamlit writes NumPy-style docstrings with
reStructuredText inside. Griffe's NumPy parser finds the sections, docutils (the reference
parser of reStructuredText) reads each text, and `MarkdownWriter` writes what it read.
What docutils cannot read, or the writer cannot write, is a warning that names the object,
so a strict build fails and no reader meets a remnant.
"""

from __future__ import annotations

import ast
import copy
import html
import io
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any

import griffe
from docutils import nodes
from docutils.core import publish_doctree
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives
from docutils.readers.standalone import Reader
from markupsafe import Markup

_logger = griffe.get_logger("rest_docstrings")

# Where the classes are that a type in a docstring may name; those of the elements only in AppTest's docstrings.
_TYPE_MODULES = (
    "typing", "connections", "testing.v1", "components.v2.types", "components.v2.bidi_component.state", "user_info",
    "elements.lib.mutable_expander_container", "elements.lib.mutable_popover_container", "elements.lib.grid_container",
    "elements.lib.mutable_tab_container", "elements.lib.mutable_status_container",
)  # fmt: skip
_ELEMENT_CLASSES = "testing.v1.element_tree"

_ITEM_SECTIONS = ("Parameters", "Other Parameters", "Returns", "Yields", "Raises", "Attributes")
_EXAMPLE_TITLES = ("example", "examples")
_API_NAME = re.compile(r"st\.([A-Za-z]\w*(?:\.\w+)*)(?:\(\))?")
_QUOTE = "\ue000"  # stands for a double quote while griffe parses; no docstring holds this private-use character


class _CodeBlock(Directive):
    """`.. code-block:: LANGUAGE` with Streamlit's `:filename:` option; the code is left as it is."""

    has_content = True
    optional_arguments = 1
    option_spec = {"filename": directives.unchanged}  # noqa: RUF012 - as docutils declares it

    def run(self) -> list[nodes.Node]:
        code = "\n".join(self.content)
        language = self.arguments[0] if self.arguments else "text"
        return [nodes.literal_block(code, code, language=language, filename=self.options.get("filename"))]


class _Deprecated(Directive):
    """`.. deprecated:: VERSION` as Sphinx defines it; Streamlit often leaves the version out."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        title = "Deprecated"
        if re.fullmatch(r"\d+(\.\d+)*", self.content[0].strip()):
            title += f" since version {self.content[0].strip()}"
            self.content.trim_start()
            self.content_offset += 1
        node = nodes.admonition(kind="deprecated", title=title)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class output(nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Where the docstring shows the result of the example before it."""


class _Output(Directive):
    """`.. output:: URL`, a demo app hosted elsewhere: hooks/example_results.py shows a picture of the example instead."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        return [output()]


for _name, _directive in {
    "code": _CodeBlock,
    "code-block": _CodeBlock,
    "deprecated": _Deprecated,
    "output": _Output,
}.items():
    directives.register_directive(_name, _directive)


class UnconvertibleError(ValueError):
    """A text that docutils cannot read as reStructuredText, or that has no Markdown form."""


@cache
def _default_settings() -> Any:
    """Docutils' settings; working them out takes longer than reading a text."""
    return get_default_settings(Parser, Reader)


def _doctree(text: str, **settings: Any) -> nodes.document:
    """Read a text with the settings, never a file that it names."""
    values = copy.copy(_default_settings())
    for name, value in {"file_insertion_enabled": False, **settings}.items():
        setattr(values, name, value)
    return publish_doctree(text, settings=values)


def read_rest(text: str) -> nodes.document:
    """Parse reStructuredText with docutils.

    Raises:
        UnconvertibleError: with docutils' own words, if it reports a warning or worse.
    """
    messages = io.StringIO()
    document = _doctree(text, report_level=2, halt_level=5, warning_stream=messages)
    if messages.getvalue():
        raise UnconvertibleError(" ".join(messages.getvalue().split()))
    return document


def rest_to_markdown(
    text: str,
    definitions: str = "",
    own_name: str = "",
    anchors: Mapping[str, str] | None = None,
    numbers: Iterator[int] | None = None,
) -> str:
    """Convert reStructuredText to Markdown; what says that something is deprecated comes first.

    `definitions` are substitution definitions and link targets that the text may refer to. Names of the API
    (`st.form`) become optional cross-references, but for `own_name`, the path of what the text is about.
    `anchors` says which object an anchor of the original's page (`#apptestrun`) stands for. With `numbers`,
    every Python example is named after `own_name` and the next of them.

    Raises:
        UnconvertibleError: if docutils cannot read the text or the writer cannot write it.
    """
    document = read_rest(f"{text}\n\n{definitions}" if definitions else text)
    document.children.sort(key=lambda node: getattr(node, "get", {}.get)("kind") != "deprecated")
    _mark_shown_examples(document)
    return "\n".join(MarkdownWriter(own_name, anchors or {}, numbers).blocks(document)).strip()


def _mark_shown_examples(document: nodes.document) -> None:
    example = None
    for node in document.findall(nodes.Element):
        if isinstance(node, (nodes.doctest_block, nodes.literal_block)):
            example = node
        elif node.tagname == "output":  # by name: griffe imports this file anew, so the class has many copies
            if example is None:
                raise UnconvertibleError("an output without an example before it")
            example["shown"] = True


def find_definitions(texts: list[str]) -> dict[str, str]:
    """Return the source of each substitution definition and link target in the texts, by its source line.

    In a docstring they stand in one parameter's text and are used in another's.
    """
    found: dict[str, str] = {}
    for text in texts:
        if ".. |" in text or ".. _" in text:
            document = _doctree(text, report_level=5, halt_level=6)
            for node in document.findall(lambda n: isinstance(n, (nodes.substitution_definition, nodes.target))):
                if node.rawsource.startswith(".."):
                    found[node.rawsource.strip()] = text
    return found


class MarkdownWriter:
    """Writes a docutils document as Markdown for Python-Markdown with the extensions of mkdocs.yml.

    `blocks` gives lines for block-level nodes, `inline` a string for text-level ones. Each node
    class has a method of its name; a class without one is an `UnconvertibleError`.
    """

    def __init__(self, own_name: str, anchors: Mapping[str, str], numbers: Iterator[int] | None) -> None:
        self._own_name = own_name
        self._anchors = anchors
        self._numbers = numbers

    def blocks(self, parent: nodes.Element) -> list[str]:
        lines: list[str] = []
        for child in parent.children:
            written = self._method("block", child)(child)
            if written:
                lines += [*written, ""]
        return lines[:-1]

    def inline(self, parent: nodes.Element) -> str:
        return "".join(self._method("inline", child)(child) for child in parent.children)

    def _method(self, level: str, node: nodes.Node) -> Any:
        # note, tip, warning and so on are classes of their own.
        name = "admonition" if isinstance(node, nodes.Admonition) else type(node).__name__
        method = getattr(self, f"{level}_{name}", None)
        if method is None:
            raise UnconvertibleError(f"no Markdown for {level} <{type(node).__name__}>: {node.astext()[:60]!r}")
        return method

    # --- Blocks ------------------------------------------------------------------

    def block_paragraph(self, node: nodes.paragraph) -> list[str]:
        text = " ".join(self.inline(node).split("\n"))
        # A line that starts like a list, a heading or a fence would be read as one.
        return [re.sub(r"^(\d+(?=[.)])|(?=[-+#>:~=]|!!!|\?\?\?))", r"\1\\", text, count=1)]

    def block_bullet_list(self, node: nodes.bullet_list) -> list[str]:
        return self._list(node, "- ")

    def block_enumerated_list(self, node: nodes.enumerated_list) -> list[str]:
        return self._list(node, "1. ")

    def _list(self, node: nodes.Element, marker: str) -> list[str]:
        lines: list[str] = []
        for item in node.children:
            first, *rest = _indented(self.blocks(item)) or [""]
            lines += [marker + first.lstrip(), *rest, *([""] if "" in rest else [])]
        return lines

    def block_definition_list(self, node: nodes.definition_list) -> list[str]:
        lines: list[str] = []
        for item in node.children:
            *terms, definition = item.children
            term = " ".join(self.inline(part) for part in terms)
            first, *rest = self.blocks(definition) or [""]
            if isinstance(node.parent, nodes.list_item):
                # docutils reads a list item's continuation that is indented too far as a definition.
                lines += [f"{term} {first}", *rest, ""]
            else:
                lines += [term, f":   {first}", *_indented(rest), ""]
        return lines[:-1]

    def block_block_quote(self, node: nodes.block_quote) -> list[str]:
        return [f"> {line}".rstrip() for line in self.blocks(node)]

    def block_literal_block(self, node: nodes.literal_block) -> list[str]:
        language = node.get("language", "text")
        title = f' title="{node["filename"]}"' if node.get("filename") else ""
        return (
            self._example(node, node.astext(), title)
            if language == "python"
            else _fenced(node.astext(), language + title)
        )

    def block_doctest_block(self, node: nodes.doctest_block) -> list[str]:
        code = strip_prompts(node.astext())
        language = _language(code)
        return self._example(node, code) if language == "python" else _fenced(code, language)

    def _example(self, node: nodes.Element, code: str, title: str = "") -> list[str]:
        """Write a Python example with its name, so that tests, pictures and pages mean the same one."""
        if self._numbers is None:
            return _fenced(code, f"python{title}")
        code = complete(code)
        shown = " .shown" if node.get("shown") else ""
        return _fenced(code, f' {{ .python{shown}{title} data-example="{self._own_name}.{next(self._numbers)}" }}')

    def block_output(self, node: nodes.Element) -> list[str]:
        return []

    def block_admonition(self, node: nodes.Admonition) -> list[str]:
        title = f' "{node["title"]}"' if "title" in node else ""
        return [f"!!! {node.get('kind', node.tagname)}{title}", "", *_indented(self.blocks(node))]

    def block_table(self, node: nodes.table) -> list[str]:
        head = [row for part in node.findall(nodes.thead) for row in part.children]
        body = [row for part in node.findall(nodes.tbody) for row in part.children]
        if len(head) != 1:
            raise UnconvertibleError("a table needs one header row to have a Markdown form")
        cells = [self._row(row) for row in head + body]
        caption = [f"**{self.inline(child)}**" for child in node.children if isinstance(child, nodes.title)]
        rows = [f"| {' | '.join(row)} |" for row in cells]
        return [*caption, *([""] if caption else []), rows[0], "|" + " --- |" * len(cells[0]), *rows[1:]]

    def _row(self, row: nodes.row) -> list[str]:
        texts = []
        for entry in row.children:
            if any(not isinstance(child, nodes.paragraph) for child in entry.children):
                raise UnconvertibleError("a table cell with more than paragraphs has no Markdown form")
            texts.append(
                "<br>".join(self.inline(child).replace("\n", " ").replace("|", "\\|") for child in entry.children)
            )
        return texts

    def _nothing(self, node: nodes.Node) -> list[str]:
        """Comments and definitions have done their work when the document is read."""
        return []

    block_comment = block_substitution_definition = block_target = _nothing

    # --- Text --------------------------------------------------------------------

    def inline_Text(self, node: nodes.Text) -> str:  # noqa: N802 - docutils' name
        return escape(node.astext())

    def inline_literal(self, node: nodes.Element) -> str:
        text = " ".join(node.astext().split("\n"))
        ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
        pad = " " if "`" in text[:1] + text[-1:] else ""
        code = f"{ticks}{pad}{text}{pad}{ticks}"
        name = _API_NAME.fullmatch(text)
        identifier = f"streamlit.{name[1]}" if name else ""
        if not name or identifier == self._own_name or isinstance(node.parent, nodes.reference):
            return code
        return _cross_reference(identifier, code)

    # Streamlit's docstrings use single backticks for code as well.
    inline_title_reference = inline_literal

    def inline_emphasis(self, node: nodes.emphasis) -> str:
        return f"*{self._nested(node)}*"

    def inline_strong(self, node: nodes.strong) -> str:
        return f"**{self._nested(node)}**"

    def _nested(self, node: nodes.Element) -> str:
        """reStructuredText does not nest markup; docstrings write code in bold headings all the same."""
        text = node.astext()
        return (
            rest_to_markdown(text, own_name=self._own_name, anchors=self._anchors) if "`" in text else self.inline(node)
        )

    def inline_inline(self, node: nodes.inline) -> str:
        return self.inline(node)

    def inline_reference(self, node: nodes.reference) -> str:
        if "refuri" not in node:
            raise UnconvertibleError(f"a link without an address: {node.astext()!r}")
        address = node["refuri"]
        if address.startswith("#"):
            if address[1:] not in self._anchors:
                raise UnconvertibleError(f"a link to {address}, which is no member's")
            return _cross_reference(self._anchors[address[1:]], self.inline(node))
        return f"[{self.inline(node)}](<{address}>)"

    def inline_target(self, node: nodes.target) -> str:
        return ""


def _cross_reference(identifier: str, text: str) -> str:
    """Return a link to the object's page, or only the text if no page documents it (mkdocs-autorefs)."""
    return f'<autoref identifier="{identifier}" optional>{text}</autoref>'


def escape(text: str) -> str:
    """Escape what Markdown or HTML would read as markup."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*{}\[\]]|(?<![^\W_])_|_(?![^\W_]))", r"\\\1", text)


def strip_prompts(code: str) -> str:
    """Remove the interactive prompts of a doctest block, so that a reader can copy what runs."""
    code = "\n".join(re.sub(r"^(>>>|\.\.\.)( |$)", "", line) for line in code.split("\n"))
    # A docstring cannot hold three double quotes but escaped, not even a raw one.
    return code.replace('\\"\\"\\"', '"""')


def complete(code: str) -> str:
    """Add the import of Streamlit that an example leaves out, so that what a reader copies runs."""
    if re.search(r"\bst\.", code) and "import streamlit" not in code:
        return f"import streamlit as st\n\n{code}"
    return code


def _language(code: str) -> str:
    """Tell what stands behind prompts: Streamlit writes secrets.toml and trees of files with them, too."""
    if re.match(r"\[[\w.]+\]\n", code):
        return "toml"
    try:
        ast.parse(code)
    except SyntaxError:
        return "text"
    return "python"


def _fenced(code: str, info: str) -> list[str]:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
    return [f"{fence}{info}", *code.rstrip().split("\n"), fence]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


class RestDocstring(griffe.Docstring):
    """A docstring whose parsed sections are Markdown. Conversion happens when it is first rendered."""

    def parse(self, parser: Any = None, **options: Any) -> list[griffe.DocstringSection]:
        """Parse into sections with griffe, then convert every text in them."""
        sections = [_as_examples(section) for section in self._parse_with_quotes_hidden(parser, **options)]
        definitions = find_definitions([text for section in sections for _, text in _texts(section)])
        numbers = count(1)
        for section in sections:
            for put, text in _texts(section):
                put(self._convert(text, definitions, numbers))
            self._link_types(section)
        return _deprecation_first(sections)

    def _link_types(self, section: griffe.DocstringSection) -> None:
        """Make the names of Streamlit's public classes in types cross-references."""
        for item in section.value if isinstance(section.value, list) else ():
            if getattr(item, "annotation", None) is not None:
                text = html.escape(str(item.annotation), quote=False)
                item.annotation = Markup(re.sub(r"\b[A-Z]\w+", self._type_link, text))

    def _type_link(self, name: re.Match) -> str:
        package = self.parent.package
        modules = _TYPE_MODULES + ((_ELEMENT_CLASSES,) if self.parent.path.startswith("streamlit.testing.") else ())
        for module in modules:
            path = f"{package.path}.{module}.{name[0]}"
            if path != self.parent.path and name[0] in _member_names(package, module):
                return _cross_reference(path, name[0])
        return name[0]

    def _parse_with_quotes_hidden(self, parser: Any, **options: Any) -> list[griffe.DocstringSection]:
        """Parse with griffe, which would read the type `"global" or "session"` as forward references without quotes."""
        value, self.value = self.value, _directives_in_items(self.value).replace('"', _QUOTE)
        try:
            sections = super().parse(parser, **options)
        finally:
            self.value = value
        for section in sections:
            if section.title:
                section.title = section.title.replace(_QUOTE, '"')
            for put, text in _texts(section):
                put(text.replace(_QUOTE, '"'))
            for item in section.value if isinstance(section.value, list) else ():
                if isinstance(getattr(item, "annotation", None), str):
                    item.annotation = item.annotation.replace(_QUOTE, '"')
        return sections

    def _convert(self, text: str, definitions: dict[str, str], numbers: Iterator[int]) -> str:
        others = "\n".join(source for source, home in definitions.items() if home != text and source not in text)
        try:
            return rest_to_markdown(
                textwrap.dedent(text), others, self.parent.path, _anchors_of_members(self.parent), numbers
            )
        except UnconvertibleError as error:
            _logger.warning(
                f"{_source_line(self.parent)}: {self.parent.path}: its docstring cannot become Markdown ({error}); "
                "teach extensions/rest_docstrings.py, or report it to Streamlit"
            )
            return text


def _anchors_of_members(obj: griffe.Object) -> dict[str, str]:
    """Return the original's anchors of a class's members: `#apptestrun` for `AppTest.run`."""
    cls = obj if obj.is_class else obj.parent
    if cls is None or not cls.is_class:
        return {}
    return {f"{cls.name}{name}".lower(): f"{cls.path}.{name}" for name in cls.members}


def _source_line(obj: griffe.Object) -> str:
    """Return file and line of an object; for one under its public name, those of what it stands for."""
    link = re.search(r"/lib/(.+)#L(\d+)$", obj.extra.get("streamlit_api", {}).get("source", ""))
    return f"{link[1]}:{link[2]}" if link else f"{obj.filepath}:{obj.lineno}"


def _member_names(package: griffe.Module, module: str) -> Collection[str]:
    """Return the names in a module of the package; none if this version has no such module."""
    try:
        return package[module].members.keys()
    except KeyError:
        return ()


def _deprecation_first(sections: list[griffe.DocstringSection]) -> list[griffe.DocstringSection]:
    """Give a deprecation that the description begins with a section of its own."""
    if not sections or not str(sections[0].value).startswith("!!! deprecated"):
        return sections
    deprecation, *rest = re.split(r"\n\n(?! )", sections[0].value, maxsplit=1)
    sections[0].value = "".join(rest)
    return [griffe.DocstringSectionDeprecated("", deprecation), *sections]


def _directives_in_items(text: str) -> str:
    """Indent directives that stand between items, where griffe expects the next item: they are about the one above."""
    lines = text.split("\n")
    in_items = moves = False
    for index, line in enumerate(lines):
        if index + 1 < len(lines) and re.fullmatch(r"-{3,}", lines[index + 1]):
            in_items = line.strip() in _ITEM_SECTIONS
        if line and not line[0].isspace():
            moves = in_items and line.startswith(".. ") and "::" in line
        if moves and line:
            lines[index] = f"    {line}"
    return "\n".join(lines)


def _as_examples(section: griffe.DocstringSection) -> griffe.DocstringSection:
    """Return `Example` and `Examples` sections as one text, prompts and all: docutils knows doctest blocks."""
    if section.kind is griffe.DocstringSectionKind.examples:
        title, text = section.title or "Examples", "\n\n".join(text for _, text in section.value)
    elif section.kind is griffe.DocstringSectionKind.admonition and (section.title or "").lower() in _EXAMPLE_TITLES:
        title, text = section.title, section.value.contents
    else:
        return section
    return griffe.DocstringSectionExamples([(griffe.DocstringSectionKind.text, text)], title=title)


def _texts(section: griffe.DocstringSection) -> Iterator[tuple[Any, str]]:
    """Yield each text of a section with the function that replaces it."""
    value = section.value
    if isinstance(value, str):
        yield (lambda new: setattr(section, "value", new)), value
    elif isinstance(value, griffe.DocstringElement):
        yield (lambda new: setattr(value, "description", new)), value.description
    else:
        for index, item in enumerate(value):
            if isinstance(item, griffe.DocstringElement):
                yield (lambda new, item=item: setattr(item, "description", new)), item.description
            else:
                kind, text = item
                yield (lambda new, index=index, kind=kind: value.__setitem__(index, (kind, new))), text


class RestDocstrings(griffe.Extension):
    """Makes every docstring of the documented packages a `RestDocstring`."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Replace docstrings once the package is loaded; objects that other extensions added are included."""
        for obj in _objects(pkg):
            old = obj.docstring
            if type(old) is griffe.Docstring:
                obj.docstring = RestDocstring(
                    old.value,
                    lineno=old.lineno,
                    endlineno=old.endlineno,
                    parent=old.parent,
                    parser=old.parser,
                    parser_options=old.parser_options,
                )


def _objects(parent: griffe.Object) -> Iterator[griffe.Object]:
    yield parent
    for member in parent.members.values():
        if not member.is_alias:
            yield from _objects(member)
