"""extensions/rest_docstrings.py: every construct of Streamlit's docstrings becomes Markdown, and nothing is lost."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import griffe
import pytest
import rest_docstrings
import streamlit as st
from bs4 import BeautifulSoup
from docutils import nodes
from loading import documented_objects, is_rest, load, record_warnings, resolved
from markdown import Markdown
from mkdocs.config import load_config
from pages import ROOT
from rest_docstrings import UnconvertibleError, rest_to_markdown

CASES = {
    "what is deprecated comes first": (
        "Does.\n\n.. deprecated:: 1.2\n    Not now.",
        '!!! deprecated "Deprecated since version 1.2"\n\n    Not now.\n\nDoes.',
    ),
    "a name of the API": (
        "As ``st.form`` and ``st.user.to_dict()``.",
        'As <autoref identifier="streamlit.form" optional>`st.form`</autoref> and <autoref identifier="streamlit.user.to_dict" optional>`st.user.to_dict()`</autoref>.',
    ),
    "code": ("Use ``x`` and ``a`b``.", "Use `x` and ``a`b``."),
    "single backticks are code": ("Use `x`.", "Use `x`."),
    "emphasis": ("*One* and **two**.", "*One* and **two**."),
    "code in bold": ("**Example 1: ``with``**", "**Example 1: `with`**"),
    "what Markdown would read is escaped": ("a * b, _x, [y], <z> & {w}", r"a \* b, \_x, \[y\], &lt;z> &amp; \{w\}"),
    "names keep their underscores": ("The show_spinner param", "The show_spinner param"),
    "a line that looks like a list": ("\\- no list", "\\- no list"),
    "link": ("`Docs <https://example.com/a>`_", "[Docs](<https://example.com/a>)"),
    "link across lines": ("`Docs\n<https://example.com/a>`_ and", "[Docs](<https://example.com/a>) and"),
    "substitution with a target": (
        "See |st.x|_.\n\n.. |st.x| replace:: ``st.x``\n.. _st.x: https://example.com/x",
        "See [`st.x`](<https://example.com/x>).",
    ),
    "bare address": ("See https://example.com.", "See [https://example.com](<https://example.com>)."),
    "bullets": ("- one\n- two", "- one\n- two"),
    "nested bullets": ("- one\n\n  - inner\n\n- two", "- one\n\n    - inner\n\n- two"),
    "numbers": ("1. one\n2. two", "1. one\n1. two"),
    "bullet with code": (
        "- one\n\n  .. code-block:: python\n\n     x = 1",
        "- one\n\n    ```python\n    x = 1\n    ```",
    ),
    "note": (".. note::\n    Look.\n\n    - a", "!!! note\n\n    Look.\n\n    - a"),
    "warning": (".. warning::\n    Look.", "!!! warning\n\n    Look."),
    "important": (".. important::\n    Look.", "!!! important\n\n    Look."),
    "deprecated": (
        ".. deprecated:: 1.2\n   Use ``y``.",
        '!!! deprecated "Deprecated since version 1.2"\n\n    Use `y`.',
    ),
    "deprecated without a version": (
        ".. deprecated::\n   Use ``y``,\n   not *z*.",
        '!!! deprecated "Deprecated"\n\n    Use `y`, not *z*.',
    ),
    "dunder names": ('if __name__ == "__main__"', 'if \\_\\_name\\_\\_ == "\\_\\_main\\_\\_"'),
    "code block": (".. code-block:: toml\n\n   a = 1\n\n   b = 2", "```toml\na = 1\n\nb = 2\n```"),
    "code block with a file name": (
        ".. code-block:: python\n   :filename: app.py\n\n   x = 1",
        '```python title="app.py"\nx = 1\n```',
    ),
    "code that holds a fence": (".. code-block:: text\n\n   ```\n   x", "````text\n```\nx\n````"),
    "examples lose their prompts": (
        ">>> import streamlit as st\n>>>\n>>> if st.button('x'):\n...     st.write(1)",
        "```python\nimport streamlit as st\n\nif st.button('x'):\n    st.write(1)\n```",
    ),
    "a demo hosted elsewhere is left out": (
        ">>> 1\n\n.. output::\n   https://x.streamlit.app/\n   height: 3px",
        "```python\n1\n```",
    ),
    "secrets.toml behind prompts": (">>> [auth]\n>>> a = 1", "```toml\n[auth]\na = 1\n```"),
    "what is no Python behind prompts": (">>> ├── a.py", "```text\n├── a.py\n```"),
    "three quotes, which a docstring has to escape": (
        '>>> a = \\"\\"\\"b\\"\\"\\"',
        '```python\na = """b"""\n```',
    ),
    "literal block": ("Like::\n\n    a < b", "Like:\n\n```text\na < b\n```"),
    "definitions": ("term\n    What it is.", "term\n:   What it is."),
    "a list item indented too far": ("- one\n    more\n\n    Text.\n- two", "- one more\n\n    Text.\n\n- two"),
    "quotation": ("Text.\n\n    Indented.", "Text.\n\n> Indented."),
    "table": (
        ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - ``a|b``\n     - two",
        "| A | B |\n| --- | --- |\n| `a\\|b` | two |",
    ),
    "comment": ("Text.\n\n.. A remark.", "Text."),
}


@pytest.mark.parametrize(("rest", "markdown"), CASES.values(), ids=CASES)
def test_construct(rest: str, markdown: str) -> None:
    assert rest_to_markdown(rest) == markdown


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (".. chart:: x", "chart"),
        (":func:`x`", "func"),
        ("See |x|.", "x"),
        ("*open", "Inline emphasis"),
        ("Text\n\nTitle\n=====\n\nText", "section"),
        (".. output::\n   https://x.streamlit.app/", "an output without an example"),
    ],
)
def test_what_cannot_be_converted_is_an_error_that_says_what(rest: str, words: str) -> None:
    with pytest.raises(UnconvertibleError, match=words):
        rest_to_markdown(rest)


def package(folder: Path, docstring: str) -> griffe.Module:
    (folder / "tiny.py").write_text(f'def f(a, b=1):\n    """{docstring}"""\n', encoding="utf-8")
    return load("tiny", folder, extensions=("rest_docstrings",))


def test_sections_are_converted(tmp_path: Path) -> None:
    docstring = """Do ``it``.

    Parameters
    ----------
    a : "x" or "y"
        See |st.x|_.

        .. note::
            Careful.
    b : int
        As |st.x|_.

        .. |st.x| replace:: ``st.x``
        .. _st.x: https://example.com

    Returns
    -------
    bool
        Whether ``a``.

    Raises
    ------
    KeyError
        If ``b``.

    Example
    -------
    Text:

    >>> f(1)

    .. output::
       https://x.streamlit.app/
    """
    text, parameters, returns, raises, example = package(tmp_path, docstring)["f"].docstring.parsed
    assert text.value == "Do `it`."
    assert [item.description for item in parameters.value] == [
        "See [`st.x`](<https://example.com>).\n\n!!! note\n\n    Careful.",
        "As [`st.x`](<https://example.com>).",
    ]
    assert parameters.value[0].annotation == '"x" or "y"', "types stay as they are written"
    assert parameters.value[1].default == "1"
    assert returns.value[0].description == "Whether `a`."
    assert raises.value[0].description == "If `b`."
    assert example.title == "Example"
    assert example.value[0][1] == 'Text:\n\n``` { .python .shown data-example="tiny.f.1" }\nf(1)\n```'


def test_examples_are_numbered_through_the_whole_docstring(tmp_path: Path) -> None:
    docstring = """Do it.

    >>> f(1)

    Parameters
    ----------
    a : int
        Like this:

        .. code-block:: python
           :filename: app.py

           f(2)

    Examples
    --------
        **Indented**, as some are.

        >>> f(3)

        .. output::
           https://x.streamlit.app/

        >>> st.write(f(4))
    """
    text, parameters, examples = package(tmp_path, docstring)["f"].docstring.parsed
    assert '{ .python data-example="tiny.f.1" }\nf(1)' in text.value
    assert '{ .python title="app.py" data-example="tiny.f.2" }\nf(2)' in parameters.value[0].description
    written = "\n\n".join(value for _, value in examples.value)
    assert '{ .python .shown data-example="tiny.f.3" }\nf(3)' in written
    assert '{ .python data-example="tiny.f.4" }\nimport streamlit as st\n\nst.write(f(4))' in written, "it is complete"
    assert not written.startswith(">"), "an indented section is no quotation"


def test_an_unconvertible_docstring_is_one_warning_that_names_the_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    function = package(tmp_path, "See :func:`g`.")["f"]
    warnings = record_warnings("rest_docstrings", monkeypatch)
    _ = function.docstring.parsed
    (message,) = warnings
    assert re.match(r"\S+tiny\.py:\d+: tiny\.f: ", message)
    assert "extensions/rest_docstrings.py" in message


# --- All docstrings of the installed package ---------------------------------------


def docstrings() -> Iterator[tuple[str, griffe.Docstring]]:
    """Each docstring that a page shows, and those of what the package has on top of the pages' objects."""
    public = [name for name in dir(st) if not name.startswith("_") and not inspect.ismodule(getattr(st, name))]
    objects = documented_objects() | {f"streamlit.{name}": resolved(f"streamlit.{name}") for name in public}
    yield from ((name, obj.docstring) for name, obj in objects.items() if is_rest(obj.docstring))


