"""Builds the site with Zensical, the successor of Material for MkDocs: `make zensical`.

Zensical and what it needs are installed into .venv/zensical/<version>, where Python looks first; Streamlit, mkdocstrings
and the rest are those of the site. So neither of the two decides what the other builds with.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements-zensical.txt"
SITE_DIR = "site-zensical"


class ZensicalError(Exception):
    """Zensical could not be installed, or could not build the site; the text says which, and what to do."""


def install() -> Path:
    """Return the folder that Zensical is installed in; install it if it is not there yet.

    Raises:
        ZensicalError: if pip cannot install it.
    """
    version = re.search(r"^zensical==(\S+)", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)[1]
    folder = ROOT / ".venv" / "zensical" / version
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as new:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command += ["--target", f"{new}/packages", "--requirement", str(REQUIREMENTS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")] or [done.stderr.strip()]
            raise ZensicalError(
                f"Zensical {version} cannot be installed here: {errors[-1]}\nIt needs a network, and a wheel for this "
                "Python and system; set a version that has one in requirements-zensical.txt."
            )
        try:
            Path(new, "packages").rename(folder)
        except OSError:  # another test installed it meanwhile
            if not folder.is_dir():
                raise
    return folder


def build(root: Path, environment: dict[str, str]) -> Path:
    """Build the site of a project folder from nothing; return the folder of the built site.

    Raises:
        ZensicalError: if Zensical cannot be installed, or reports anything wrong.
    """
    site = root / SITE_DIR
    shutil.rmtree(site, ignore_errors=True)
    python_path = os.pathsep.join(filter(None, [str(install()), environment.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict"],
        cwd=root,
        env={**environment, "PYTHONPATH": python_path, "SITE_DIR": SITE_DIR},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )
    if done.returncode:
        raise ZensicalError(f"Zensical could not build the site:\n{done.stdout[-3000:]}")
    return site


if __name__ == "__main__":
    try:
        print(f"The site is in {build(ROOT, dict(os.environ)).relative_to(ROOT)}/")
    except ZensicalError as error:
        sys.exit(str(error))
