"""The built pages: links and anchors, ids, metadata, no remnant of reStructuredText, nothing of a third party."""

from __future__ import annotations

import copy
import json
import re
import xml.etree.ElementTree as ElementTree
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import built
import pytest
import streamlit as st
from bs4 import BeautifulSoup, Tag
from crawl import Entry
from pages import all_pages
from tree import branch, is_cross_listed, sidebar

PAGES = {page.url: page for page in all_pages()}
URLS = sorted(PAGES)
SIDEBAR = sidebar()
TREE = [entry for entry in SIDEBAR if not is_cross_listed(entry) and entry.url and entry.mark != "external"]
UNLISTED = {"privacy/", "licenses/"}
API = "develop/api-reference/caching-and-state/"


@pytest.fixture(scope="module")
def soups(built_site: Path) -> dict[str, BeautifulSoup]:
    """Each page's address below the root, and its parsed HTML."""
    return {
        url: BeautifulSoup((built_site / url / "index.html").read_text(encoding="utf-8"), "html.parser") for url in URLS
    }


@pytest.fixture(scope="module")
def ids(soups: dict[str, BeautifulSoup]) -> dict[str, set[str]]:
    return {url: {tag["id"] for tag in soup.find_all(id=True)} for url, soup in soups.items()}


@pytest.mark.parametrize("url", URLS)
def test_links_and_anchors(url: str, soups: dict, ids: dict, built_site: Path) -> None:
    """Every link of the site to itself finds its page and its anchor."""
    base = f"http://site{built.SUB_PATH}"
    for tag, attribute in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
        for element in soups[url].find_all(tag, {attribute: True}):
            parts = urlsplit(urljoin(base + url, element[attribute]))
            if parts.netloc != "site":
                continue
            assert parts.path.startswith(built.SUB_PATH), f"{url}: {element[attribute]} leaves the sub-path"
            path = unquote(parts.path.removeprefix(built.SUB_PATH))
            if path in ids:
                fragment = unquote(parts.fragment)
                assert not fragment or fragment in ids[path], f"{url}: no #{fragment} on {path}"
            else:
                assert (built_site / path).is_file(), f"{url}: no {path}"


@pytest.mark.parametrize("url", URLS)
def test_ids_are_unique(url: str, soups: dict) -> None:
    counted = Counter(tag["id"] for tag in soups[url].find_all(id=True))
    assert not [name for name, count in counted.items() if count > 1]


@pytest.mark.parametrize("url", URLS)
def test_no_remnant_of_rest(url: str, soups: dict) -> None:
    article = copy.copy(soups[url].find("article"))
    text = article.get_text("\n")
    for remnant in (r"\.\. \w[\w-]*::", r"\|\S+\|_", r"^>>> ", r"`_\b", r":\w+:`"):
        found = re.search(remnant, text, re.MULTILINE)
        assert not found, f"{url}: {found[0]!r}"
    for code in article.find_all("pre"):
        code.decompose()
    assert "``" not in article.get_text(), f"{url}: double backticks"


@pytest.mark.parametrize("url", URLS)
def test_nothing_of_a_third_party_is_loaded(url: str, soups: dict) -> None:
    """Nothing that a browser fetches by itself comes from another host. Links that a reader follows may."""
    soup = soups[url]
    sources = [tag["src"] for tag in soup.find_all(src=True)]
    sources += [tag["href"] for tag in soup.find_all("link", href=True) if tag["rel"] != ["canonical"]]
    assert not [source for source in sources if "//" in source]
    assert not [tag for tag in soup.find_all(["iframe", "object", "embed"]) if tag.parent.name != "noscript"]


@pytest.mark.parametrize("url", URLS)
def test_metadata(url: str, soups: dict) -> None:
    soup, page = soups[url], PAGES[url]
    assert soup.html["lang"] == "en"
    title = page.meta["title"] if url else "Streamlit documentation"
    assert soup.title.get_text() == f"{title} - Streamlit Docs"
    assert soup.find("meta", {"name": "description"})["content"] == page.meta["description"]
    assert soup.find("link", rel="canonical")["href"] == f"http://127.0.0.1:8000{built.SUB_PATH}{url}"


