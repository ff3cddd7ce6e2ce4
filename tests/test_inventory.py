"""objects.inv: other projects' documentation links to every object by its public name, with Sphinx and with MkDocs."""

from __future__ import annotations

import subprocess
import sys
from html import escape
from pathlib import Path

import api_surface
import pytest
from loading import documented_objects
from sphinx.util.inventory import InventoryFile

BASE = "https://example.com/streamlit-docs/"


@pytest.fixture(scope="module")
def inventory(built_site: Path) -> dict[str, str]:
    """Each name and its address below the site's root."""
    data = InventoryFile.loads((built_site / "objects.inv").read_bytes(), uri="").data
    return {
        name: item.uri for domain, items in data.items() if domain.startswith("py:") for name, item in items.items()
    }


def test_every_documented_object_is_listed(inventory: dict[str, str]) -> None:
    assert set(documented_objects()) <= set(inventory)


def test_every_public_name_is_listed(inventory: dict[str, str]) -> None:
    assert api_surface.package_names() <= set(inventory)


def test_parameters_are_listed(inventory: dict[str, str]) -> None:
    assert inventory["streamlit.button(label)"] == "develop/api-reference/widgets/st.button/#streamlit.button(label)"


def test_every_address_exists(inventory: dict[str, str], built_site: Path) -> None:
    pages: dict[str, str] = {}
    for name, uri in inventory.items():
        path, anchor = uri.split("#")
        html = pages.setdefault(path, (built_site / path / "index.html").read_text(encoding="utf-8"))
        assert f'id="{escape(anchor.replace("$", name))}"' in html, name


def test_sphinx_links_by_public_name(built_site: Path, tmp_path: Path) -> None:
    """A Sphinx project with intersphinx; its strict build fails if a name is not found."""
    (tmp_path / "conf.py").write_text(
        "extensions = ['sphinx.ext.intersphinx']\nnitpicky = True\n"
        f"intersphinx_mapping = {{'streamlit': ('{BASE}', r'{built_site / 'objects.inv'}')}}\n",
        encoding="utf-8",
    )
    names = {
        "streamlit.button": "func", "streamlit.cache_data.clear": "func", "streamlit.session_state": "class",
        "streamlit.testing.v1.AppTest": "class", "streamlit.testing.v1.AppTest.run": "meth",
        "streamlit.column_config.TextColumn": "func", "streamlit.typing.UploadedFile": "class",
    }  # fmt: skip
    text = "Title\n=====\n\n" + "\n\n".join(f":py:{role}:`{name}`" for name, role in names.items()) + "\n"
    (tmp_path / "index.rst").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for name in names:
        assert f'href="{BASE}develop/api-reference/' in html
        assert f"#{name}" in html


def test_mkdocs_links_by_public_name(site_url: str, tmp_path: Path) -> None:
    """A MkDocs project with mkdocstrings' `inventories`; its strict build fails if a name is not found."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Other\ntheme: mkdocs\nplugins:\n  - mkdocstrings:\n      handlers:\n        python:\n"
        f"          inventories: ['{site_url}objects.inv']\n",
        encoding="utf-8",
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(
        "# Other\n\n[`st.button`][streamlit.button], [key][streamlit.button(key)]\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert f'href="{site_url}develop/api-reference/widgets/st.button/#streamlit.button"' in html
    assert f'href="{site_url}develop/api-reference/widgets/st.button/#streamlit.button(key)"' in html
