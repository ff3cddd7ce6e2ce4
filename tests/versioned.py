"""A small site in three versions, deployed side by side to the branch of a bare repository, as a publisher does it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import built
from deploy_version import deploy

BRANCH = "gh-pages"
SITE_URL = f"http://127.0.0.1:8000{built.SUB_PATH}"
NAV = """nav:
  - Home: index.md
  - Develop:
      - develop/index.md
"""
# In the order in which they are deployed: the aliases, and the pages that not all of them have.
VERSIONS = {
    "1.66": (["latest"], ("new", "removed")),
    "1.67": (["latest"], ("new",)),
    "1.65": ([], ("removed",)),
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it says."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def write_pages(folder: Path, version: str, names: tuple[str, ...]) -> None:
    """Replace the pages of a copy of the site by a few that name the version, and commit them."""
    for item in (folder / "docs").iterdir():
        if item.is_dir():
            shutil.rmtree(item)
        elif item.suffix == ".md":
            item.unlink()
    pages = {"index": "Home", "develop/index": "Develop", **{f"develop/{name}": name.title() for name in names}}
    for path, title in pages.items():
        file = folder / "docs" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: {title}\ndescription: A page for a test.\nicon: material/code-tags"
        text = f"# {title}\n\nWritten for {version}.\n\n## Section\n\nText.\n"
        file.write_text(f"---\n{head}\n---\n\n{text}", encoding="utf-8")
    entries = "".join(f"      - {name.title()}: develop/{name}.md\n" for name in names)
    config = folder / "mkdocs.yml"
    settings = config.read_text(encoding="utf-8").split("\nnav:\n")[0]
    config.write_text(f"{settings}\n{NAV}{entries}", encoding="utf-8")
    git(folder, "add", "--all", "docs", "mkdocs.yml")
    git(folder, "commit", "--quiet", "--message", f"Write the pages of {version}")


def copy_with_repository(folder: Path) -> None:
    """Make a copy of the site that is a repository of its own."""
    built.copy_sources(folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "config", "user.name", "Publisher")
    git(folder, "config", "user.email", "publisher@example.com")


def deploy_in(folder: Path, version: str, aliases: list[str]) -> None:
    """Deploy the site of a folder as a version, built with the Streamlit of this environment."""
    with contextlib.chdir(folder), patch.dict(os.environ, built.environment(SITE_URL=SITE_URL)):
        deploy(Path(sys.executable), version, aliases)


def deploy_all(folder: Path) -> Path:
    """Deploy the versions and publish the branch; return the bare repository."""
    source, bare = folder / "source", folder / "published.git"
    copy_with_repository(source)
    for version, (aliases, names) in VERSIONS.items():
        write_pages(source, version, names)
        deploy_in(source, version, aliases)
    git(folder, "init", "--quiet", "--bare", str(bare))
    git(source, "push", "--quiet", str(bare), BRANCH)
    return bare


def check_out(bare: Path, folder: Path) -> Path:
    """Return the folder with what the branch publishes."""
    git(bare, "worktree", "add", "--quiet", str(folder), BRANCH)
    return folder
