"""Streamlit's releases: which minor version comes before another, and the files of any of them.

pip downloads a package into .venv/releases/. Only its Python files are kept, and none is imported.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "streamlit"
CACHE = Path(__file__).parent.parent / ".venv" / "releases"


class VersionError(ValueError):
    """A version whose package cannot be had, and why."""


def minor_of(release: str) -> str:
    """Return `1.67` for `1.67.0`.

    Raises:
        VersionError: if it is no version.
    """
    parts = re.match(r"(\d+)\.(\d+)(\.\d+)?$", release)
    if parts is None:
        raise VersionError(f"{release!r} is no version; write it like 1.67")
    return f"{parts[1]}.{parts[2]}"


def before(minor: str) -> str:
    """Return the minor version before this one.

    Raises:
        VersionError: if it is the first of its series.
    """
    major, number = map(int, minor_of(minor).split("."))
    if not number:
        raise VersionError(f"{minor} is the first of its series; there is nothing to compare it with")
    return f"{major}.{number - 1}"


@cache
def package(wanted: str) -> tuple[str, Path]:
    """Return the release and the folder of a version: of `1.66` the last release, of `1.66.0` that one.

    The installed version is read where it is; any other is downloaded.

    Raises:
        VersionError: if there is no such version, or the package index does not answer.
    """
    installed = version(PACKAGE)
    if wanted in (installed, minor_of(installed)):
        return installed, Path(find_spec(PACKAGE).origin).parent.parent
    if (CACHE / wanted / PACKAGE).is_dir():
        return wanted, CACHE / wanted
    pattern = wanted if wanted.count(".") > 1 else f"{wanted}.*"
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--dest", folder]
        command = [sys.executable, "-m", "pip", "download", *options, "--ignore-requires-python"]
        done = subprocess.run([*command, f"{PACKAGE}=={pattern}"], capture_output=True, text=True, timeout=600)
        wheels = list(Path(folder).glob("*.whl"))
        if not wheels:
            raise VersionError(_why(wanted, done.stderr))
        release = wheels[0].name.split("-")[1]
        with zipfile.ZipFile(wheels[0]) as wheel:
            wheel.extractall(f"{folder}/{release}", [name for name in wheel.namelist() if name.endswith(".py")])
        CACHE.mkdir(parents=True, exist_ok=True)
        if not (CACHE / release).is_dir():
            shutil.move(f"{folder}/{release}", CACHE / release)
    return release, CACHE / release


def _why(wanted: str, stderr: str) -> str:
    available = re.search(r"\(from versions: (.+?)\)", stderr)
    if available and available[1] != "none":
        newest = ", ".join(available[1].split(", ")[-3:])
        return f"the package index has no Streamlit {wanted}; the newest are {newest}"
    return f"the package index does not answer, so there is no Streamlit {wanted}: {stderr.strip().splitlines()[-1]}"
