"""hooks/example_results.py: on the built site, an example has its pictures, and a link that carries its program."""

from __future__ import annotations

import base64
import gzip
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import built
import pytest
import take
import yaml
from bs4 import BeautifulSoup, Tag
from example_results import runs_in_playground
from pages import DOCS, ROOT, all_pages

from examples import Example, docstring_examples, page_examples

PAGES = all_pages()
INDEX = take.read_index()
BY_CODE = {example.code.strip(): example for example in [*docstring_examples(), *page_examples()]}


def examples_of(url: str, built_site: Path) -> list[tuple[Example, Tag]]:
    """The Python examples of a page, and the boxes they stand in with what belongs to them."""
    soup = BeautifulSoup((built_site / url / "index.html").read_text(encoding="utf-8"), "html.parser")
    found = []
    for code in soup.select("article .language-python.highlight:not(.doc-signature):not(.api-card__code) > pre > code"):
        block = code.find_parent(class_="highlight")
        box = block.parent if "example" in block.parent.get("class", []) else block
        found.append((BY_CODE[code.text.strip()], box))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_examples_are_shown(page: object, built_site: Path) -> None:
    for example, box in examples_of(page.url, built_site):
        images = box.select("figure.example__result > img")
        assert len(images) == 2 * example.shown, example
        for image, scheme in zip(images, ("light", "dark"), strict=False):
            assert (built_site / page.url / image["src"]).resolve().is_file(), example
            assert image["src"].endswith(f"images/examples/{example.name}.{scheme}.webp"), example
            assert image["alt"].startswith("Result: ")
            assert [int(image["width"]), int(image["height"])] == INDEX[example.name]["size"]
            assert image["loading"] == "lazy"
        standins = INDEX.get(example.name, {}).get("standins")
        assert bool(box.select("figcaption")) == bool(standins and example.shown), example


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_playground_links_carry_the_program(page: object, built_site: Path) -> None:
    for example, box in examples_of(page.url, built_site):
        for link in box.select(".example__try > a"):
            address = urlsplit(link["href"])
            assert (address.hostname, address.path) == ("streamlit.io", "/playground")
            packed = parse_qs(address.query)["code"][0]
            assert gzip.decompress(base64.urlsafe_b64decode(packed)).decode() == example.code.strip()
            assert len(example.files) == 1, f"{example}: it needs more than its program"
            assert (link["target"], link["rel"]) == ("_blank", ["noopener", "noreferrer"])
            assert "opens in a new tab" in link.text


def test_many_examples_can_be_tried(built_site: Path) -> None:
    links = sum((built_site / page.url / "index.html").read_text().count("/playground?example=") for page in PAGES)
    assert links > 300


@pytest.mark.parametrize(
    ("code", "runs"),
    [
        ("import streamlit as st\nimport pandas as pd\nst.write(1)", True),
        ("import streamlit as st\nfrom numpy.random import default_rng\nst.write(1)", True),
        ('import streamlit as st\nst.download_button("Save", "a", file_name="data.csv")', True),
        ("import streamlit as st\nimport plotly\nst.write(1)", False),
        ('import streamlit as st\nst.image("sunrise.jpg")', False),
        ("from streamlit.testing.v1 import AppTest\nimport streamlit", False),
        ("print(1)", False),
        ("import streamlit as", False),
    ],
)
def test_what_runs_in_the_playground(code: str, runs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules["example_results"]._data, "needs", {})
    assert runs_in_playground("test.1", code) == runs


def site(folder: Path) -> Path:
    """A site of one page with the hook, in a folder of its own."""
    for name in ("hooks", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements.txt", folder)
    (folder / "docs").mkdir()
    extensions = yaml.dump(
        {
            "markdown_extensions": [
                "attr_list",
                "pymdownx.superfences",
                {"pymdownx.highlight": {"pygments_lang_class": True}},
            ]
        }
    )
    (folder / "mkdocs.yml").write_text(f"site_name: Test\nhooks: [hooks/example_results.py]\n{extensions}")
    return folder


def build(folder: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, env=built.environment(), capture_output=True, text=True, timeout=120)


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    (site(tmp_path) / "docs" / "new.md").write_text("``` { .python .shown }\nimport streamlit as st\n```\n")
    done = build(tmp_path)
    assert done.returncode != 0
    assert "new.md: the picture of the example new.1 is missing; run `make pictures`" in done.stderr


def test_a_picture_of_other_code_is_not_shown(tmp_path: Path) -> None:
    """Not with the version that it was taken with, which is an error, nor with another."""
    example = next(example for example in page_examples() if example.shown and example.files.keys() == {example.entry})
    name = f"{example.name.rpartition('.')[0]}.md"
    source = f"``` {{ .python .shown }}\n{example.code}```\n"
    blocks = "```python\n1\n```\n\n" * (int(example.name.rpartition(".")[2]) - 1)
    (site(tmp_path) / "docs" / name).write_text(blocks + source)
    assert build(tmp_path).returncode == 0
    (tmp_path / "docs" / name).write_text(
        blocks + source.replace("import streamlit as st", "import streamlit as st  # !")
    )
    assert "is of other code" in build(tmp_path).stderr
    requirements = (tmp_path / "requirements.txt").read_text()
    (tmp_path / "requirements.txt").write_text(requirements.replace("streamlit==", "streamlit==99.", 1))
    assert build(tmp_path).returncode == 0
    assert "<img" not in (tmp_path / "site" / name.removesuffix(".md") / "index.html").read_text()


def test_with_another_version_a_picture_says_what_it_was_taken_with(tmp_path: Path) -> None:
    example = next(example for example in page_examples() if example.shown and example.files.keys() == {example.entry})
    name = f"{example.name.rpartition('.')[0]}.md"
    blocks = "```python\n1\n```\n\n" * (int(example.name.rpartition(".")[2]) - 1)
    (site(tmp_path) / "docs" / name).write_text(f"{blocks}``` {{ .python .shown }}\n{example.code}```\n")
    (tmp_path / "requirements.txt").write_text("streamlit==99.0\n")
    assert build(tmp_path).returncode == 0
    assert "Taken with Streamlit 99.0." in (tmp_path / "site" / name.removesuffix(".md") / "index.html").read_text()


def test_every_picture_is_published(built_site: Path) -> None:
    published = {file.name for file in (built_site / "images" / "examples").iterdir()}
    assert published == {file.name for file in (DOCS / "images" / "examples").iterdir()}
