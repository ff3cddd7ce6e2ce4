"""Overrides that replace a file of the theme or of mkdocstrings are looked at again when that file changes."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import material
import mkdocstrings_handlers.python as mkdocstrings_python
import pytest
from pages import ROOT

LOCK = Path(__file__).parent / "theme.lock"
THEME = Path(material.__file__).parent / "templates"
API = Path(mkdocstrings_python.__file__).parent / "templates" / "material" / "_base"

# Ours, and what of the theme it stands for.
REPLACED = {
    "overrides/404.html": ["404.html"],
    "overrides/main.html": ["base.html", "main.html", "partials/content.html"],
    "overrides/partials/footer.html": ["partials/footer.html", "partials/copyright.html", "partials/social.html"],
    "overrides/partials/header.html": ["partials/header.html", "partials/palette.html"],
    "overrides/partials/nav.html": ["partials/nav.html", "partials/nav-item.html"],
    "overrides/partials/path.html": ["partials/path.html", "partials/path-item.html"],
    "overrides/partials/search.html": ["partials/search.html"],
    "overrides/partials/toc.html": ["partials/toc.html", "partials/toc-item.html"],
    "custom_templates/python/material/attribute.html.jinja": ["attribute.html.jinja"],
    "custom_templates/python/material/class.html.jinja": ["class.html.jinja"],
    "custom_templates/python/material/function.html.jinja": ["function.html.jinja"],
}


def original(ours: str, name: str) -> Path:
    return (API if ours.startswith("custom_templates") else THEME) / name


def fingerprint(file: Path) -> str:
    """The hash of a file; the names of Material's bundles, which change with each release, do not count."""
    text = re.sub(r"\.[0-9a-f]{8}\.min\.(js|css)|mkdocs-material-[\d.]+", "", file.read_text(encoding="utf-8"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def current() -> str:
    """The lock file's text for what is installed."""
    lines = [
        f"{fingerprint(original(ours, name))}  {name}  {ours}" for ours in sorted(REPLACED) for name in REPLACED[ours]
    ]
    return "\n".join(lines) + "\n"


def test_the_originals_have_not_changed() -> None:
    changed = set(current().splitlines()) - set(LOCK.read_text(encoding="utf-8").splitlines())
    assert not changed, f"read what changed in these, adapt ours, then run `make theme-lock`: {sorted(changed)}"


@pytest.mark.parametrize("ours", REPLACED)
def test_what_is_replaced_exists(ours: str) -> None:
    assert (ROOT / ours).exists()


def test_every_replaced_file_is_listed() -> None:
    """A partial of ours with the name of one of the theme's replaces it, whether we meant to or not."""
    ours = [
        path for path in (ROOT / "overrides").rglob("*.html") if (THEME / path.relative_to(ROOT / "overrides")).exists()
    ]
    ours += [path for path in (ROOT / "custom_templates").rglob("*.jinja") if (API / path.name).exists()]
    names = {path.relative_to(ROOT).as_posix() for path in ours}
    assert names <= set(REPLACED)


if __name__ == "__main__":
    LOCK.write_text(current(), encoding="utf-8")
    sys.exit(0)
