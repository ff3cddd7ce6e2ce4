"""hooks/dirty_builds.py: with `mkdocs serve --dirty`, a page is what a full build would make of it, at once."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import built
import pytest

BUTTON = "develop/api-reference/widgets/st.button"
ALL_BUILT = "All pages are built"
# One of each kind: an object, cards, groups, prose, a class with members, a removed name, what the package is asked for.
PAGES = (
    BUTTON, "develop/api-reference/widgets", "develop/api-reference", "get-started/installation", "",
    "develop/api-reference/connections/st.connections.sqlconnection",
    "develop/api-reference/caching-and-state/st.experimental_memo",
    "develop/api-reference/configuration/config.toml",
)  # fmt: skip


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """`mkdocs serve` on a copy of the site, as `make serve` calls it."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        if not folder.exists() or not list(folder.iterdir()):
            built.copy_sources(folder)
        self.address = f"127.0.0.1:{free_port()}"
        self.url = f"http://{self.address}/"
        self.log = folder / "serve.log"
        self._options = options or ("--dirty", "--no-strict")
        self.start()

    def start(self) -> None:
        """Start the server; its log begins anew."""
        command = [sys.executable, "-m", "mkdocs", "serve", *self._options, "--dev-addr", self.address]
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                command, cwd=self.folder, env=built.environment(SITE_URL=self.url), stdout=log, stderr=subprocess.STDOUT
            )

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str, seconds: float = 180, **headers: str) -> str:
        """The answer to a request, when the server is there."""
        end = time.monotonic() + seconds
        while True:
            try:
                request = urllib.request.Request(self.url + path, headers=headers)
                return urllib.request.urlopen(request, timeout=seconds).read().decode()
            except urllib.error.HTTPError:
                raise
            except OSError:
                assert self._process.poll() is None, self.said
                assert time.monotonic() < end, self.said
                time.sleep(0.05)

    def page(self, path: str) -> str:
        """The page's HTML; livereload's own script and its changing number do not count."""
        return re.sub(r"<script>\s*var livereload.*?</script>", "", self.get(f"{path}/".lstrip("/")), flags=re.DOTALL)

    def wait_for(self, path: str, text: str, seconds: float = 180) -> str:
        """Ask for the page until it holds the text."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in (html := self.page(path)):
                return html
            time.sleep(0.1)
        raise AssertionError(f"{path} never showed {text!r}: {self.said[-2000:]}")

    def wait_for_all(self, times: int = 1, seconds: float = 300) -> None:
        """Wait until the other process has built all pages so many times."""
        end = time.monotonic() + seconds
        while self.said.count(ALL_BUILT) < times:
            assert time.monotonic() < end, self.said[-3000:]
            time.sleep(0.2)

    def seconds_until_shown(self, path: str, file: str, change: Callable[[str], str], text: str) -> float:
        """Change a file, and return how long it takes until a browser that shows the page shows the text."""
        html = self.get(f"{path}/")
        epoch = re.search(r"livereload\((\d+), (\d+)\)", html)
        with ThreadPoolExecutor() as background:
            news = background.submit(self.get, f"livereload/{epoch[1]}/{epoch[2]}", Referer=f"{self.url}{path}/")
            time.sleep(1)
            source = self.folder / file
            text_before = source.read_text(encoding="utf-8")
            start = time.perf_counter()
            source.write_text(change(text_before), encoding="utf-8")
            news.result()
            self.wait_for(path, text)
            return time.perf_counter() - start

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        path = self.folder / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose pages are all built."""
    instance = Server(tmp_path_factory.mktemp("served"))
    try:
        instance.wait_for_all()
        yield instance
    finally:
        instance.stop()


def test_a_saved_page_is_complete(server: Server) -> None:
    """Sidebar, cards' neighbours, cross-references and the API object are those of the full build before it."""
    before = server.page(BUTTON)
    server.edit(f"docs/{BUTTON}.md", lambda text: f"{text}\nA new sentence.\n")
    after = server.wait_for(BUTTON, "A new sentence.")
    assert after.replace("<p>A new sentence.</p>", "").split() == before.split()
    assert "Could not find cross-reference" not in server.said


