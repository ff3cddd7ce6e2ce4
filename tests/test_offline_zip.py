"""The offline site: one zip, whose pages need neither a server nor another site."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import built
import pytest
import streamlit as st
from offline import file_of
from offline_zip import pack
from pages import all_pages
from test_security import ALLOWED, policy

TOP = f"streamlit-docs-{st.__version__}"
LOADED = {"script", "img", "iframe", "source", "video", "audio", "object", "embed", "input", "link"}


class Addresses(HTMLParser):
    """The addresses in a page, its ids, and its inline scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self.found += [(tag, values[name]) for name in ("href", "src", "data", "poster") if values.get(name)]
        self.ids |= {values["id"]} if "id" in values else set()
        assert values.get("type") != "module", "files cannot load modules"
        self._in_script = tag == "script" and "src" not in values

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)
            self._in_script = False


@pytest.fixture(scope="module")
def pages(offline_site: Path) -> dict[Path, Addresses]:
    files = [offline_site / page.url / "index.html" for page in all_pages()]
    assert {*files} == {file for file in offline_site.rglob("*.html") if file.is_file()}, "every page, and no other"
    return {file: Addresses(file.read_text(encoding="utf-8")) for file in files}


def test_every_address_is_a_file_or_a_link_to_another_site(pages: dict[Path, Addresses]) -> None:
    """With the anchor that it names; what is loaded is never of another site."""
    checked = 0
    for file, page in pages.items():
        for tag, address in page.found:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                assert tag == "a", f"{file}: <{tag}> loads {address}"
                continue
            target = Path(os.path.normpath(file.parent / unquote(parts.path))) if parts.path else file
            assert target.is_file(), f"{file}: {address}"
            fragment = unquote(parts.fragment)
            assert not fragment or fragment in pages[target].ids, f"{file}: {address}"
            checked += 1
    assert checked > 200 * len(pages), "each page has the whole sidebar"


def test_nothing_is_left_that_only_a_server_has_a_use_for(offline_site: Path, pages: dict[Path, Addresses]) -> None:
    others = {file.relative_to(offline_site).as_posix() for file in offline_site.rglob("*") if file.is_file()}
    others -= {
        file.with_suffix(suffix).relative_to(offline_site).as_posix() for file in pages for suffix in (".html", ".md")
    }
    others = {re.sub(r"^images/examples/.*\.webp$|(?<=/site\.)[0-9a-f]{8}\.(?=css)", "", file) for file in others} - {
        ""
    }
    assert others == {
        "assets/images/logo.svg",
        "assets/javascripts/search/worker.js",
        "assets/javascripts/site.js",
        "assets/stylesheets/site.css",
    }
    remnants = ("canonical", 'property="og:', "ld+json", "speculationrules", "data-consent", "data-copy-page", "G-TEST")
    for file in pages:
        html = file.read_text(encoding="utf-8")
        assert not [remnant for remnant in remnants if remnant in html], file


def test_every_page_allows_only_files(pages: dict[Path, Addresses]) -> None:
    for file, page in pages.items():
        directives = policy(file.read_text(encoding="utf-8"))
        assert directives["default-src"] == ["'none'"]
        assert directives["worker-src"] == ["blob:"]
        for name, sources in directives.items():
            others = {source for source in sources if not source.startswith("'sha256-")} - ALLOWED
            assert not others or name == "worker-src", (file, name, others)
        for script in page.scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in directives["script-src"], file


def test_the_zip_unpacks_into_one_folder_on_every_system(offline_zip: Path) -> None:
    assert offline_zip.name == f"{TOP}.zip"
    with zipfile.ZipFile(offline_zip) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert f"{TOP}/index.html" in names
    assert all(name.startswith(f"{TOP}/") for name in names)
    assert len({name.lower() for name in names}) == len(names), "not all systems tell Button from button"
    for name in names:
        # Windows: no such characters, no dot at an end, and 260 characters in all.
        assert not re.search(r'[<>:"\\|?*]|[. ](/|$)', name), name
        assert len(name) <= 160, name


def test_the_same_pages_make_the_same_zip(tmp_path: Path) -> None:
    packed = []
    for run, names in enumerate((["b.html", "a.html"], ["a.html", "b.html"])):
        folder = tmp_path / str(run)
        folder.mkdir()
        for name in names:
            (folder / name).write_text(f"{name} " * 100)
            os.utime(folder / name, (10**9 + run, 10**9 + run))
        packed.append(pack(folder, tmp_path / str(run) / "docs.zip").read_bytes())
    assert packed[0] == packed[1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../..", "../../index.html"),
        ("../st.button/", "../st.button/index.html"),
        ("st.html/#streamlit.html(body)", "st.html/index.html#streamlit.html(body)"),
        ("#streamlit.html", "#streamlit.html"),
        ("index.md", "index.md"),
        ("../assets/site.css", "../assets/site.css"),
        ("https://docs.streamlit.io/develop/", "https://docs.streamlit.io/develop/"),
        ("mailto:someone@example.com", "mailto:someone@example.com"),
    ],
)
def test_links_name_the_file_of_a_page(address: str, expected: str) -> None:
    assert file_of(address) == expected


def test_a_setting_that_is_neither_true_nor_false_is_named(tmp_path: Path) -> None:
    done = built.build(tmp_path, "", OFFLINE="perhaps")
    assert done.returncode != 0
    assert "mkdocs.yml: extra.offline (OFFLINE) is 'perhaps'; it must be true or false" in done.stderr


def test_make_offline_builds_it() -> None:
    done = subprocess.run(["make", "--dry-run", "offline"], cwd=built.ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "OFFLINE=true" in done.stdout
