"""hooks/dirty_builds.py: with `mkdocs serve --dirty`, a saved page is what a full build would make of it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import built
import pytest

BUTTON = "develop/api-reference/widgets/st.button"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """`mkdocs serve --dirty` on a copy of the site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        built.copy_sources(folder)
        self.url = f"http://127.0.0.1:{free_port()}/"
        self.log = folder / "serve.log"
        address = self.url.removeprefix("http://").rstrip("/")
        command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict", "--dev-addr", address]
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                command, cwd=folder, env=built.environment(SITE_URL=self.url), stdout=log, stderr=subprocess.STDOUT
            )

    def page(self, path: str) -> str:
        """The page's HTML; livereload's own script and its changing number do not count."""
        html = urllib.request.urlopen(f"{self.url}{path}/", timeout=120).read().decode()
        return re.sub(r"<script[^>]*>[^<]*livereload.*?</script>|<span>Debug.*?</span>", "", html, flags=re.DOTALL)

    def wait_for(self, path: str, text: str, seconds: float = 180) -> str:
        """Ask for the page until it holds the text."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if text in (html := self.page(path)):
                    return html
            except OSError:
                assert self._process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError(f"{path} never showed {text!r}: {self.log.read_text()[-2000:]}")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    instance = Server(tmp_path_factory.mktemp("served"))
    yield instance
    instance.stop()


def test_a_saved_page_is_complete(server: Server) -> None:
    """Sidebar, cards' neighbours, cross-references and the API object are those of the full build before it."""
    before = server.wait_for(BUTTON, "In practice")
    time.sleep(1)  # so that the file is newer than the page that was built from it
    file = server.folder / f"docs/{BUTTON}.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    after = server.wait_for(BUTTON, "A new sentence.")
    assert after.replace("<p>A new sentence.</p>", "").split() == before.split()
    assert "Could not find cross-reference" not in server.log.read_text()


def test_a_saved_index_page_keeps_its_cards(server: Server) -> None:
    path = "develop/api-reference/widgets"
    before = server.wait_for(path, "api-card")
    time.sleep(1)
    file = server.folder / f"docs/{path}/index.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nAnother sentence.\n", encoding="utf-8")
    after = server.wait_for(path, "Another sentence.")
    assert after.replace("<p>Another sentence.</p>", "").split() == before.split()


def test_a_change_of_the_sites_code_rebuilds_every_page(server: Server) -> None:
    server.wait_for("develop", "Develop")
    time.sleep(1)
    file = server.folder / "overrides/partials/footer.html"
    file.write_text(file.read_text(encoding="utf-8") + "\n<p>A new footer.</p>\n", encoding="utf-8")
    server.wait_for("develop", "A new footer.")
    server.wait_for(BUTTON, "A new footer.")
