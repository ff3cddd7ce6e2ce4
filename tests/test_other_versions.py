"""With an older Streamlit installed, the site is built strictly and says the truth about that version."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import built
import other_version
import pytest
import releases
from bs4 import BeautifulSoup
from documented_objects import required_version
from pages import ROOT, all_pages

# Version, names that it lacks, names that it has and the pages do not document.
VERSIONS = {
    "1.40.0": ({"grid", "badge", "user", "App"}, {"experimental_user", "bokeh_chart", "config.mapbox"}),
    "1.55.0": ({"grid", "iframe", "cli.skills"}, {"bokeh_chart", "connections.SnowparkConnection"}),
}


@pytest.fixture(scope="module", params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, Path]:
    """A version, the Python of its environment, and the site built with it."""
    python = str(other_version.environment(request.param, other_version.SITE))
    site = tmp_path_factory.mktemp("old")
    done = built.build(site, "http://127.0.0.1:8000/", python=python)
    assert done.returncode == 0, done.stderr[-3000:]
    return request.param, python, site


def article(site: Path, url: str) -> BeautifulSoup:
    return BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "html.parser").find("article")


def test_what_the_version_lacks_is_one_notice(old: tuple[str, str, Path]) -> None:
    version, _, site = old
    text = article(site, "develop/api-reference/layout/st.grid/").get_text(" ")
    assert text.count(f"Not in Streamlit {version}") == 2, "st.grid, and the class of what it returns"
    assert f"written for Streamlit {required_version()}" in text
    assert f"Not in Streamlit {version}" not in article(site, "develop/api-reference/widgets/st.button/").get_text(" ")


def test_what_the_version_has_is_its_own(old: tuple[str, str, Path]) -> None:
    version, _, site = old
    button = article(site, "develop/api-reference/widgets/st.button/")
    source = button.select_one(".doc-source")["href"]
    assert f"/blob/{version}/lib/streamlit/" in source
    path, line = re.search(r"/lib/(.+)#L(\d+)$", source).groups()
    lines = (releases.package(version)[1] / path).read_text(encoding="utf-8").splitlines()
    assert "def button(" in "".join(lines[int(line) - 1 : int(line) + 1]), "at the function or its decorator"
    assert ("shortcut" in button.select_one(".doc-signature-box").get_text()) == (version > "1.50")


def test_no_remnant_of_rest(old: tuple[str, str, Path]) -> None:
    _, _, site = old
    for page in all_pages():
        soup = article(site, page.url)
        remnant = re.search(r"\.\. \w[\w-]*::|\|\S+\|_|^>>> |`_\b", soup.get_text("\n"), re.MULTILINE)
        assert not remnant, f"{page.path}: {remnant[0]!r}"


def test_check_api_names_the_differences(old: tuple[str, str, Path]) -> None:
    version, python, _ = old
    command = [python, str(ROOT / "tests" / "api_surface.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    undocumented, lacking = (set(line.split(": ", 1)[1].split(", ")) for line in done.stdout.splitlines()[-2:])
    lacks, has = VERSIONS[version]
    assert {f"streamlit.{name}" for name in lacks} <= lacking
    assert {f"streamlit.{name}" for name in has} <= undocumented
    assert "streamlit.button" not in lacking | undocumented
