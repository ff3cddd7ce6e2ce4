"""MkDocs hook: a page that is broken is named, with the line.

MkDocs shows front matter that it cannot read as text, and takes a fence that nobody closes for prose, both in silence.
"""

from __future__ import annotations

import logging
import re
from typing import Any

import yaml
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import YAML_RE

_logger = logging.getLogger("mkdocs.hooks.page_syntax")

_FENCE = re.compile(r"[>\s]*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")


def on_page_markdown(markdown: str, *, page: Page, **kwargs: Any) -> None:
    """Warn of what is wrong with the file; a strict build then fails."""
    source = page.file.content_string
    for line, problem in (front_matter_problem(source), unclosed_fence(source)):
        if problem:
            _logger.warning(f"{page.file.src_uri}:{line}: {problem}")


def front_matter_problem(source: str) -> tuple[int, str]:
    """Return line and problem of front matter that is no YAML mapping; (0, "") if it is one, or there is none."""
    if not source.startswith("---"):
        return 0, ""
    match = YAML_RE.match(source)
    if match is None:
        return 1, "the front matter has no end; put a line `---` below it"
    try:
        if isinstance(yaml.load(match[1], yaml.CSafeLoader), dict):
            return 0, ""
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 2, f"the front matter is no YAML: {error.problem}; put values in quotes"
    except (yaml.YAMLError, ValueError) as error:  # a date that is none is a ValueError
        return 1, f"the front matter is no YAML: {' '.join(str(error).split())}"
    return 2, "the front matter has no `key: value`"


def unclosed_fence(source: str) -> tuple[int, str]:
    """Return line and problem of the first fence that is not closed before another begins; (0, "") if all are."""
    opened, fence = 0, ""
    for number, line in enumerate(source.splitlines(), start=1):
        match = _FENCE.fullmatch(line)
        if match is None:
            continue
        if not opened:
            opened, fence = number, match["fence"]
        elif match["fence"] == fence:
            if match["info"].strip():
                break
            opened = 0
    return (opened, f"the code that begins here has no end; put a line {fence} below it") if opened else (0, "")
