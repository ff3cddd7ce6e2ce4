"""MkDocs hook: the stylesheet has only rules that some page can use.

The theme styles many things that this site has not. When all pages are written, rules go whose classes stand in no page
and in no script. The stylesheet is then named after what is left, as hooks/bundle.py names it. `mkdocs serve` keeps all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import tinycss2
from mkdocs.config.defaults import MkDocsConfig
from tinycss2.ast import AtRule, Node, QualifiedRule

_CLASSES = re.compile(r'class="([^"]+)"')
_NESTED_RULES = {"media", "supports", "layer", "container"}


def on_post_build(config: MkDocsConfig) -> None:
    """Rewrite the stylesheet, and the pages that load it."""
    if config.extra.get("serving"):
        return
    site = Path(config.site_dir)
    (style,) = config.extra_css
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html") if file.is_file()}
    names = {name for html in pages.values() for value in _CLASSES.findall(html) for name in value.split()}
    for script in site.rglob("*.js"):
        names.update(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    css = used_rules((site / style).read_text(encoding="utf-8"), names)
    name = f"{style.split('.')[0]}.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / style).unlink()
    (site / name).write_text(css, encoding="utf-8")
    old, new = Path(style).name, Path(name).name
    for file, html in pages.items():
        if old in html:
            file.write_text(html.replace(old, new), encoding="utf-8")


def used_rules(css: str, names: set[str]) -> str:
    """Return the stylesheet without comments, and without selectors that ask for a class that is not among the names."""
    return _serialize(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names)


def _serialize(rules: Iterable[Node], names: set[str]) -> str:
    kept = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [selector for selector in _alternatives(rule.prelude) if _classes(selector) <= names]
            if selectors:
                prelude = ",".join(tinycss2.serialize(selector).strip() for selector in selectors)
                kept.append(f"{prelude}{{{tinycss2.serialize(rule.content).strip()}}}")
        elif isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in _NESTED_RULES:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if content := _serialize(inner, names):
                kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{content}}}")
        else:
            kept.append(rule.serialize())
    return "\n".join(kept)


def _alternatives(prelude: list[Node]) -> list[list[Node]]:
    """Split the selectors of a rule at their commas."""
    found: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def _classes(selector: list[Node]) -> set[str]:
    """Return the classes that an element must have; `:not()`, `:is()` and their like leave it a choice."""
    return {node.value for dot, node in pairwise(selector) if dot == "." and node.type == "ident"}