def test_a_saved_index_page_keeps_its_cards(server: Server) -> None:
    path = "develop/api-reference/widgets"
    before = server.page(path)
    assert "api-card" in before
    server.edit(f"docs/{path}/index.md", lambda text: f"{text}\nAnother sentence.\n")
    after = server.wait_for(path, "Another sentence.")
    assert after.replace("<p>Another sentence.</p>", "").split() == before.split()


def test_the_search_still_finds_every_page(server: Server) -> None:
    server.edit(f"docs/{BUTTON}.md", lambda text: f"{text}\nUnheardof.\n")
    server.wait_for(BUTTON, "Unheardof.")
    entries = json.loads(server.get("search/search_index.json"))["docs"]
    assert len({entry["location"].split("#")[0] for entry in entries}) == len(list(server.folder.rglob("docs/**/*.md")))
    assert sum("Unheardof" in entry["text"] for entry in entries) == 1
    locations = [entry["location"] for entry in entries]
    assert len(locations) == len(set(locations))


def test_a_page_with_an_error_says_so_and_serving_goes_on(server: Server) -> None:
    file = f"docs/{BUTTON}.md"
    text = (server.folder / file).read_text(encoding="utf-8")
    server.edit(file, lambda text: f"{text}\n## ::: streamlit.buton\n")
    html = server.wait_for(BUTTON, "This page cannot be built")
    for where in (f"{BUTTON}.md", "streamlit.buton could not be found"):
        assert where in html
        assert where in server.said
    assert server.said.count("streamlit.buton could not be found") == 1, "once is enough"
    assert "api-card" in server.page("develop/api-reference/text")
    server.edit(file, lambda _: text)
    assert "In practice" in server.wait_for(BUTTON, "<article")
    assert "Traceback" not in server.said


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("mkdocs.yml", "site_name:", "site_name: [", "expected ',' or ']'"),
        ("overrides/partials/footer.html", "<footer", "{% if %}<footer", "overrides/partials/footer.html:"),
        ("hooks/streamlit_version.py", "def on_config", "def on_config)", "SyntaxError"),
    ],
)
def test_an_error_in_the_sites_code_says_so_and_serving_goes_on(
    server: Server, file: str, old: str, new: str, message: str
) -> None:
    whole = server.page(BUTTON)
    server.edit(file, lambda text: text.replace(old, new, 1))
    html = server.wait_for(BUTTON, "This page cannot be built")
    assert message in html.replace("&#x27;", "'")
    assert message in server.said
    server.edit(file, lambda text: text.replace(new, old, 1))
    assert server.wait_for(BUTTON, "<article").split() == whole.split()


@pytest.mark.parametrize(
    ("file", "old", "new", "shown"),
    [
        ("overrides/partials/footer.html", "<footer", "<p>A new footer.</p><footer", "A new footer."),
        ("custom_templates/python/material/function.html.jinja", "", "<p>A new function.</p>", "A new function."),
        ("extensions/streamlit_api.py", "https://github.com/", "https://github.example/", "https://github.example/"),
        ("hooks/streamlit_version.py", '= version("streamlit")', '= "9.8.7"', "9.8.7"),
        ("mkdocs.yml", "site_name: Streamlit Docs", "site_name: Other Docs", "Other Docs"),
        ("docs/get-started/index.md", "title: ", "title: Really ", "Really "),
    ],
)
def test_a_change_of_what_all_pages_show(server: Server, file: str, old: str, new: str, shown: str) -> None:
    server.edit(file, lambda text: text.replace(old, new, 1) if old else text + new)
    server.wait_for("get-started" if file.startswith("docs") else BUTTON, shown)


