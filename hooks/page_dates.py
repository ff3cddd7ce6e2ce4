"""MkDocs hook: a page's date is the day it last changed, for the sitemap and the structured data.

A page changes with its own file, and one that renders API objects also with the version of Streamlit. Both are
read from the history of the repository. Without it, as in an archive or a shallow clone, pages have no date: the
day of the build, which MkDocs keeps in `page.update_date`, would be a wrong one.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Set `page.changed` of every page: `2026-11-22`, or nothing."""
    root = Path(config.config_file_path).parent
    dates = _last_changes(root, "docs") if not config.extra.get("serving") else {}
    upgraded = max(_last_changes(root, "requirements.txt", "-G^streamlit==").values(), default="") if dates else ""
    for file in files.documentation_pages():
        date = dates.get(Path(file.abs_src_path), "")
        renders_api = "::: streamlit" in file.content_string
        file.page.changed = (max(date, upgraded) if renders_api and date else date) or None


def _last_changes(root: Path, path: str, *options: str) -> dict[Path, str]:
    """Return the day of the last commit that changed each file at the path, by the file's absolute path."""
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        top = Path(_git(root, "rev-parse", "--show-toplevel").strip())
        log = _git(root, "log", "--format=>%cs", "--name-only", *options, "--", path)
    except (OSError, subprocess.CalledProcessError):
        return {}
    found: dict[Path, str] = {}
    date = ""
    for line in log.splitlines():
        if line.startswith(">"):
            date = line[1:]
        elif line:
            found.setdefault(top / line, date)  # newest first
    return found


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
