"""MkDocs hook: `mkdocs serve --dirty` shows a saved page at once, and it is as a full build would make it.

MkDocs starts every rebuild from nothing. This keeps what an unchanged page or package would give again:
the loaded package with its converted docstrings (for a plain `mkdocs serve`, too), and where every object
is documented; and it reads the front matter of the other pages, which the sidebar shows. When the site's
own code changes, all is built. `mkdocs build` does not come by here.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

# MkDocs runs this file anew for each build; a registered module outlives that.
_KEPT = vars(sys.modules.setdefault("streamlit_docs_dirty_builds", ModuleType("streamlit_docs_dirty_builds")))
_URL_MAPS = ("_primary_url_map", "_secondary_url_map")


def on_startup(*, command: str, **kwargs: Any) -> None:
    """Remember whether there will be another build."""
    _KEPT["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Hand the new build what the last one loaded, unless the site's code changed since."""
    config.extra["serving"] = bool(_KEPT.get("serving"))
    if not _KEPT.get("serving"):
        return
    state = _state_of_code(config)
    if _KEPT.get("state") != state:
        _KEPT.update(state=state, modules=None, maps=None)
        shutil.rmtree(config.site_dir, ignore_errors=True)
    elif _KEPT["modules"] is not None:
        _loaded_modules(config).update(_KEPT["modules"])


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Tell autorefs where the objects of unchanged pages are."""
    if not _KEPT.get("serving") or _KEPT["maps"] is None:
        return
    saved = {file.url for file in files.documentation_pages() if file.is_modified()}
    for name in _URL_MAPS:
        kept = {
            identifier: [url for url in urls if url.split("#")[0] not in saved]
            for identifier, urls in _KEPT["maps"][name].items()
        }
        getattr(config.plugins["autorefs"], name).update({key: urls for key, urls in kept.items() if urls})


def on_nav(nav: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Read the front matter of the pages that are not rendered."""
    if _KEPT.get("serving"):
        for file in files.documentation_pages():
            if not file.is_modified():
                file.page.read_source(config)


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Keep what this build loaded."""
    if _KEPT.get("serving"):
        _KEPT["modules"] = dict(_loaded_modules(config))
        _KEPT["maps"] = {name: getattr(config.plugins["autorefs"], name) for name in _URL_MAPS}


def _loaded_modules(config: MkDocsConfig) -> dict[str, Any]:
    return config.plugins["mkdocstrings"].get_handler("python")._modules_collection.members


def _state_of_code(config: MkDocsConfig) -> tuple[tuple[str, int], ...]:
    """Return the files that decide how every page looks, with their times of change."""
    root = Path(config.config_file_path).parent
    files = [
        root / "mkdocs.yml",
        *(file for folder in config.watch for file in Path(folder).rglob("*") if file.is_file()),
    ]
    return tuple(sorted((str(file), file.stat().st_mtime_ns) for file in files if "__pycache__" not in file.parts))
