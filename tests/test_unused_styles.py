"""hooks/unused_styles.py: rules that no page can use are not sent; all others are, as they were."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from unused_styles import used_rules


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".a,.b{x:1}", ".a{x:1}"),
        (".a .b{x:1}.a:not(.b){x:2}", ".a:not(.b){x:2}"),
        (":is(.b, .a) p{x:1}", ":is(.b, .a) p{x:1}"),
        ('h1,[title=","]{x:1}', 'h1,[title=","]{x:1}'),
        ("@media print{.b{x:1}.a{x:1}}@media screen{.b{x:1}}", "@media print{.a{x:1}}"),
        (':root{--y:url("data:,.b{}")}/* .a */', ':root{--y:url("data:,.b{}")}'),
        ('@import "x.css";@font-face{src:url(x)}', '@import "x.css";\n@font-face{src:url(x)}'),
        (".a\\:c{x:1}", ""),
    ],
)
def test_rules(css: str, left: str) -> None:
    assert used_rules(css, {"a"}) == left


def test_every_page_loads_the_one_stylesheet_that_is_there(built_site: Path) -> None:
    (style,) = (built_site / "assets/stylesheets").glob("*.css")
    for page in built_site.rglob("*.html"):
        if page.is_file():
            assert re.findall(r"site\.\w+\.css", page.read_text(encoding="utf-8")) == [style.name], page
    assert len(gzip.compress(style.read_bytes())) < 26_000


def test_what_scripts_add_keeps_its_rules(built_site: Path) -> None:
    (style,) = (built_site / "assets/stylesheets").glob("*.css")
    css = style.read_text(encoding="utf-8")
    for name in ("copy-button--done", "site-search--open", "search-result", "video__play", "consent"):
        assert f".{name}" in css
    assert ".md-search" not in css
