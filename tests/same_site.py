"""Compares two builds of the site: which files there are, and what each document says, but for the listed differences."""

from __future__ import annotations

import difflib
import json
import re
import xml.etree.ElementTree as ElementTree
import zlib
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import built
import streamlit as st
import yaml
from lxml.cssselect import CSSSelector
from page_outline import outline, parse
from pages import all_pages

SITE = f"http://127.0.0.1:8000{built.SUB_PATH}"
SEARCH_INDEX = "search index"
_SEARCH_INDEXES = {"search/search_index.json", "search.json"}
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
KINDS = {"files", "elements", "wrappers", "attributes", "text"}

_selector = cache(CSSSelector)


@dataclass
class Rule:
    """A listed difference: something that is taken away from both sites before they are compared."""

    what: str
    kind: str
    pattern: str
    replacement: str = ""
    page: str = "*.html"
    taken: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    """What it took from the one site, and from the other."""


@dataclass
class Comparison:
    """What two builds of the site differ in."""

    compared: set[str] = field(default_factory=set)
    unlisted: dict[str, list[str]] = field(default_factory=dict)
    """By document, what no rule takes away: the lines of a diff."""
    gone: list[str] = field(default_factory=list)
    """The rules that take the same from both."""


def read_rules(file: Path) -> list[Rule]:
    """Return the listed differences, a rule for each pattern; the file's comment says what may be in it."""
    addresses = "|".join(re.escape(page.url.rstrip("/")) for page in all_pages() if page.url)
    rules = []
    for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
        (kind,) = KINDS & entry.keys()
        patterns = entry[kind] if isinstance(entry[kind], list) else [entry[kind]]
        if kind == "text":
            patterns = [
                pattern.replace("{page}", addresses).replace("{version}", re.escape(st.__version__))
                for pattern in patterns
            ]
        replacement = entry.get("as", "").replace("{site}", SITE)
        rules += [Rule(entry["what"], kind, pattern, replacement, entry.get("page", "*.html")) for pattern in patterns]
    return rules


def compare(one: Path, other: Path, rules: list[Rule]) -> Comparison:
    """Compare two folders of the built site."""
    result = Comparison()
    published = [
        {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} for site in (one, other)
    ]
    for rule in rules:
        if rule.kind == "files":
            for side, names in enumerate(published):
                rule.taken[side].extend(sorted(name for name in names if fnmatch(name, rule.pattern)))
    listed = {name for rule in rules if rule.kind == "files" for names in rule.taken for name in names}
    for name in sorted((published[0] ^ published[1]) - listed):
        result.unlisted[name] = [f"{'-' if name in published[0] else '+'} the whole file"]
    for name in sorted(published[0] & published[1]):
        _compare_documents(name, one / name, other / name, rules, result)
    indexes = [
        next((site / name for name in _SEARCH_INDEXES if (site / name).is_file()), None) for site in (one, other)
    ]
    if all(indexes):
        _compare_documents(SEARCH_INDEX, *indexes, rules, result)
    result.gone = [f"{rule.what} ({rule.pattern})" for rule in rules if rule.taken[0] == rule.taken[1]]
    return result


def _compare_documents(name: str, one: Path, other: Path, rules: list[Rule], result: Comparison) -> None:
    if not _is_document(name):
        if one.read_bytes() != other.read_bytes():
            result.unlisted[name] = ["the bytes of the files"]
        return
    result.compared.add(name)
    lines = [_reduced(name, file, side, rules) for side, file in enumerate((one, other))]
    if lines[0] != lines[1]:
        diff = difflib.unified_diff(*lines, lineterm="", n=0)
        result.unlisted[name] = [line[:300] for line in diff if not line.startswith(("---", "+++", "@@"))]


def _is_document(name: str) -> bool:
    return name in {SEARCH_INDEX, "objects.inv"} or name.endswith((".html", ".txt", ".xml"))


def _reduced(name: str, file: Path, side: int, rules: list[Rule]) -> list[str]:
    """Return the lines of a document without what the rules take away."""
    rules = [rule for rule in rules if rule.kind != "files" and fnmatch(name, rule.page)]
    lines = _page(name, file, side, rules) if name.endswith(".html") else _data(name, file)
    for rule in [rule for rule in rules if rule.kind == "text"]:
        pattern = re.compile(rule.pattern)
        for number, line in enumerate(lines):
            if matches := [match[0] for match in pattern.finditer(line)]:
                rule.taken[side].extend(matches)
                lines[number] = pattern.sub(rule.replacement, line)
    return [line for line in lines if line]


def _page(name: str, file: Path, side: int, rules: list[Rule]) -> list[str]:
    page = parse(file.read_text(encoding="utf-8"))
    address = urljoin(SITE, name.removesuffix("index.html"))
    for rule in rules:
        if rule.kind == "attributes":
            for element in page.xpath(f"//*[@{rule.pattern}]"):
                rule.taken[side].append(element.attrib.pop(rule.pattern))
        elif rule.kind in ("elements", "wrappers"):
            for element in _selector(rule.pattern)(page):
                rule.taken[side].extend(outline(element, address))
                element.drop_tree() if rule.kind == "elements" else element.drop_tag()
    return outline(page, address)


def _data(name: str, file: Path) -> list[str]:
    """Return the lines of a document that is no page; the order of entries does not matter."""
    if name == "objects.inv":
        header, body = file.read_bytes().split(b"zlib.\n", 1)
        return [*header.decode().splitlines(), *sorted(zlib.decompress(body).decode().splitlines())]
    if name == "sitemap.xml":
        pages = ElementTree.fromstring(file.read_bytes()).findall(f"{_SITEMAP}url")
        return sorted(" ".join(item.text for item in page) for page in pages)
    if name == SEARCH_INDEX:
        index = json.loads(file.read_text(encoding="utf-8"))
        entries = sorted(index.get("docs") or index["items"], key=lambda entry: entry["location"])
        return [index["config"]["separator"], *(line for entry in entries for line in _search_lines(entry))]
    return file.read_text(encoding="utf-8").splitlines()


def _search_lines(entry: dict) -> list[str]:
    """Return what the search reads of an entry."""
    title = "section" if "#" in entry["location"] else "page"
    lines = [entry["location"], f"{title}: {entry['title']}", entry["text"]]
    return lines + [f"{name}: {entry[name]}" for name in ("description", "boost") if name in entry]
