"""MkDocs hook: what a disk refuses, and a mistake in a template, end a build in one line and not in a traceback."""

from __future__ import annotations

import errno
import traceback
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_FIXES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EFBIG: "raise the limit of a file's size",
    errno.EACCES: "make it writable, or build into another folder with `mkdocs build --site-dir`",
    errno.EPERM: "make it writable, or build into another folder with `mkdocs build --site-dir`",
    errno.EROFS: "build into another folder with `mkdocs build --site-dir`",
}

_state: dict[str, str] = {}


def on_config(config: MkDocsConfig) -> None:
    """Remember where the site goes: an error of a full disk names no file."""
    _state["site_dir"] = config.site_dir


def on_build_error(*, error: Exception, **kwargs: Any) -> None:
    """Say what is wrong, where, and what to do.

    Raises:
        PluginError: in place of an error of the system, or of a template.
    """
    if isinstance(error, OSError) and error.strerror:
        fix = _FIXES.get(error.errno)
        raise PluginError(
            f"{error.filename or _state['site_dir']}: {error.strerror}{f'; {fix}' if fix else ''}"
        ) from None
    if isinstance(error, TemplateError):
        place = traceback.extract_tb(error.__traceback__)[-1]
        raise PluginError(f"{_shown(place.filename)}:{place.lineno}: {error}") from None


def _shown(path: str) -> str:
    return str(Path(path).relative_to(Path.cwd())) if Path(path).is_relative_to(Path.cwd()) else path
