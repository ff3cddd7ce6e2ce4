"""The server of `mkdocs serve --dirty`, and what it keeps between the builds of dirty_builds.py.

A page that a browser asks for is built first, if it is not what there would be now. A few seconds after a change of
what all pages show, another process builds the whole site, which also tells where every object is documented, and
warns of what is wrong on any page. What is built is kept in .cache/serve for the next start. An error is shown in
place of the page.
"""

from __future__ import annotations

import gc
import html
import json
import logging
import logging.handlers
import os
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from griffe._internal.extensions.dataclasses import _dataclass_parameters
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

_logger = logging.getLogger("mkdocs.hooks.dirty_builds")

_ERROR = "<!doctype html><html lang=en><meta charset=utf-8><title>Error</title><h1>This page cannot be built</h1><pre>{}</pre></html>"


@dataclass
class Kept:
    """What outlives a build."""

    serving: bool = False
    on_demand: bool = False
    folder: Path | None = None  # of the pages, in site/, and of state.json: the stamps and the maps
    stamps: dict[str, str] = field(default_factory=dict)  # what each page is built from
    unsure: set[str] = field(default_factory=set)  # pages that show an error, or may lack links
    current: dict[str, str] = field(default_factory=dict)  # what each page would be built from now
    url_maps: dict[str, dict[str, list[str]]] = field(default_factory=dict)  # where autorefs found each object
    knows_objects: bool = False  # whether the maps have all of them
    urls: dict[str, str] = field(default_factory=dict)  # the page of each address, without slashes at its ends
    asked: set[str] = field(default_factory=set)  # the pages that this build is for
    wanted: set[str] = field(default_factory=set)  # those of them that it renders
    package: tuple = ()  # what the modules were loaded from
    modules: dict[str, Any] = field(default_factory=dict)  # with their converted docstrings
    server: Server | None = None

    def stale(self) -> set[str]:
        """Return the pages that are not built from what there is now."""
        return {page for page, stamp in self.current.items() if self.stamps.get(page) != stamp}

    def read(self) -> None:
        """Take up what the last run, or the other process, built."""
        try:
            self.stamps, self.url_maps = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.stamps, self.url_maps = {}, {}
        self.unsure.clear()

    def write(self) -> None:
        """Keep it for the next start, or for the server."""
        sure = {page: stamp for page, stamp in self.stamps.items() if page not in self.unsure}
        (self.folder / "state.json").write_text(json.dumps([sure, self.url_maps]), encoding="utf-8")


kept = Kept()  # a hook is run anew when mkdocs.yml or a file of it is saved, and this module is not


def modules(config: MkDocsConfig) -> dict[str, Any]:
    """Return what the build has loaded of the package, by name; it may be added to."""
    return config.plugins["mkdocstrings"].get_handler("python")._modules_collection.members


def let_go_of_replaced_packages() -> None:
    """Free the 60 MB of each package that was read before the last one; griffe keeps its data classes in a cache."""
    _dataclass_parameters.cache_clear()
    gc.collect()


