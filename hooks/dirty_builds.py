"""MkDocs hook: `mkdocs serve --dirty` builds a page when a browser asks for it.

Each build is one of MkDocs' own in which one page is rendered at most. The page then stays until its source
changes, or what all pages show: the site's code, the front matter of any page, the version of Streamlit.
served_pages.py has the server, and what it keeps.

Plain `mkdocs serve` builds every page on each change, and keeps the loaded package; `mkdocs build` keeps nothing.
"""

from __future__ import annotations

import gc
import hashlib
import json
import logging
import re
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from served_pages import Server, kept, modules

_OBJECT = re.compile(r"^#+ ::: (\S+)", re.MULTILINE)
_URL_MAPS = ("_primary_url_map", "_secondary_url_map")


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether there will be another build, and of what."""
    gc.set_threshold(200_000)  # what is loaded stays, and looking through it for garbage took a third of the time
    kept.serving = command == "serve"
    kept.on_demand = kept.serving and dirty
    if kept.serving:
        sys.dont_write_bytecode = True  # a new file in a watched folder is a change
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in str(record.msg))


def on_config(config: MkDocsConfig) -> None:
    """Hand the build the folder and the package of the last one, unless what reads the package changed."""
    config.extra["serving"] = kept.serving
    if not kept.serving:
        return
    if kept.on_demand:
        if kept.folder is None:
            kept.folder = Path(config.config_file_path).parent / ".cache" / "serve" / str(config.dev_addr.port)
            kept.read()
        config.site_dir = str(kept.folder / "site")
    if kept.package == _package(config):
        modules(config).update(kept.modules)


@event_priority(-50)  # after hooks that set something of the pages
def on_nav(nav: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Choose the pages to render; of the others, only the front matter is read."""
    if not kept.on_demand:
        return
    pages = {file.src_uri: file.page for file in files.documentation_pages()}
    for page in pages.values():
        page.read_source(config)
    objects = {name: _OBJECT.findall(page.markdown) for name, page in pages.items()}
    front_matter = {name: page.meta for name, page in pages.items()}
    shared = _hash(_package(config), _times(config, *config.watch), config.site_url, objects, front_matter)
    kept.current = {name: _hash(shared, page.markdown) for name, page in pages.items()}
    kept.urls = {page.url.strip("/"): name for name, page in pages.items()}
    kept.wanted = kept.stale() & kept.asked
    for name, page in pages.items():
        page.file.is_modified = lambda wanted=name in kept.wanted: wanted
    _keep_of_others(config, {pages[name].url for name in kept.wanted})
    known = {*config.plugins["autorefs"]._primary_url_map, *(name for page in kept.wanted for name in objects[page])}
    kept.knows_objects = all(known.issuperset(names) for names in objects.values())
    level = logging.NOTSET if kept.knows_objects else logging.ERROR
    logging.getLogger("mkdocs.plugins.mkdocs_autorefs").setLevel(level)


def _keep_of_others(config: MkDocsConfig, rendered: set[str]) -> None:
    """Tell autorefs where the objects of the other pages are, and begin the search index with their entries."""
    for name, pages in kept.url_maps.items():
        others = {key: [url for url in urls if url.split("#")[0] not in rendered] for key, urls in pages.items()}
        getattr(config.plugins["autorefs"], name).update({key: urls for key, urls in others.items() if urls})
    search = config.plugins["material/search"]
    search.search_index_prev = None
    file = Path(config.site_dir) / "search" / "search_index.json"
    entries = json.loads(file.read_text(encoding="utf-8"))["docs"] if file.exists() else []
    search.search_index.entries = [entry for entry in entries if entry["location"].split("#")[0] not in rendered]


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the package, now that it is loaded without an error."""
    if kept.serving:
        kept.package, kept.modules = _package(config), dict(modules(config))


@event_priority(-100)  # when all is written
def on_post_build(config: MkDocsConfig) -> None:
    """Remember what was built."""
    if not kept.on_demand:
        return
    kept.stamps.update({page: kept.current[page] for page in kept.wanted})
    kept.unsure -= kept.wanted
    if not kept.knows_objects and kept.wanted != set(kept.current):
        kept.unsure |= kept.wanted
    kept.url_maps = {name: getattr(config.plugins["autorefs"], name) for name in _URL_MAPS}
    kept.write()


def _package(config: MkDocsConfig) -> tuple:
    """Return what a loaded package depends on."""
    return version("streamlit"), repr(config.plugins["mkdocstrings"].config.handlers), _times(config, "extensions")


def _times(config: MkDocsConfig, *folders: str) -> list[tuple[str, int]]:
    """Return the files of the folders, mkdocs.yml and requirements.txt, with their times of change."""
    root = Path(config.config_file_path).parent
    files = {file for folder in folders for file in (root / folder).rglob("*") if file.is_file()}
    if folders != ("extensions",):
        files |= {Path(config.config_file_path), root / "requirements.txt"}
    return sorted((str(file), file.stat().st_mtime_ns) for file in files if "__pycache__" not in file.parts)


def _hash(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Answer from the kept folder, and build what a browser asks for."""
    if kept.on_demand:
        kept.server = Server(server, config, builder)


def on_shutdown() -> None:
    """End the other process."""
    if kept.server:
        kept.server.stop_rest()
