"""An environment of its own for a version of Streamlit, and the site built with it: `make site STREAMLIT=1.50.0`.

The environment, .venv-streamlit-1.50.0, holds Streamlit in that version and the packages that this version wants
otherwise; whatever else requirements.txt pins, it sees in the environment that it was made from, which stays as it is.
"""

from __future__ import annotations

import fcntl
import json
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from releases import PACKAGE, VersionError, minor_of, package

ROOT = Path(__file__).parent.parent
SITE = ROOT / "requirements.txt"
TESTS = ROOT / "tests" / "requirements.txt"
LATEST = "latest"

_PIP = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--only-binary=:all:"]


def release_of(wanted: str) -> str:
    """Return the release that is meant: `1.50.0` itself, the last one of `1.50`, the newest one for `latest`.

    Raises:
        VersionError: if none is named, there is no such version, or the package index does not answer.
    """
    if not wanted:
        raise VersionError("say which Streamlit: STREAMLIT=1.50.0, or STREAMLIT=latest")
    if wanted == LATEST:
        return _newest()
    minor_of(wanted)
    return package(wanted)[0]


def _newest() -> str:
    """Ask pip; what asks for a newer Python counts too, so that nobody waits for it in vain."""
    options = ["--quiet", "--dry-run", "--no-deps", "--ignore-installed", "--ignore-requires-python", "--report", "-"]
    done = subprocess.run([*_PIP, *options, PACKAGE], capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise VersionError(f"the package index does not answer: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout)["install"][0]["metadata"]["version"]


def environment(release: str, *requirements: Path) -> Path:
    """Return the Python of a release's environment, with what the files of requirements pin but for Streamlit.

    Raises:
        VersionError: if the release, this Python and what is pinned do not go together.
    """
    home = ROOT / f".venv-{PACKAGE}-{release}"
    python = home / "bin" / "python"
    base = sysconfig.get_path("purelib")
    pinned = "\n".join(file.read_text(encoding="utf-8") for file in requirements)
    pinned = re.sub(rf"^{PACKAGE}==\S+", f"{PACKAGE}=={release}", pinned, flags=re.MULTILINE)
    wanted = f"# {sys.version.split()[0]}, {base}\n{pinned}"
    with Path(f"{home}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two tests may want it at once
        installed = home / "requirements.txt"
        if installed.is_file() and installed.read_text(encoding="utf-8").startswith(wanted):
            return python
        venv.create(home, clear=True, symlinks=True)
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(home)}))
        (packages / "base.pth").write_text(f"{base}\n", encoding="utf-8")
        _install(python, wanted, release)
        installed.write_text(wanted, encoding="utf-8")
    return python


def _install(python: Path, wanted: str, release: str) -> None:
    command = [str(python), *_PIP[1:], "--requirement", "/dev/stdin"]
    done = subprocess.run(command, input=wanted, capture_output=True, text=True, timeout=1800)
    if done.returncode:
        reason = re.search(r"The conflict is caused by:\n(.*?)\n\n", done.stdout + done.stderr, re.DOTALL)
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR: ")]
        why = reason[1] if reason else errors[-1] if errors else done.stderr[-500:]
        raise VersionError(f"Streamlit {release} cannot be installed with what is pinned:\n{why}")


def main(wanted: str) -> int:
    """Build the site for a version into its own folder."""
    try:
        release = release_of(wanted)
        python = environment(release, SITE)
    except VersionError as error:
        print(f"site: {error}", file=sys.stderr)
        return 2
    folder = f"site-{release}"
    command = [str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
    done = subprocess.run(command, cwd=ROOT)
    if not done.returncode:
        print(f"{folder}/ is the site for Streamlit {release}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