def test_a_change_of_a_stylesheet(server: Server) -> None:
    def rules() -> str:
        return server.get(re.search(r"assets/stylesheets/site\.\w+\.css", server.page(BUTTON))[0])

    assert ".new-rule" not in rules()
    server.edit("overrides/assets/stylesheets/content.css", lambda text: f"{text}\n.new-rule {{ color: red }}\n")
    end = time.monotonic() + 60
    while ".new-rule" not in rules():
        assert time.monotonic() < end, server.said[-2000:]
        time.sleep(0.1)


def test_pages_built_one_by_one_are_those_of_a_full_build(server: Server) -> None:
    """After all the changes above, which each page shows; then the other process builds them all."""
    built_before = server.said.count(ALL_BUILT)
    server.edit("overrides/partials/footer.html", lambda text: f"<p>A newer footer.</p>{text}")
    server.wait_for(BUTTON, "A newer footer.")
    one_by_one = {path: server.page(path) for path in PAGES}
    assert server.said.count(ALL_BUILT) == built_before
    server.wait_for_all(built_before + 1)
    for path, html in one_by_one.items():
        assert "A newer footer." in html
        assert server.page(path).split() == html.split(), path


def test_the_next_start_builds_only_what_changed_since(server: Server) -> None:
    server.stop()
    server.edit("docs/privacy.md", lambda text: f"{text}\nWhile it was off.\n")
    server.start()
    server.page(BUTTON)
    assert server.said.count("Building documentation") == 1, "at the start, when no page is asked for"
    assert "While it was off." in server.page("privacy")
    assert server.said.count("Building documentation") == 2


def test_an_error_is_gone_when_it_was_mended_while_the_server_was_off(server: Server) -> None:
    file = f"docs/{BUTTON}.md"
    text = (server.folder / file).read_text(encoding="utf-8")
    server.edit(file, lambda text: f"{text}\n## ::: streamlit.buton\n")
    server.wait_for(BUTTON, "This page cannot be built")
    server.stop()
    server.edit(file, lambda _: text)
    server.start()
    assert "In practice" in server.page(BUTTON)


def test_the_first_page_ever_gets_its_links_in_a_while(tmp_path: Path) -> None:
    """It is shown before anyone knows where all objects are, and browsers ask again when somebody does."""
    server = Server(tmp_path / "served")
    link, text = 'st.connection/#streamlit.connection"', "][streamlit.connection]"
    path = "develop/api-reference/connections/st.connections.baseconnection"
    try:
        first = server.page(path)
        assert text in first
        assert link not in first
        epoch = re.search(r"livereload\((\d+), (\d+)\)", server.get(f"{path}/"))
        server.wait_for_all()
        assert int(server.get(f"livereload/{epoch[1]}/{epoch[2]}", seconds=70)) > int(epoch[1])
        second = server.page(path)
        assert text not in second
        assert link in second
        assert "Could not find cross-reference" not in server.said
    finally:
        server.stop()


def test_the_other_process_ends_with_the_server(tmp_path: Path) -> None:
    server = Server(tmp_path / "served")
    server.page("")
    new = server.folder / ".cache/serve" / f"{server.address.split(':')[1]}.new"
    end = time.monotonic() + 120
    while not new.exists():
        assert time.monotonic() < end, server.said
        time.sleep(0.1)
    server.stop()
    time.sleep(1)
    state = {file: file.stat().st_mtime_ns for file in new.rglob("*")}
    time.sleep(5)
    assert {file: file.stat().st_mtime_ns for file in new.rglob("*")} == state
    listed = subprocess.run(["ps", "-A", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert str(new) not in listed


def test_plain_serving_builds_every_page(tmp_path: Path) -> None:
    server = Server(tmp_path / "served", "--no-strict")
    try:
        before = server.wait_for(BUTTON, "In practice")
        time.sleep(1)
        server.edit(f"docs/{BUTTON}.md", lambda text: f"{text}\nA new sentence.\n")
        after = server.wait_for(BUTTON, "A new sentence.")
        assert after.replace("<p>A new sentence.</p>", "").split() == before.split()
        assert not (server.folder / ".cache").exists()
    finally:
        server.stop()
