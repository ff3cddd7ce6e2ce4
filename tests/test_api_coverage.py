"""The pages document all of the installed Streamlit, nothing that it lacks, and every page of the original's reference."""

from __future__ import annotations

import re
from pathlib import Path

import api_surface
import pytest
import streamlit as st
import yaml
from loading import streamlit
from pages import DOCS, all_pages

REFERENCE = "develop/api-reference"
ORIGINAL = yaml.safe_load((Path(__file__).parent / "original_api_pages.yml").read_text(encoding="utf-8"))


def test_every_public_name_is_documented() -> None:
    assert api_surface.undocumented() == [], "write a page: see CONTRIBUTING.md, Document a new command"


def test_nothing_is_documented_that_the_package_lacks() -> None:
    assert api_surface.missing() == []


def test_the_surface_is_the_packages() -> None:
    """A surface that were empty, or lacked a kind of name, would let the tests above pass."""
    names = api_surface.package_names()
    assert len(names) > 160
    assert {
        "streamlit.button", "streamlit.session_state", "streamlit.App", "streamlit.column_config.TextColumn",
        "streamlit.connections.SQLConnection", "streamlit.components.v2.component", "streamlit.typing.UploadedFile",
        "streamlit.testing.v1.AppTest", "streamlit.cli.config.show", "streamlit.config.theme",
    } <= names  # fmt: skip
    assert set(st.column_config.__all__) == {
        n.split(".")[-1] for n in names if n.startswith("streamlit.column_config.")
    }


def test_element_classes_are_documented() -> None:
    """Every class that AppTest returns and that says something about itself."""
    module = streamlit()["testing.v1.element_tree"]
    documented = {name.split(".")[-1] for name in api_surface.documented_names() if ".element_tree." in name}
    returned = {
        word
        for obj in (streamlit()["testing.v1.app_test.AppTest"], module["Block"])
        for member in obj.members.values()
        if not member.is_alias and not member.name.startswith("_")
        for word in str(getattr(member, "returns", None) or getattr(member, "annotation", ""))
        .replace("]", "[")
        .split("[")
    }
    classes = {
        name for name, member in module.members.items() if not member.is_alias and member.is_class and member.docstring
    }
    containers = {"WidgetList", "ElementList", "BlockList", "ElementTree"}  # what holds them, described on the page
    assert (classes & returned) - containers <= documented


@pytest.mark.parametrize("path", [f"{group}/{page}" for group, pages in ORIGINAL.items() for page in ["", *pages]])
def test_every_page_of_the_original_exists(path: str) -> None:
    path = f"{REFERENCE}/{path}".rstrip("/")
    assert (DOCS / f"{path}.md").is_file() or (DOCS / path / "index.md").is_file()


def test_removed_names_say_since_when() -> None:
    """A page for a name that is gone says in which version it was removed, and what to use."""
    for page in all_pages():
        if page.meta.get("article") and not any(text.startswith(":::") for _, _, text in page.headings):
            assert page.meta.get("status") == "deprecated", page.path
            assert "Removed in Streamlit 1." in page.prose, page.path
            assert re.search(r"\]\(|\]\[streamlit\.", page.prose), f"{page.path}: it links to no replacement"