DOCSTRINGS = list(docstrings())


def words_of_document(document: nodes.document) -> list[str]:
    """The words as docutils reads them; prompts do not count, nor what has no place in the text; a missing import is added."""
    words = []
    for node in document.findall(nodes.Text):
        parent = node.parent
        if any(isinstance(p, (nodes.substitution_definition, nodes.comment)) for p in _parents(node)):
            continue
        text = node.astext()
        if isinstance(parent, nodes.doctest_block):
            text = rest_docstrings.strip_prompts(text)
        if isinstance(parent, nodes.doctest_block) or parent.get("language") == "python":
            text = rest_docstrings.complete(text)
        # Markup does not nest in reStructuredText; code in bold is written all the same, and is read as code.
        words.append(text.replace("``", "") if isinstance(parent, (nodes.strong, nodes.emphasis)) else text)
        if not isinstance(parent, (nodes.TextElement,)) or isinstance(parent, nodes.FixedTextElement):
            words.append(" ")
    return "".join(words).split()


def _parents(node: nodes.Node) -> Iterator[nodes.Node]:
    while node.parent is not None:
        node = node.parent
        yield node


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    """Python-Markdown with the extensions of mkdocs.yml."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    extensions = [name for name in config.markdown_extensions if name != "mkdocstrings"]
    return Markdown(extensions=extensions, extension_configs=config.mdx_configs)


def test_there_are_docstrings() -> None:
    assert len(DOCSTRINGS) > 250


@pytest.mark.parametrize(("path", "docstring"), DOCSTRINGS, ids=[path for path, _ in DOCSTRINGS])
def test_nothing_is_lost(path: str, docstring: griffe.Docstring, markdown: Markdown) -> None:
    """What a reader sees has the words, the links and the code that docutils reads in the original."""
    sections = docstring.parse("numpy", warn_unknown_params=False, warnings=False)
    originals = docstring._parse_with_quotes_hidden("numpy", warn_unknown_params=False, warnings=False)
    originals = [rest_docstrings._as_examples(section) for section in originals]
    pairs = [
        (rest, text)
        for before, after in zip(originals, sections, strict=True)
        for (_, rest), (_, text) in zip(rest_docstrings._texts(before), rest_docstrings._texts(after), strict=True)
    ]
    definitions = rest_docstrings.find_definitions([rest for rest, _ in pairs])
    for rest, text in pairs:
        others = "\n".join(source for source, home in definitions.items() if home != rest and source not in rest)
        document = rest_docstrings.read_rest(f"{rest}\n\n{others}")
        document.children.sort(key=lambda node: "deprecated" not in str(getattr(node, "attributes", {}).get("kind")))
        soup = BeautifulSoup(markdown.reset().convert(text), "html.parser")
        for title in soup.select(".admonition-title, .filename"):
            title.decompose()
        assert seen(soup) == squeezed(" ".join(words_of_document(document))), path
        links = [node["refuri"] for node in document.findall(nodes.reference) if not _in_definition(node)]
        links = [link for link in links if not link.startswith("#")]  # these are cross-references
        assert [a["href"] for a in soup.find_all("a")] == links
        assert not re.search(r"\.\. \w+::|\|\w+\|_|``|^>>> ", soup.get_text(), re.MULTILINE), path


def _in_definition(node: nodes.Node) -> bool:
    return any(isinstance(parent, nodes.substitution_definition) for parent in _parents(node))


def seen(soup: BeautifulSoup) -> str:
    return squeezed(soup.get_text())


def squeezed(text: str) -> str:
    """Without white space, which the two sides put in different places."""
    return "".join(text.split())
