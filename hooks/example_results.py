"""MkDocs hook: below an example stands what it shows, and a link that opens it where it can be tried.

A Python example that says so (`.shown` in its fence; an `.. output::` in a docstring) gets the pictures that
`make pictures` took of it, in both color schemes. An example that needs nothing but Streamlit gets a link to
Streamlit's playground, which carries the program. All is done on the HTML of a page, docstrings included, so
it does not matter which engine wrote it.
"""

from __future__ import annotations

import ast
import base64
import gzip
import hashlib
import html
import logging
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_logger = logging.getLogger("mkdocs.hooks.example_results")

FOLDER = Path(__file__).parent.parent / "examples"
SCHEMES = ("light", "dark")
# What a program may import and still run in the playground: packages that Streamlit itself needs.
PLAYGROUND_PACKAGES = {"streamlit", "numpy", "pandas", "altair", *sys.stdlib_module_names}
_PLAYGROUND = "https://streamlit.io/playground?example=blank&amp;code="
_STANDINS = {
    "map": "the base map, which comes from another site, is left out",
    "page": "a box stands for the page of another site",
    "picture": "pictures of other sites are replaced",
    "recording": "recordings of other sites are replaced",
    "video": "a box stands for the video of another site",
}

# A file that the program reads: `file_name` only names a download.
_FILE = re.compile(r"""(?<!file_name=)["'](?!https?:)[\w./-]+\.(py|csv|html|jpg|js|mp3|mp4|ogg|pdf|png|vtt)["']""")

_BLOCK = re.compile(
    r'<div class="(?P<classes>(?![^"]*doc-signature)[^"]*\blanguage-python\b[^"]*)"(?P<attributes>[^>]*)>(?P<inside>.*?</pre>)</div>',
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r' data-(\w+)="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")

_data: dict[str, Any] = {}


def on_config(config: MkDocsConfig) -> None:
    """Read what is known of the examples; `config.extra.example_pictures` tells the cards, too.

    Raises:
        PluginError: if a file of it is no YAML.
    """
    _data.update(pictures=_read("pictures.yml"), needs=_read("docstrings.yml"))
    config.extra["example_pictures"] = _data["pictures"]
    pin = re.search(
        r"^streamlit==(\S+)", (FOLDER.parent / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    _data.update(taken_with=pin[1] if pin else "", installed=version("streamlit"))


def _read(name: str) -> dict[str, dict]:
    try:
        return yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        raise PluginError(f"examples/{name}: {error}") from error


def on_page_content(content: str, *, page: Page, **kwargs: Any) -> str:
    """Add pictures and links to the examples of a page."""
    number = 0

    def add(match: re.Match) -> str:
        nonlocal number
        attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
        if "example" not in attributes:
            number += 1
        name = attributes.get("example", f"{_stem(page)}.{number}")
        block = f'<div class="{match["classes"]}">{match["inside"]}</div>'
        code = html.unescape(_TAG.sub("", re.sub(r'<span class="filename">.*?</span>', "", match["inside"])))
        below = _pictures(name, code, page) if "shown" in match["classes"].split() else ""
        titled = 'class="filename"' in match["inside"] and "example" not in attributes
        if not titled and not attributes.keys() & {"run", "raises"} and runs_in_playground(name, code):
            below += _playground_link(code)
        return f'<div class="example">{block}{below}</div>' if below else block

    return _BLOCK.sub(add, content)


def _stem(page: Page) -> str:
    """Name a page as tests/pages.py does: `st.button`; an index, or what is not in the reference, by its whole path."""
    path = page.file.src_uri.removesuffix(".md")
    is_object = path.startswith("develop/api-reference/") and not path.endswith("index")
    return path.rpartition("/")[2] if is_object else path.replace("/", ".")


def _pictures(name: str, code: str, page: Page) -> str:
    picture = _data["pictures"].get(name)
    if _data["needs"].get(name, {}).get("picture") is False:
        return ""
    if picture is None or picture["code"] != _digest(code):
        if _data["installed"] == _data["taken_with"]:
            state = "is missing" if picture is None else "is of other code"
            _logger.warning(f"{page.file.src_uri}: the picture of the example {name} {state}; run `make pictures`")
        return ""
    width, height = picture["size"]
    images = "".join(
        f'<img class="picture--{scheme}" src="{get_relative_url(f"images/examples/{name}.{scheme}.webp", page.url)}" '
        f'alt="Result: {html.escape(picture["alt"])}" width="{width}" height="{height}" loading="lazy" decoding="async">'
        for scheme in SCHEMES
    )
    notes = [_STANDINS[kind] for kind in picture.get("standins", [])]
    if _data["installed"] != _data["taken_with"]:
        notes.insert(0, f"taken with Streamlit {_data['taken_with']}")
    caption = "; ".join(notes)
    caption = f"<figcaption data-search-exclude>{caption[:1].upper()}{caption[1:]}.</figcaption>" if caption else ""
    return f'<figure class="example__result">{images}{caption}</figure>'


def _digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]


def runs_in_playground(name: str, code: str) -> bool:
    """Tell whether a program is an app that needs nothing but what comes with Streamlit."""
    if _data["needs"].get(name, {}).keys() & {"setup", "files", "run", "raises"} or _FILE.search(code):
        return False
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return False
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    return "streamlit" in imported and imported <= PLAYGROUND_PACKAGES and "streamlit.testing" not in code


def _playground_link(code: str) -> str:
    """Link to the playground with the program: gzip without a date, in base64 for addresses (RFC 4648, section 5)."""
    packed = base64.urlsafe_b64encode(gzip.compress(code.strip().encode(), mtime=0)).decode()
    return (
        f'<p class="example__try" data-search-exclude><a href="{_PLAYGROUND}{packed}" target="_blank" rel="noopener noreferrer">'
        'Open in Streamlit Playground<span class="visually-hidden"> (opens in a new tab)</span></a></p>'
    )
