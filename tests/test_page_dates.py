"""hooks/page_dates.py: the date of a page is the day it last changed, or none where nobody knows."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import page_dates
import pytest


def commit(folder: Path, day: str, **files: str) -> None:
    """Commit files of a repository on a day."""
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_md", ".md").replace("_txt", ".txt")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
           {"NAME": "A", "EMAIL": "a@example.com", "DATE": f"{day}T12:00:00"}.items()}  # fmt: skip
    for command in (["add", "-A"], ["commit", "-qm", day]):
        subprocess.run(["git", "-C", str(folder), *command], check=True, env={**os.environ, **who})


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    subprocess.run(["git", "-C", str(folder), "init", "-q"], check=True)
    commit(
        folder,
        "2026-01-01",
        docs__guide_md="A",
        docs__st_button_md="# ::: streamlit.button",
        requirements_txt="streamlit==1.66\n",
    )
    commit(folder, "2026-02-02", docs__guide_md="B")
    commit(folder, "2026-03-03", requirements_txt="streamlit==1.67\n")
    commit(folder, "2026-04-04", requirements_txt="streamlit==1.67\nmkdocs\n")
    return folder


def dates(folder: Path, serving: bool = False) -> dict[str, str | None]:
    files = [
        SimpleNamespace(abs_src_path=str(file), content_string=file.read_text(), page=SimpleNamespace())
        for file in sorted((folder / "docs").iterdir())
    ]
    config = SimpleNamespace(config_file_path=str(folder / "mkdocs.yml"), extra={"serving": serving})
    page_dates.on_nav(None, config=config, files=SimpleNamespace(documentation_pages=lambda: files))
    return {Path(file.abs_src_path).stem: file.page.changed for file in files}


def test_a_page_with_objects_changes_with_streamlit(repository: Path) -> None:
    """Not with any other change of requirements.txt."""
    assert dates(repository) == {"guide": "2026-02-02", "st_button": "2026-03-03"}


def test_what_is_not_committed_has_no_date(repository: Path) -> None:
    (repository / "docs" / "new.md").write_text("C")
    assert dates(repository)["new"] is None


def test_without_the_history_there_is_no_date(repository: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", repository.as_uri(), str(shallow)], check=True)
    assert set(dates(shallow).values()) == {None}


def test_serving_does_without(repository: Path) -> None:
    assert set(dates(repository, serving=True).values()) == {None}
