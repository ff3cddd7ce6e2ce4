"""extensions/documented_objects.py: what a page asks for is there, or one line names the file and the fix."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import built
import documented_objects
import griffe
import pytest
from documented_objects import DocumentedObjects, find, pages_without_object, references
from pages import DOCS


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def write(file: Path, body: str, front_matter: str = "title: T") -> None:
    file.write_text(f"---\n{front_matter}\n---\n\n{body}\n", encoding="utf-8")


def test_references_are_headings_outside_of_code(docs: Path) -> None:
    write(docs / "a.md", "# ::: streamlit.button\n\n```markdown\n# ::: streamlit.no\n```\n\n## ::: streamlit.x.Y")
    found = [(reference.line, reference.name, reference.title) for reference in references(docs)]
    assert found == [(5, "streamlit.button", "T"), (11, "streamlit.x.Y", "")]


def test_a_page_named_after_an_object_renders_it(docs: Path) -> None:
    write(docs / "st.button.md", "# st.button")
    write(docs / "st.sidebar.md", "# st.sidebar", "article: true")
    write(docs / "st.text.md", "# ::: streamlit.text")
    (problem,) = pages_without_object(docs)
    assert problem.startswith(f"{(docs / 'st.button.md').as_posix()}: ")
    assert "add `# ::: streamlit.button`" in problem


def package(tmp_path: Path) -> griffe.Module:
    folder = tmp_path / "streamlit"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        'from elsewhere import gone\n\ndef here():\n    """Is."""\n\ndef silent(): ...\n', encoding="utf-8"
    )
    return griffe.GriffeLoader(search_paths=[tmp_path]).load("streamlit", try_relative_path=False)


def check(docs: Path, pkg: griffe.Module, monkeypatch: pytest.MonkeyPatch, installed: str = "") -> list[str]:
    """Run the extension on the pages, with the required version installed or another; return the warnings."""
    messages: list[str] = []
    monkeypatch.setattr(documented_objects._logger, "warning", messages.append, raising=False)
    monkeypatch.setattr(documented_objects, "version", lambda name: installed or documented_objects.required_version())
    extension = DocumentedObjects()
    extension._docs = docs
    extension.on_package(pkg=pkg)
    return messages


PAGE = "# ::: streamlit.here\n\n## ::: streamlit.no.such\n\n## ::: streamlit.silent\n\n## ::: streamlit.gone"


def test_what_is_wrong_is_one_line_each_that_names_file_and_fix(
    tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(docs / "a.md", PAGE)
    unknown, silent, unresolved = check(docs, package(tmp_path), monkeypatch)
    name = (docs / "a.md").as_posix()
    assert unknown.startswith(f"{name}:7: Streamlit ")
    assert "has no streamlit.no.such; correct the name" in unknown
    assert silent.startswith(f"{name}:9: streamlit.silent has no docstring")
    assert "`article: true`" in silent
    assert unresolved.startswith(f"{name}:11: ")
    assert "streamlit.gone" in unresolved


def test_an_article_needs_no_docstring(tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(docs / "a.md", "# ::: streamlit.silent", "article: true")
    assert check(docs, package(tmp_path), monkeypatch) == []


def test_another_version_gets_stand_ins_and_no_warning(
    tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(docs / "a.md", PAGE)
    pkg = package(tmp_path)
    assert check(docs, pkg, monkeypatch, installed="1.0.0") == []
    stand_in = find(pkg, "streamlit.no.such")
    assert stand_in.path == "streamlit.no.such"
    assert stand_in.extra["streamlit_api"]["missing"]["installed"] == "1.0.0"
    assert "missing" not in find(pkg, "streamlit.here").extra["streamlit_api"]


def test_the_required_version_is_installed() -> None:
    assert documented_objects.required_version() == version("streamlit")


def test_the_pages_have_references() -> None:
    assert len(references(DOCS)) > 200


def test_a_strict_build_fails_and_names_each_mistake(tmp_path: Path) -> None:
    """All four kinds at once, in a copy of the site; each is one line with file and name."""
    copy = tmp_path / "site"
    built.copy_sources(copy)
    text = copy / "docs/develop/api-reference/text"
    (text / "st.title.md").write_text("---\ntitle: st.title\n---\n\n# st.title\n", encoding="utf-8")
    write(text / "st.text.md", "# ::: streamlit.txt")
    write(text / "st.code.md", "# ::: streamlit.components.v1.html")
    fake = tmp_path / "packages"
    _install_with_broken_docstring(fake, "badge", "Display a :nonsense:`badge`.")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(fake)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    for expected in (
        "docs/develop/api-reference/text/st.title.md: it renders no object",
        "docs/develop/api-reference/text/st.text.md:5: Streamlit",
        "docs/develop/api-reference/text/st.code.md:5: streamlit.components.v1.html has no docstring",
        "streamlit.badge: its docstring cannot become Markdown",
    ):
        assert sum(expected in line for line in lines) == 1, f"{expected}\n{done.stderr[-3000:]}"


def _install_with_broken_docstring(folder: Path, name: str, docstring: str) -> None:
    """Put a copy of Streamlit's source there in which one docstring begins with something that is no valid reST."""
    import streamlit

    shutil.copytree(
        Path(streamlit.__file__).parent, folder / "streamlit", ignore=shutil.ignore_patterns("static", "*.pyc")
    )
    file = folder / "streamlit/elements/markdown.py"
    code = file.read_text(encoding="utf-8")
    start = code.index('"""', code.index(f"def {name}(")) + 3
    file.write_text(f"{code[:start]}{docstring}\n\n        {code[start:]}", encoding="utf-8")
