"""Commits the site for one version of Streamlit to a branch, beside those of others: `make deploy-version STREAMLIT=1.66.0`.

mike (https://github.com/jimporter/mike) gives each minor version a folder, lists the versions in versions.json, and
redirects an alias such as `latest`. The version that readers should see also answers for the root of the site.
Nothing is pushed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from mike import commands, git_utils
from mike.mkdocs_utils import docs_version_var
from mkdocs.config import load_config
from other_version import SITE, environment, release_of
from releases import VersionError, minor_of

# What is asked for at the root of a site; its links are absolute. Of all 404.html, GitHub Pages shows that one.
ROOT_FILES = ("404.html", "robots.txt", "llms.txt")


def deploy(python: Path, version: str, aliases: list[str], branch: str | None = None) -> None:
    """Build the site of the current folder with an environment's Python, and commit it as a version.

    Raises:
        subprocess.CalledProcessError: if the build fails; then nothing is committed.
        git_utils.GitError: if the branch and that of the remote have diverged, or git does not know who commits.
    """
    config = load_config("mkdocs.yml")
    branch = branch or config.remote_branch
    alias_type = commands.AliasType[config.plugins["mike"].config["alias_type"]]
    git_utils.update_from_upstream(config.remote_name, branch)
    with tempfile.TemporaryDirectory() as folder, suppress(git_utils.GitEmptyCommit):
        config.site_dir = folder
        with commands.deploy(
            config, version, aliases=aliases, update_aliases=True, alias_type=alias_type, branch=branch
        ):
            command = [str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
            subprocess.run(command, env={**os.environ, docs_version_var: version}, check=True)
    if config.extra["version"]["default"] in commands.list_versions(branch)[version].aliases:
        _answer_for_the_root(version, branch)


def _answer_for_the_root(version: str, branch: str) -> None:
    with suppress(git_utils.GitEmptyCommit):
        commands.set_default(version, branch=branch)
    with (
        suppress(git_utils.GitEmptyCommit),
        git_utils.Commit(branch, f"Took {', '.join(ROOT_FILES)} of {version}") as commit,
    ):
        for name in ROOT_FILES:
            commit.add_file(git_utils.FileInfo(name, git_utils.read_file(branch, f"{version}/{name}")))


def main(arguments: list[str]) -> int:
    """Commit the version that the arguments name, in an environment of its own."""
    parser = argparse.ArgumentParser(prog="deploy-version")
    parser.add_argument("streamlit", metavar="STREAMLIT", help="a version such as 1.66.0")
    parser.add_argument("aliases", metavar="ALIAS", nargs="*", help="other names for it, such as latest")
    parser.add_argument("--branch", help="the branch to commit to; without it, mkdocs.yml's remote_branch")
    options = parser.parse_args(arguments)
    try:
        release = release_of(options.streamlit)
        deploy(environment(release, SITE), minor_of(release), options.aliases, options.branch)
    except subprocess.CalledProcessError as error:
        return error.returncode  # the build has said why
    except (VersionError, git_utils.GitError) as error:
        print(f"deploy-version: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
