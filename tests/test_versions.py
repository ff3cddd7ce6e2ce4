"""Several versions side by side: what deploy_version.py and mike put on the branch, and where pages say they stand."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import deploy_version
import pytest
import versioned
from mike import git_utils

SITE_URL = versioned.SITE_URL


def links(file: Path) -> dict[str, str]:
    """The addresses that a page's head gives: canonical, og:url and og:image."""
    html = file.read_text(encoding="utf-8")
    return dict(re.findall(r'(?:rel|property)="(canonical|og:url|og:image)" (?:href|content)="([^"]+)"', html))


def test_the_newest_stands_first_and_has_the_alias(versions_site: Path) -> None:
    versions = json.loads((versions_site / "versions.json").read_text(encoding="utf-8"))
    assert [(entry["version"], entry["aliases"]) for entry in versions] == [
        ("1.67", ["latest"]),
        ("1.66", []),
        ("1.65", []),
    ]


@pytest.mark.parametrize("version", versioned.VERSIONS)
def test_each_version_keeps_its_own_pages(version: str, versions_site: Path) -> None:
    _, names = versioned.VERSIONS[version]
    pages = {file.parent.name for file in (versions_site / version / "develop").glob("*/index.html")}
    assert pages == set(names)
    assert f"Written for {version}." in (versions_site / version / "develop/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", versioned.VERSIONS)
def test_search_engines_get_the_latest_page(version: str, versions_site: Path) -> None:
    """While what stands in the version's own folder keeps its address: an alias redirects pages, and no other files."""
    site = versions_site / version
    assert links(site / "index.html") == {
        "canonical": f"{SITE_URL}latest/",
        "og:url": f"{SITE_URL}latest/",
        "og:image": f"{SITE_URL}{version}/images/social/home.png",
    }
    assert links(site / "develop/index.html")["canonical"] == f"{SITE_URL}latest/develop/"
    assert f"<loc>{SITE_URL}{version}/develop/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"]({SITE_URL}{version}/develop/index.md)" in (site / "llms.txt").read_text(encoding="utf-8")


def test_the_alias_redirects_to_the_latest_version_only(versions_site: Path) -> None:
    redirect = (versions_site / "latest/develop/new/index.html").read_text(encoding="utf-8")
    assert 'href="../../../1.67/develop/new/"' in redirect
    assert not (versions_site / "latest/develop/removed").exists(), "1.66 had it when it was the latest"


def test_the_latest_version_answers_for_the_root(versions_site: Path) -> None:
    assert 'href="1.67/"' in (versions_site / "index.html").read_text(encoding="utf-8")
    for name in deploy_version.ROOT_FILES:
        assert (versions_site / name).read_bytes() == (versions_site / "1.67" / name).read_bytes()
    assert f'href="{versioned.built.SUB_PATH}1.67/assets/' in (versions_site / "404.html").read_text(encoding="utf-8")


def test_a_plain_build_knows_of_no_versions(built_site: Path) -> None:
    for page in ("index.html", "deploy/index.html", "404.html"):
        html = (built_site / page).read_text(encoding="utf-8")
        assert 'id="versions"' not in html
        assert "site-header--versions" not in html
    assert links(built_site / "deploy/index.html")["canonical"] == f"{SITE_URL}deploy/"


def test_a_version_can_be_deployed_again(tmp_path: Path) -> None:
    """It keeps its alias, and the root is that of the new build; without a change there is no commit."""
    versioned.copy_with_repository(tmp_path)
    versioned.write_pages(tmp_path, "1.67", ("new",))
    versioned.deploy_in(tmp_path, "1.67", ["latest"])
    first = versioned.git(tmp_path, "show", f"{versioned.BRANCH}:llms.txt")
    versioned.write_pages(tmp_path, "1.67.1", ("newer",))
    versioned.deploy_in(tmp_path, "1.67", [])
    second = versioned.git(tmp_path, "show", f"{versioned.BRANCH}:llms.txt")
    assert "develop/newer" in second
    assert "develop/newer" not in first
    assert "latest" in versioned.git(tmp_path, "show", f"{versioned.BRANCH}:versions.json")


def test_a_build_that_fails_commits_nothing(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    versioned.copy_with_repository(tmp_path)
    versioned.write_pages(tmp_path, "1.67", ())
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        versioned.deploy_in(tmp_path, "1.67", ["latest"])
    assert "nowhere.md" in capfd.readouterr().err
    assert versioned.git(tmp_path, "branch", "--list", versioned.BRANCH) == ""


def test_a_version_that_does_not_exist_is_one_error(capsys: pytest.CaptureFixture) -> None:
    assert deploy_version.main(["1.x"]) == 2
    assert capsys.readouterr().err == "deploy-version: '1.x' is no version; write it like 1.67\n"


def test_branches_that_have_diverged_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def diverged(remote: str, branch: str) -> None:
        raise git_utils.GitBranchDiverged(branch, f"{remote}/{branch}")

    monkeypatch.setattr(deploy_version, "release_of", lambda wanted: "1.67.0")
    monkeypatch.setattr(deploy_version, "environment", lambda release, *requirements: Path("python"))
    monkeypatch.setattr(git_utils, "update_from_upstream", diverged)
    assert deploy_version.main(["1.67", "--branch", "pages"]) == 2
    assert "deploy-version: pages has diverged from origin/pages" in capsys.readouterr().err
