"""Zensical builds the same site as MkDocs: every page, tag by tag, but for what tests/zensical_differences.yml lists."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
import zensical_site
from page_outline import parse
from pages import ROOT, all_pages
from same_site import SITE, Comparison, Rule, compare, read_rules

LIST = Path(__file__).parent / "zensical_differences.yml"


@pytest.fixture(scope="module")
def comparison(built_site: Path, built_with_zensical: Path) -> Comparison:
    return compare(built_site, built_with_zensical, read_rules(LIST))


def test_every_page_is_compared(comparison: Comparison) -> None:
    assert {f"{page.url}index.html" for page in all_pages()} <= comparison.compared


def test_nothing_else_differs(comparison: Comparison) -> None:
    report = "\n".join(f"{name}:\n  " + "\n  ".join(lines[:12]) for name, lines in [*comparison.unlisted.items()][:8])
    assert not comparison.unlisted, f"{len(comparison.unlisted)} documents differ (- MkDocs, + Zensical). {report}"


def test_what_is_listed_still_differs(comparison: Comparison, built_site: Path) -> None:
    gone = comparison.gone
    if "<lastmod>" not in (built_site / "sitemap.xml").read_text(encoding="utf-8"):
        gone = [rule for rule in gone if not rule.startswith("dates of pages")]  # a shallow clone does not know them
    assert not gone, "Zensical does this as MkDocs does: remove it from tests/zensical_differences.yml"


def test_the_sidebar_of_each_page_is_the_whole_tree(built_site: Path, built_with_zensical: Path) -> None:
    """Which MkDocs writes once; the rule that lists this takes the closed groups from the comparison."""

    def links(page: Path, address: str) -> list[tuple[str, str]]:
        found = parse(page.read_text(encoding="utf-8")).cssselect(".site-nav a")
        return [(link.text_content(), urljoin(address, link.get("href"))) for link in found]

    whole = links(built_site / "sidebar.html", SITE)
    assert len(whole) > 200
    for page in all_pages():
        assert links(built_with_zensical / page.url / "index.html", SITE + page.url) == whole, page.path


def test_each_difference_has_a_plan() -> None:
    """A row of the table in CONTRIBUTING.md; and no row is left over."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## Zensical\n")[1].split("\n## ")[0]
    rows = set(re.findall(r"^\| (\w+) \|", section, re.MULTILINE)) - {"plan"}
    entries = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    assert {entry["plan"] for entry in entries} == rows
    assert all(entry["what"] and entry["why"] for entry in entries)


def test_without_zensical_there_is_one_clear_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No wheel for the machine, no network, no such version: pip says which."""
    requirements = tmp_path / "requirements-zensical.txt"
    requirements.write_text("zensical==0.0.0.dev1\n")
    monkeypatch.setattr(zensical_site, "REQUIREMENTS", requirements)
    with pytest.raises(zensical_site.ZensicalError, match=r"^Zensical 0\.0\.0\.dev1 cannot be installed here: ERROR: "):
        zensical_site.install()


# --- The comparison itself -----------------------------------------------------------


def two_sites(folder: Path, **pages: tuple[str, str]) -> tuple[Path, Path]:
    """Write two sites; each keyword is a page, with its article in the one and in the other."""
    for name, articles in pages.items():
        for site, article in zip(("one", "two"), articles, strict=True):
            file = folder / site / f"{name}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"<html><body>{article}</body></html>", encoding="utf-8")
    return folder / "one", folder / "two"


@pytest.mark.parametrize(
    "other",
    [
        '<h2 id="b">A</h2>',
        '<h3 id="a">A</h3>',
        '<h2 id="a">B</h2>',
        '<h2 id="a">A</h2><p>C</p>',
        '<h2 id="a"><a href="../x">A</a></h2>',
    ],
)
def test_any_difference_is_found(other: str, tmp_path: Path) -> None:
    found = compare(*two_sites(tmp_path, page=('<h2 id="a">A</h2>', other)), [])
    assert [*found.unlisted] == ["page.html"]


def test_a_file_that_only_one_has_is_found(tmp_path: Path) -> None:
    one, two = two_sites(tmp_path, page=("A", "A"))
    (two / "more.txt").write_text("more")
    assert [*compare(one, two, []).unlisted] == ["more.txt"]
    assert not compare(one, two, [Rule("", "files", "*.txt")]).unlisted


def test_addresses_and_space_are_no_difference(tmp_path: Path) -> None:
    one, two = two_sites(tmp_path, page=('<a href="./x/">A</a>\n B', '<a href="x/"> A </a>\nB'))
    assert not compare(one, two, []).unlisted
    one, two = two_sites(tmp_path, page=("<pre>a\n  b</pre>", "<pre>a\n b</pre>"))
    assert compare(one, two, []).unlisted


def test_what_a_rule_takes_is_no_difference_until_both_have_it(tmp_path: Path) -> None:
    rule = [Rule("cards", "elements", ".card")]
    found = compare(*two_sites(tmp_path, page=('<p>A</p><p class="card">B</p>', "<p>A</p>")), rule)
    assert (found.unlisted, found.gone) == ({}, [])
    same = [Rule("cards", "elements", ".card")]
    found = compare(*two_sites(tmp_path, page=('<p class="card">B</p>', '<p class="card">B</p>')), same)
    assert (found.unlisted, found.gone) == ({}, ["cards (.card)"])


def test_texts_and_wrappers(tmp_path: Path) -> None:
    rules = [
        Rule("version", "text", r"^1\.2", page="*.html"),
        Rule("box", "wrappers", "div.box"),
        Rule("data", "attributes", "data-x"),
        Rule("links", "text", "https://example.com/(.+)(?=>)", r"http://127.0.0.1:8000/streamlit-docs/\1/"),
    ]
    one = '<div class="box"><p data-x="1">A</p></div><i>1.2</i><a href="y/">Y</a>'
    two = '<p>A</p><i></i><a href="https://example.com/y">Y</a>'
    found = compare(*two_sites(tmp_path, page=(one, two)), rules)
    assert (found.unlisted, found.gone) == ({}, [])
