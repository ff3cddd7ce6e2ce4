"""Builds the site and serves it below a sub-path, as GitHub Pages does, its 404 page included."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
SUB_PATH = "/streamlit-docs/"
REPO_URL = "https://github.com/someone/streamlit-docs"


# What builds the site, and the pages that it is built from.
SOURCES = (
    "mkdocs.yml", "requirements.txt", "docs", "overrides", "extensions", "custom_templates", "hooks", "examples", "snippets",
)  # fmt: skip


def copy_sources(folder: Path) -> None:
    """Copy all that a build needs into a folder, for a test that changes it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)


def environment(**settings: str) -> dict[str, str]:
    """This process's environment, with a publisher's settings."""
    return {**os.environ, "REPO_URL": REPO_URL, "NO_MKDOCS_2_WARNING": "1", **settings}


def build(folder: Path, site_url: str, *, python: str = sys.executable, **settings: str) -> subprocess.CompletedProcess:
    """Build the site strictly into a folder, with a publisher's settings from the environment."""
    command = [python, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env=environment(SITE_URL=site_url, **settings), capture_output=True, text=True, timeout=600
    )


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below SUB_PATH; whatever is not there is the site's 404 page."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(SUB_PATH) if path.startswith(SUB_PATH) else "does-not-exist"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve a folder on a free port in the background; `shutdown()` ends it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
