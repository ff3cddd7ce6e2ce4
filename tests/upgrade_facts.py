"""What upgrade_check.py asks the new version itself: run with its Python, prints JSON into the file that it is given.

`undocumented` and `missing` are the two lists of `make check-api`; `shown` are the examples that have a picture, with
the digests of their code; `gone` is what examples/docstrings.yml names in vain; `unknown` is what the extensions say
that they cannot read.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import api_surface

from examples import NEEDS, docstring_examples, shown_examples


class _Messages(logging.Handler):
    """Keeps what is logged; an extension warns of what it meets and does not know."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def facts() -> dict[str, list[str] | dict[str, str]]:
    """Return them."""
    messages = _Messages()
    loggers = [logging.getLogger(file.stem) for file in (api_surface.ROOT / "extensions").glob("*.py")]
    for logger in loggers:
        logger.addHandler(messages)
    return {
        "undocumented": api_surface.undocumented(),
        "missing": api_surface.missing(),
        "shown": {example.name: example.code_digest for example in shown_examples()},
        "gone": sorted(NEEDS.keys() - {example.name for example in docstring_examples()}),
        "unknown": list(dict.fromkeys(messages.texts)),
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(facts()), encoding="utf-8")
