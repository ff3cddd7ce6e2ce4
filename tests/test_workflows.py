"""The workflow files are valid, and publish with the publisher's own settings."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from pages import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_there_are_workflows() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_schema(file) -> None:
    """GitHub's own schema for workflows; expressions and shell are checked by actionlint, in the workflow."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_published_site_knows_its_address_and_repository() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))
    (build,) = [step for step in workflow["jobs"]["build"]["steps"] if step.get("name") == "Build"]
    assert build["run"] == "make build"
    assert set(build["env"]) == {"SITE_URL", "REPO_URL", "ANALYTICS_PROPERTY"}


def test_the_newest_streamlit_is_looked_at_each_week() -> None:
    """By a command that anybody can run, and with no right to change anything."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "upgrade.yml").read_text(encoding="utf-8"))
    (when,) = workflow[True]["schedule"]  # YAML reads `on` as true
    *_, day_of_month, month, weekday = when["cron"].split()
    assert (day_of_month, month) == ("*", "*")
    assert weekday in "0123456"
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert "permissions" not in job
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make upgrade-check STREAMLIT=latest"]
    assert "\nupgrade-check: " in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_ci_runs_the_readmes_command() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "\nmake serve " in readme
    assert "\nmake test " in readme
