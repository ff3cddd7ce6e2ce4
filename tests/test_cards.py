"""hooks/cards.py and hooks/official_links.py: the visual index of each group, on the built site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import built
import pytest
import yaml
from apps import clean_process, error_name, error_text, run_files
from bs4 import BeautifulSoup, Tag
from example_files import write_files
from loading import documented_objects
from mkdocs.config import load_config
from pages import ROOT, Page, all_pages
from streamlit.testing.v1 import AppTest

from examples import Example, card_examples

PAGES = {page.path: page for page in all_pages()}
GROUPS = [page for page in PAGES.values() if "<!-- cards -->" in page.body]
SNIPPETS = [page for page in PAGES.values() if "snippet" in page.meta]
EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "snippets.yml").read_text(encoding="utf-8"))
PROGRAMS = {file.stem for file in (ROOT / "examples" / "cards").iterdir()}
ROOT_URL = f"http://site{built.SUB_PATH}"


def soup_of(page: Page, built_site: Path) -> BeautifulSoup:
    return BeautifulSoup((built_site / page.url / "index.html").read_text(encoding="utf-8"), "html.parser")


def cards(page: Page, built_site: Path) -> dict[str, Tag]:
    """The cards of a group's page by the address they lead to."""
    found = soup_of(page, built_site).select(".api-card")
    return {
        urljoin(ROOT_URL + page.url, card.select_one(".api-card__name a")["href"]).removeprefix(ROOT_URL): card
        for card in found
    }


def nav_children(items: list, index: str) -> list[str] | None:
    """What mkdocs.yml lists beside an index page: paths of pages, and of the index pages of groups in it."""
    for item in items:
        for value in item.values() if isinstance(item, dict) else ():
            if isinstance(value, list) and value:
                if value[0] == index:
                    below = [next(iter(entry.values())) for entry in value[1:]]
                    return [entry[0] if isinstance(entry, list) else entry for entry in below if entry]
                if (found := nav_children(value, index)) is not None:
                    return found
    return None


def test_every_group_of_the_reference_has_cards() -> None:
    reference = "develop/api-reference/"
    indexes = {path for path in PAGES if path.startswith(reference) and path.endswith("/index.md")}
    assert indexes - {page.path for page in GROUPS} == {f"{reference}index.md", f"{reference}typing/index.md"}


@pytest.mark.parametrize("page", GROUPS, ids=lambda page: page.path)
def test_cards_are_the_page_tree(page: Page, built_site: Path) -> None:
    """A card for each page of the group, in its order, then those of `also` by their names; hidden pages have none."""
    children = nav_children(load_config(str(ROOT / "mkdocs.yml")).nav, page.path)
    expected = [
        path if "://" in path else PAGES[path].url
        for path in children
        if not ("://" not in path and PAGES[path].meta.get("hidden"))
    ]
    expected += [PAGES[path].url for path in dict(sorted(page.meta.get("also", {}).items())).values()]
    assert list(cards(page, built_site)) == expected
    for url in expected:
        assert "://" in url or (built_site / url / "index.html").is_file()


@pytest.mark.parametrize("page", GROUPS, ids=lambda page: page.path)
def test_cards_say_what_their_page_says(page: Page, built_site: Path) -> None:
    by_url = {other.url: other for other in PAGES.values()}
    objects = documented_objects()
    for url, card in cards(page, built_site).items():
        other = by_url[url]
        code = card.select_one(".api-card__code")
        pictures = [image["src"].rpartition("/")[2] for image in card.select(".api-card__picture > img")]
        if other.stem in PROGRAMS:
            assert pictures == [f"card.{other.stem}.{scheme}.webp" for scheme in ("light", "dark")]
        else:
            assert not pictures
            assert squeezed(code.get_text() if code else "") == squeezed(other.meta.get("snippet", ""))
        assert bool(card.select_one(".api-card__mark")) == (other.meta.get("status") == "deprecated")
        h1 = other.headings[0][2]
        docstring = objects[h1.removeprefix("::: ")].docstring if h1.startswith("::: ") else None
        purpose = card.select("p")[-1].get_text()
        first = docstring.value.strip().split("\n\n")[0] if docstring else other.meta["description"]
        assert squeezed(purpose) == squeezed(first) or (
            docstring is not None and squeezed(purpose)[:20] == squeezed(first)[:20]
        )


