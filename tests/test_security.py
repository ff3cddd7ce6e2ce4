"""What a page may load is said in the page: nothing of a third party, no inline script but a known one."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import built
import pytest
from bs4 import BeautifulSoup

ALLOWED = {"'self'", "'none'", "data:"}


def pages(site: Path) -> list[Path]:
    found = sorted(page for page in site.rglob("*.html") if page.is_file())  # a page may be called st.html
    assert len(found) > 200
    return found


def policy(html: str) -> dict[str, list[str]]:
    """The directives of a page's Content-Security-Policy (https://www.w3.org/TR/CSP3/)."""
    content = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)[1]
    return {name: sources for name, *sources in (part.split() for part in content.split(";"))}


def test_every_page_allows_only_its_own_site(built_site: Path) -> None:
    for page in pages(built_site):
        html = page.read_text(encoding="utf-8")
        directives = policy(html)
        has_video = 'class="video"' in html
        assert directives["frame-src"] == ["'self'", *["https://www.youtube-nocookie.com"] * has_video], page
        for name, sources in directives.items():
            others = {source for source in sources if not source.startswith("'sha256-")} - ALLOWED
            assert not others or name == "frame-src", (page, name, others)
        assert directives["default-src"] == ["'none'"]
        assert "'unsafe-inline'" not in html


def test_nothing_is_fetched_unasked(built_site: Path) -> None:
    """Firefox fetches what `<link rel="next">` names, which the policy blocks with an error in its console."""
    for page in pages(built_site):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert not soup.select("link:is([rel~=next], [rel~=prefetch], [rel~=prerender], [rel~=preconnect])"), page


def test_inline_scripts_have_their_hash(built_site: Path) -> None:
    for page in pages(built_site):
        html = page.read_text(encoding="utf-8")
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
            for script in re.findall(r'<script(?: type="speculationrules")?>(.*?)</script>', html, re.DOTALL)
        }
        allowed = {source for source in policy(html)["script-src"] if source.startswith("'sha256-")}
        assert hashes == allowed or (page.name == "sidebar.html" and not hashes), (
            f"{page}: put {hashes} into overrides/partials/security.html"
        )


def test_no_inline_handlers_and_styles(built_site: Path) -> None:
    """The policy would block them."""
    for page in pages(built_site):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for tag in soup.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on") or name == "style"], (page, tag)
        assert not soup.find("style"), page


def test_pages_say_little_of_where_a_reader_comes_from(built_site: Path) -> None:
    for page in pages(built_site):
        html = page.read_text(encoding="utf-8")
        assert '<meta name="referrer" content="strict-origin-when-cross-origin">' in html
        for link in BeautifulSoup(html, "html.parser").select('a[target="_blank"]'):
            assert "noopener" in link["rel"], (page, link)


def test_a_publishers_analytics_may_be_loaded(tmp_path: Path) -> None:
    done = built.build(tmp_path, "http://127.0.0.1:8000/", ANALYTICS_PROPERTY="G-TEST")
    assert done.returncode == 0, done.stderr
    directives = policy((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert "https://www.googletagmanager.com" in directives["script-src"]
    assert "https://*.google-analytics.com" in directives["connect-src"]


@pytest.mark.parametrize("ending", ["*.map", "*.py", "*.yml", "*.md"])
def test_nothing_is_published_by_accident(ending: str, built_site: Path) -> None:
    """The Markdown of a page stands beside its HTML, and nowhere else."""
    found = [file for file in built_site.rglob(ending) if file.is_file()]
    assert not [file for file in found if file.name != "index.md" or not file.with_suffix(".html").exists()]
