"""hooks/bundle.py: one stylesheet and one script, of all files that mkdocs.yml names, and those are not published."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import built
import pytest
from pages import ROOT

STYLES = {"base.css": "/* Why. */\na { color: red }", "more.css": "b { color: blue }"}
SCRIPTS = {"one.js": "const same = 1\n", "two.js": "const same = 2\n", "three.js": 'import { x } from "./x.js"\n'}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with the hook."""
    for name in ("docs", "hooks"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / "hooks" / "bundle.py", tmp_path / "hooks")
    (tmp_path / "docs" / "index.md").write_text("# Home")
    for name, content in {**STYLES, **SCRIPTS}.items():
        (tmp_path / "docs" / name).write_text(content)
    scripts = "".join(f"\n  - {{path: {name}, type: module}}" for name in SCRIPTS)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Test\nhooks: [hooks/bundle.py]\nextra_css: [{', '.join(STYLES)}]\nextra_javascript:{scripts}\n"
    )
    return tmp_path


def build(folder: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, env=built.environment(), capture_output=True, text=True, timeout=60)


def test_one_file_of_each(site: Path) -> None:
    done = build(site)
    assert done.returncode == 0, done.stderr
    html = (site / "site" / "index.html").read_text()
    assert re.findall(r'href="(assets/stylesheets/site\.[0-9a-f]{8}\.css)"', html)
    (style,) = (site / "site").rglob("site.*.css")
    (script,) = (site / "site").rglob("site.*.js")
    assert style.read_text() == "a { color: red }\nb { color: blue }", "comments are for those who write them"
    assert script.read_text() == "{\nconst same = 1\n}\n{\nconst same = 2\n}"
    assert 'src="three.js" type="module"' in html, "what imports others stays on its own"
    assert not [name for name in [*STYLES, "one.js", "two.js"] if (site / "site" / name).exists()]


def test_its_name_is_that_of_its_content(site: Path) -> None:
    build(site)
    (before,) = (site / "site").rglob("site.*.css")
    (site / "docs" / "more.css").write_text("b { color: green }")
    build(site)
    (after,) = (site / "site").rglob("site.*.css")
    assert after.name != before.name


def test_a_file_that_is_missing_is_named(site: Path) -> None:
    (site / "docs" / "more.css").unlink()
    done = build(site)
    assert done.returncode != 0
    assert "mkdocs.yml: there is no file more.css; correct extra_css or extra_javascript" in done.stderr