@pytest.mark.parametrize("url", URLS)
def test_what_links_to_the_page_show(url: str, soups: dict, built_site: Path) -> None:
    """Open Graph, with a picture that exists; the same facts as an article in structured data."""
    soup, page = soups[url], PAGES[url]
    graph = {tag["property"][3:]: tag["content"] for tag in soup.select("meta[property^='og:']")}
    root = f"http://127.0.0.1:8000{built.SUB_PATH}"
    assert (graph["title"], graph["description"], graph["url"]) == (
        page.meta["title"],
        page.meta["description"],
        root + url,
    )
    assert graph["type"] == ("article" if url else "website")
    assert (built_site / graph["image"].removeprefix(root)).is_file()
    assert soup.find("meta", {"name": "twitter:card"})["content"] == "summary_large_image"
    if not url:
        return
    article, _ = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
    assert article["@type"] == "TechArticle"
    assert (article["headline"], article["description"], article["url"]) == tuple(
        graph[key] for key in ("title", "description", "url")
    )


def test_sitemap_and_robots(soups: dict, built_site: Path) -> None:
    """Every page once; its date, if any, is the one of its structured data, and not the day of the build for all."""
    sitemap = ElementTree.fromstring((built_site / "sitemap.xml").read_bytes())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = f"http://127.0.0.1:8000{built.SUB_PATH}"
    listed = {item.findtext("s:loc", "", space).removeprefix(root): item.findtext("s:lastmod", None, space)
              for item in sitemap.findall("s:url", space)}  # fmt: skip
    assert sorted(listed) == URLS
    for url, soup in soups.items():
        if url:
            article, _ = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
            assert article.get("dateModified") == listed[url]
    assert f"Sitemap: {root}sitemap.xml" in (built_site / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("url", URLS)
def test_one_h1_and_no_skipped_level(url: str, soups: dict) -> None:
    levels = [int(tag.name[1]) for tag in soups[url].find("main").find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), f"{url}: {levels}"


@pytest.mark.parametrize("entry", TREE, ids=lambda entry: entry.url)
def test_breadcrumbs(entry: Entry, soups: dict) -> None:
    """As the page tree has them, ancestors linked, in the page and as structured data."""
    soup = soups[entry.url]
    links = soup.find("nav", {"aria-label": "Breadcrumbs"}).find_all("a")
    assert [link.get_text() for link in links] == ["Home", *entry.trail]
    assert [link.get("aria-current") for link in links] == [None] * len(entry.trail) + ["page"]
    addresses = {page.trail: page.url for page in TREE}
    trail = ["", *(addresses[entry.trail[: i + 1]] for i in range(len(entry.trail)))]
    root = f"http://127.0.0.1:8000{built.SUB_PATH}"
    assert [urljoin(root + entry.url, link["href"]) for link in links] == [root + url for url in trail]
    _, data = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
    assert data["@type"] == "BreadcrumbList"
    assert [item["name"] for item in data["itemListElement"]] == ["Home", *entry.trail]
    assert [item["item"] for item in data["itemListElement"]] == [root + url for url in trail]
    assert [item["position"] for item in data["itemListElement"]] == list(range(1, len(trail) + 1))


@pytest.mark.parametrize("url", URLS)
def test_landmarks(url: str, soups: dict) -> None:
    """One header, main and footer, beside each other; the sidebar and the contents are no part of main."""
    soup = soups[url]
    assert [len(soup.find_all(name)) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert [nav["aria-label"] for nav in soup.main.find_all("nav")] == (
        ["Breadcrumbs"] * bool(url) + ["Previous and next page"] * (url not in UNLISTED)
    )
    assert not soup.main.find(["header", "footer"])


def test_home_has_no_breadcrumbs(soups: dict) -> None:
    assert not soups[""].find("nav", {"aria-label": "Breadcrumbs"})


def test_previous_and_next_follow_the_tree(soups: dict) -> None:
    """Next of each page is the next line of the sidebar that is a page of this site; previous is its inverse."""
    order = [("Home", ""), *((entry.label, entry.url) for entry in TREE)]
    for index, (_, url) in enumerate(order):
        for rel, neighbor in (("prev", index - 1), ("next", index + 1)):
            link = soups[url].select_one(f"nav.page-steps a[rel={rel}]")
            if not 0 <= neighbor < len(order):
                assert link is None
                continue
            label, target = order[neighbor]
            assert link.get_text(" ", strip=True).removeprefix("Previous ").removeprefix("Next ") == label
            assert urljoin(f"/{url}", link["href"]) == f"/{target}"


def sidebar_lines(nav: Tag, url: str) -> list[tuple[str, str, str]]:
    """Label, address and mark of each line of a sidebar that stands in the page at this address."""
    lines = []
    for item in nav.find_all("li"):
        link = item.find("a", recursive=False) or (item.find("p", recursive=False) or item).find("a", recursive=False)
        if "site-nav__heading" in item.get("class", []):
            lines.append((item.get_text(strip=True), "", ""))
            continue
        label = "".join(link.find_all(string=True, recursive=False)).strip()
        external = "://" in link["href"]
        deprecated = item.find(class_="site-nav__deprecated", recursive=False)
        mark = "external" if external else "deprecated" if deprecated else ""
        lines.append((label, link["href"] if external else urljoin(f"/{url}", link["href"])[1:], mark))
    return lines


@pytest.mark.parametrize("entry", TREE, ids=lambda entry: entry.url)
def test_sidebar_is_the_branch_of_the_page_tree(entry: Entry, soups: dict) -> None:
    """Labels, order, headings and marks; the current page is marked, once."""
    nav = soups[entry.url].find("nav", {"aria-label": "Documentation"})
    expected = [(line.label, line.url, line.mark) for line in branch(entry, SIDEBAR)]
    assert sidebar_lines(nav, entry.url) == expected
    current = nav.find_all(attrs={"aria-current": "page"})
    assert [urljoin(f"/{entry.url}", link["href"])[1:] for link in current] == [entry.url]


def test_the_whole_page_tree_is_in_one_document(built_site: Path, soups: dict) -> None:
    """Groups are filled from there by their id, and a frame without JavaScript shows it at the page's own line."""
    whole = BeautifulSoup((built_site / "sidebar.html").read_text(encoding="utf-8"), "html.parser")
    nav = whole.find("nav", {"aria-label": "Documentation"})
    assert sidebar_lines(nav, "") == [(line.label, line.url, line.mark) for line in SIDEBAR]
    lists = {item["id"]: item.parent.a.get_text() for item in nav.select(".site-nav__group > ul")}
    for entry in TREE:
        own = soups[entry.url].find("nav", {"aria-label": "Documentation"})
        for item in own.select(".site-nav__group > ul"):
            assert lists[item["id"]] == item.parent.a.get_text(), entry.url
        frame = urlsplit(soups[entry.url].select_one("noscript iframe")["src"])
        assert urljoin(f"/{entry.url}", frame.path) == "/sidebar.html"
        assert urljoin("/", whole.find(id=frame.fragment)["href"])[1:] == entry.url


def test_the_sidebar_does_not_grow_with_the_site(soups: dict) -> None:
    """A page that is far from the reference does not carry it."""
    far, near = (len(str(soups[url].find(id="site-nav"))) for url in ("deploy/snowflake/", f"{API}st.context/"))
    assert far < 8_000
    assert near < 20_000


def test_sidebar_marks_are_safe_and_readable(soups: dict) -> None:
    nav = soups[API].find("nav", {"aria-label": "Documentation"})
    external = nav.find("a", string=lambda text: text and "Third-party" in text) or nav.select_one(
        ".site-nav__external"
    )
    assert external["rel"] == ["noopener"]
    assert "opens in a new tab" in external.get_text()
    assert "deprecated" in nav.find("a", href=re.compile("experimental_get")).parent.get_text()
    text = nav.get_text()
    assert not re.search(r"[+−]|\badd\b|\bremove\b", text), "the signs of the toggles are no words"


def test_sidebar_opens_the_current_branch(soups: dict) -> None:
    def state(url: str) -> dict[str, str]:
        buttons = soups[url].select(".site-nav__toggle")
        return {button["aria-label"]: button["aria-expanded"] for button in buttons}

    def is_open(url: str) -> set[str]:
        return {label.removeprefix("Pages in ") for label, expanded in state(url).items() if expanded == "true"}

    assert len(state(API)) > 15
    assert is_open(f"{API}st.context/") == {"API reference", "Caching & state"}
    assert is_open("develop/api-reference/text/") == {"API reference", "Text elements"}
    assert is_open("develop/api-reference/data/st.column_config/st.column_config.column/") == {
        "API reference", "Data elements", "st.column_config",
    }  # fmt: skip
    assert is_open("deploy/") == set()


@pytest.mark.parametrize(
    ("page", "anchors"),
    [
        ("st.cache_data", ["stcache_data", "stcache_dataclear", "streamlit.cache_data", "streamlit.cache_data(ttl)"]),
        ("st.cache_resource", ["stcache_resource", "stcache_resourceclear", "streamlit.cache_resource(validate)"]),
        ("st.context", ["stcontext", "stcontextcookies", "stcontextip_address", "streamlit.context.timezone"]),
        ("st.query_params", ["stquery_params", "stquery_paramsfrom_dict", "streamlit.query_params.get_all(key)"]),
        ("st.session_state", ["streamlit.session_state", "streamlit.session_state.__setitem__"]),
    ],
)
def test_anchors(page: str, anchors: list[str], ids: dict) -> None:
    """The dotted names, the parameters', and the original's, so that old deep links land."""
    assert set(anchors) <= ids[f"{API}{page}/"]


def test_objects_inventory(built_site: Path) -> None:
    """Other projects link by public name: objects.inv (Sphinx's format, version 2) lists them."""
    header, body = (built_site / "objects.inv").read_bytes().split(b"zlib.\n", 1)
    assert header.startswith(b"# Sphinx inventory version 2")
    entries = dict(line.split(" ", 1) for line in zlib.decompress(body).decode().splitlines())
    for name in (
        "streamlit.cache_data",
        "streamlit.cache_data.clear",
        "streamlit.session_state",
        "streamlit.context.url",
    ):
        assert name in entries
    assert f"{API}st.cache_data/#" in entries["streamlit.cache_data"]


def test_api_shows_signature_source_and_facts(soups: dict) -> None:
    article = soups[f"{API}st.cache_data/"].find("article")
    signature = article.select_one(".doc-signature").get_text()
    assert signature.startswith("st.cache_data(\n    func=None,\n    *,\n    ttl=None,")
    source = article.select_one("a.doc-source")["href"]
    assert source.startswith(
        f"https://github.com/streamlit/streamlit/blob/{st.__version__}/lib/streamlit/runtime/caching/"
    )
    item = article.find(id="streamlit.cache_data(ttl)").find_parent(class_="doc-item").get_text(" ", strip=True)
    for fact in ("float, timedelta, str, or None", "default None", "keyword-only"):
        assert fact in " ".join(item.split())
    key = soups[f"{API}st.query_params/"].find(id="streamlit.query_params.get_all(key)").find_parent(class_="doc-item")
    assert "required" in key.get_text()


def test_types_and_names_lead_to_their_pages(soups: dict) -> None:
    """In types, in docstrings, and in links to pages of the official site that this one has."""
    widgets = "develop/api-reference/widgets/"

    def targets(url: str, selector: str) -> set[str]:
        return {urljoin(f"/{url}", link["href"]) for link in soups[url].find("article").select(selector)}

    returned = targets(f"{widgets}st.file_uploader/", ".doc-type a")
    assert f"/{widgets}st.file_uploader/#streamlit.typing.UploadedFile" in returned
    assert f"/{widgets}st.file_uploader/#streamlit.typing.UploadedFile" in targets(
        f"{widgets}st.camera_input/", ".doc-type a"
    )
    assert "/develop/api-reference/execution-flow/st.form_submit_button/#streamlit.form_submit_button" in targets(
        "develop/api-reference/execution-flow/st.form/", ".doc-contents a"
    )
    tree = "develop/api-reference/app-testing/testing-element-classes/"
    apptest = "develop/api-reference/app-testing/st.testing.v1.apptest/"
    assert f"/{tree}#streamlit.testing.v1.element_tree.Button" in targets(apptest, ".doc-type a")
    assert f"/{apptest}#streamlit.testing.v1.AppTest.from_file" in targets(apptest, ".doc-contents a")


def test_an_object_does_not_link_to_itself(soups: dict) -> None:
    article = soups["develop/api-reference/layout/st.columns/"].find("article")
    contents = article.select_one(".doc-contents").select("p a, li a")
    assert "#streamlit.columns" not in {link["href"] for link in contents}


def test_deprecated_parameters_say_so_first(soups: dict) -> None:
    item = (
        soups["develop/api-reference/widgets/st.button/"]
        .find(id="streamlit.button(use_container_width)")
        .find_parent(class_="doc-item")
    )
    assert item.select_one(".doc-pill--deprecated")
    assert "deprecated" in item.select_one(".doc-item-facts").find_next_sibling()["class"]


def test_options_of_config_toml(soups: dict) -> None:
    article = soups["develop/api-reference/configuration/config.toml/"].find("article")
    port = article.find(id="streamlit.config.server.port").find_parent(class_="doc-object")
    facts = " ".join(port.get_text(" ", strip=True).split())
    for fact in ("int", "default 8501", "--server.port", "STREAMLIT_SERVER_PORT"):
        assert fact in facts
    assert article.find(id="client"), "docstrings link to the original's anchor of a section"
    same = article.find(id="streamlit.config.theme.dark.textColor").find("a")["href"]
    assert same == "#streamlit.config.theme.textColor"


def test_classes_show_how_they_are_called(soups: dict) -> None:
    """Without self, and with the facts of their parameters, like functions."""
    article = soups["develop/api-reference/navigation/st.page/"].find("article")
    signature = article.select_one(".doc-signature").get_text()
    assert signature.startswith("st.Page(\n    page,\n    *,\n    title=None,")
    item = article.find(id="streamlit.Page(title)").find_parent(class_="doc-item").get_text(" ", strip=True)
    assert "keyword-only" in item
    assert "default None" in " ".join(item.split())
    renderer = soups["develop/api-reference/custom-components/st.components.v2.types.componentrenderer/"].find(
        "article"
    )
    assert "self" not in renderer.select_one(".doc-signature").get_text()
    for soup in soups.values():
        for shown in soup.select(".doc-signature"):
            assert not re.search(r"\((\s*)(self|cls)\b", shown.get_text())


def test_commands_of_the_command_line(soups: dict) -> None:
    article = soups["develop/api-reference/cli/skills/"].find("article")
    assert "streamlit skills [OPTIONS]" in article.select_one(".doc-signature-box").get_text()
    target = (
        soups["develop/api-reference/cli/run/"]
        .find("article")
        .find("code", string="TARGET")
        .find_parent(class_="doc-item")
    )
    assert "streamlit_app.py" in target.get_text()
    assert "-g, --global" in [code.get_text() for code in article.select(".doc-item-name code")]


def test_search_goes_down_to_the_parameter(built_site: Path) -> None:
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = {entry["location"]: entry["title"] for entry in index["docs"]}
    button = "develop/api-reference/widgets/st.button/"
    assert "on_click" in locations[f"{button}#streamlit.button(on_click)"]
    assert "server.port" in locations["develop/api-reference/configuration/config.toml/#streamlit.config.server.port"]
    assert not any("api-card" in entry["text"] for entry in index["docs"])
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "port" in texts["develop/api-reference/configuration/config.toml/#streamlit.config.server.port"]
    assert "Display a button" in texts[f"{button}#streamlit.button"]
    assert not any("keyword-only" in text for location, text in texts.items() if location.startswith(button))


def test_mapping_behavior_is_shown(soups: dict) -> None:
    article = soups[f"{API}st.session_state/"].find("article")
    assert "setdefault()" in article.select_one(".doc-mapping-methods").get_text()
    for operation in ("st.session_state[key]", "st.session_state[key] = value", "del st.session_state[key]", "to_dict"):
        assert article.find(class_="doc-object-name", string=re.compile(re.escape(operation)))


def test_edit_link_and_footer(soups: dict) -> None:
    soup = soups[f"{API}st.session_state/"]
    edit = soup.select_one(".questions a[rel~=edit]")["href"]
    assert edit == f"{built.REPO_URL}/edit/main/docs/{API}st.session_state.md"
    footer = soup.find("footer").get_text(" ", strip=True)
    for words in (
        "independent",
        f"Streamlit {st.__version__}",
        "Snowflake Inc.",
        "Apache-2.0",
        "Privacy policy",
        "Cookie settings",
    ):
        assert words in footer


def test_pages_say_the_installed_version() -> None:
    """A full version number in prose is the installed one's, so that an upgrade names the pages that are stale.

    Pages about other versions are left out: release notes and pre-releases.
    """
    for page in PAGES.values():
        if page.path.startswith("develop/quick-reference/"):
            continue
        for found in re.findall(r"\b1\.\d+\.\d+\b", page.prose):
            assert found == st.__version__, f"{page.path}: {found}"


def test_nothing_of_the_themes_script_is_left(soups: dict, built_site: Path) -> None:
    """Neither the script, its settings and its worker, nor the switches and marks that only it reads."""
    for url, soup in soups.items():
        assert not soup.select("#__config, [data-md-component], [data-md-toggle], [data-md-scrollfix], .no-js"), url
        assert not [script["src"] for script in soup.select("script[src]") if "bundle" in script["src"]], url
        assert not [script for script in soup.select("script:not([src])") if "__md" in script.get_text()], url
    scripts = {file.relative_to(built_site).as_posix() for file in built_site.rglob("*.js")}
    ours = {file.relative_to(built.ROOT / "overrides").as_posix() for file in (built.ROOT / "overrides").rglob("*.js")}
    (bundle,) = scripts - ours
    assert re.fullmatch(r"assets/javascripts/site\.[0-9a-f]{8}\.js", bundle)


def test_no_stray_files(built_site: Path) -> None:
    suffixes = {file.suffix for file in built_site.rglob("*") if file.is_file()}
    assert suffixes <= {".html", ".css", ".js", ".json", ".svg", ".png", ".xml", ".gz", ".inv", ".webp", ".txt", ".md"}