def squeezed(text: str) -> str:
    return "".join(text.replace("`", "").split())


def test_the_reference_shows_all_groups(built_site: Path) -> None:
    index = PAGES["develop/api-reference/index.md"]
    shown = cards(index, built_site)
    children = nav_children(load_config(str(ROOT / "mkdocs.yml")).nav, index.path)
    assert list(shown) == [path if "://" in path else PAGES[path].url for path in children]
    names = [link.get_text() for link in shown["develop/api-reference/widgets/"].select(".api-card__members a")]
    assert names[:2] == ["st.button", "st.download_button"]


def test_pages_of_python_objects_have_snippets() -> None:
    """Those whose H1 is an object that readers call or use; classes that Streamlit hands out need none."""
    for page in PAGES.values():
        h1 = page.headings[0][2]
        named = h1.startswith("::: streamlit.") and not h1.startswith(("::: streamlit.cli.", "::: streamlit.config."))
        if named and not page.meta.get("article") and ".types." not in h1:
            assert page.meta.get("snippet"), (
                f"{page.path}: give it a `snippet`, one line that shows it at its most typical"
            )


@pytest.mark.parametrize("page", SNIPPETS, ids=lambda page: page.path)
def test_snippet_runs(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, after the import; what cannot is in snippets.yml, with its exception and the reason."""
    monkeypatch.chdir(tmp_path)
    snippet = page.meta["snippet"]
    assert "\n" not in snippet
    assert len(snippet) <= 64
    app = AppTest.from_string(f"import streamlit as st\n{snippet}\n", default_timeout=30).run()
    expected = EXCEPTIONS.get(page.path, {}).get("raises", "")
    shown = app.exception[0].proto.type.split(".")[-1] if app.exception else ""
    assert shown == expected, (
        f"{page.path}: {app.exception[0].message if app.exception else 'it runs'}; see snippets.yml"
    )


def test_exceptions_are_of_snippets() -> None:
    assert set(EXCEPTIONS) <= {page.path for page in SNIPPETS}
    assert all(entry["why"] for entry in EXCEPTIONS.values())


def test_links_of_docstrings_stay_on_the_site(built_site: Path) -> None:
    """No page of this site is linked at docs.streamlit.io, but for what names the official page on purpose."""
    urls = {page.url.rstrip("/") for page in PAGES.values()} - {""}
    for page in PAGES.values():
        for link in soup_of(page, built_site).select("article a[href^='https://docs.streamlit.io/']"):
            path = link["href"].removeprefix("https://docs.streamlit.io/").split("#")[0].rstrip("/")
            assert path not in urls, f"{page.path}: {link['href']}"


@pytest.mark.parametrize("example", card_examples(), ids=str)
def test_program_runs(example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    with clean_process():
        app = run_files(example.files, tmp_path, example.entry)
    shown = error_text(app) if app.exception else "it runs"
    assert error_name(app) == example.raises, f"{example}: {shown}"


def test_every_program_is_that_of_a_page() -> None:
    assert {page.stem for page in PAGES.values()} >= PROGRAMS


def test_every_visible_element_has_a_picture() -> None:
    """The groups of page elements: each of their pages, but for what shows nothing, or is gone."""
    groups = ("write-magic", "text", "data", "charts", "widgets", "media", "layout", "chat", "status")
    nothing_to_see = {"st.balloons", "st.snow"}
    without = [
        page.stem
        for page in PAGES.values()
        if page.path.startswith(tuple(f"develop/api-reference/{group}/" for group in groups))
        and not page.path.endswith("index.md")
        and not page.meta.get("hidden")
        and page.stem not in PROGRAMS
    ]
    assert set(without) == nothing_to_see