class Server:
    """MkDocs' server, with the kept pages behind it."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        self._server, self._builder = server, builder
        self._site, self._docs = Path(config.site_dir), Path(config.docs_dir)
        self._new = kept.folder.with_name(f"{kept.folder.name}.new")
        self._command = [sys.executable, "-B", __file__, config.config_file_path, str(self._new), config.site_url]
        self._lock = threading.RLock()
        self._shown = ""
        self._saved = self._times()
        self._timer = threading.Timer(0, lambda: None)
        self._rest: subprocess.Popen | None = None
        server.root = str(self._site)
        server.builder = self.rebuild
        server.error_handler = lambda code: (self._site / "404.html").read_bytes() if code == 404 else None
        server.set_app(self.respond)
        threading.Thread(target=self._load, args=[config], daemon=True).start()
        self._start_rest()

    def _load(self, config: MkDocsConfig) -> None:
        """Load the package before a page needs it."""
        with self._lock:
            if not modules(config):
                handler = config.plugins["mkdocstrings"].get_handler("python")
                handler.collect("streamlit", handler.get_options({}))
                kept.modules = dict(modules(config))

    def respond(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        """Answer a request; a stale page is built first."""
        if environ["PATH_INFO"].startswith("/livereload/"):
            self._shown = self._page(urlsplit(environ.get("HTTP_REFERER", "")).path) or self._shown
        elif self._is_stale(page := self._page(environ["PATH_INFO"])):
            with self._lock:
                if self._is_stale(page):  # no other request has built it meanwhile
                    self._build(page)
        return self._server.serve_request(environ, start_response)

    def _is_stale(self, page: str | None) -> bool:
        return page is not None and (page not in kept.current or page in kept.stale())

    def _page(self, path: str) -> str | None:
        return kept.urls.get(path.removeprefix(self._server.mount_path).removesuffix("index.html").strip("/"))

    def rebuild(self) -> None:
        """Build the page that was saved, or else the one that a browser shows: the others can wait until it asks."""
        with self._lock:
            self.stop_rest()
            before, self._saved = self._saved, self._times()
            saved = [page for page, time in self._saved.items() if before.get(page) != time]
            self._build(saved[0] if len(saved) == 1 else self._shown)
            self._start_rest()

    def _build(self, page: str) -> None:
        """Build a page; what goes wrong is logged, and shown in its place."""
        Hooks._load_hook.cache_clear()
        kept.asked, kept.current = {page}, {}
        errors = logging.handlers.BufferingHandler(1000)
        errors.setLevel(logging.ERROR)
        logging.getLogger("mkdocs").addHandler(errors)
        try:
            self._builder()
        except (Exception, SystemExit) as error:
            if not isinstance(error, Abort):  # says no more than the log before it
                _logger.error(str(error) if isinstance(error, MkDocsException) else traceback.format_exc())
            self._show(page, [record.getMessage() for record in errors.buffer])
        finally:
            logging.getLogger("mkdocs").removeHandler(errors)

    def _times(self) -> dict[str, int]:
        files = {page: self._docs / page for page in kept.urls.values()}
        return {page: file.stat().st_mtime_ns for page, file in files.items() if file.exists()}

    def _show(self, page: str, messages: list[str]) -> None:
        """Put the errors where the page would be."""
        text = _ERROR.format(html.escape("\n".join(messages)))
        for url in (url for url, name in kept.urls.items() if name == page):
            (self._site / url).mkdir(parents=True, exist_ok=True)
            (self._site / url / "index.html").write_text(text, encoding="utf-8")
        kept.stamps[page] = kept.current.get(page, "")
        kept.unsure.add(page)
        kept.write()

    # --- The rest of the site, in another process ---

    def _start_rest(self) -> None:
        if kept.stale():
            self._timer = threading.Timer(5, self._build_rest)
            self._timer.daemon = True
            self._timer.start()

    def stop_rest(self) -> None:
        """End the other process, if it runs, without a result."""
        self._timer.cancel()
        if self._rest:
            self._rest.kill()
            self._rest = None

    def _build_rest(self) -> None:
        """Let the other process build all; browsers ask again if what they show may lack links."""
        self._rest = process = subprocess.Popen(self._command, stdin=subprocess.PIPE)
        let_go_of_replaced_packages()  # now that nobody waits
        failed = process.wait()
        with self._lock:
            if failed or self._rest is not process:
                return
            shutil.rmtree(kept.folder)
            self._new.rename(kept.folder)
            kept.read()
        _logger.info("All pages are built")
        if not kept.knows_objects:
            with self._server._epoch_cond:
                self._server._visible_epoch = self._server._wanted_epoch = self._server._wanted_epoch + 1
                self._server._epoch_cond.notify_all()


def build_all(config_file: str, folder: str, site_url: str) -> None:
    """Build every page into a new folder, as the server would: this is the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends when the server does
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(1)), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)-8s-  %(message)s")
    shutil.rmtree(folder, ignore_errors=True)
    config = load_config(config_file, strict=False)
    config.plugins.on_startup(command="serve", dirty=True)
    config.site_url = site_url
    kept.folder = Path(folder)
    kept.asked = {file.relative_to(config.docs_dir).as_posix() for file in Path(config.docs_dir).rglob("*.md")}
    build(config, serve_url=site_url)


if __name__ == "__main__":
    import served_pages  # as the hooks import it: what is kept must be the same

    served_pages.build_all(*sys.argv[1:])
