"""What is published under a license of its own is named, with the license's text where it must go along."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest
from pages import DOCS, ROOT

PAGE = (DOCS / "licenses.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("package", ["mkdocs-material", "mkdocstrings-python"])
def test_the_text_is_the_installed_packages(package: str) -> None:
    files = [file for file in distribution(package).files if str(file).endswith("dist-info/licenses/LICENSE")]
    assert files
    assert files[0].read_text().strip() in PAGE


def test_the_notice_and_the_page_name_the_same() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for name in ("Streamlit", "Material for MkDocs", "MiniSearch", "Material Design Icons", "mkdocstrings-python"):
        assert name in notice
        assert name in PAGE
    assert "Version 2.0, January 2004" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_vendored_script_is_named() -> None:
    for script in (ROOT / "overrides/assets/javascripts/vendor").iterdir():
        assert script.stem in PAGE.lower(), f"name the license of {script} in docs/licenses.md and NOTICE"
