"""Finds a Chromium for the browser tests, or installs one. Run as a program before the tests, it says what it found.

Order: $CHROMIUM, an installed Chromium or Chrome, Playwright's own download, Debian's package (as root).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

# Without sandbox, since tests may run as root; without background traffic, since they may run without a network.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

HELP = """\
The browser tests need Chromium or Google Chrome, and none could be found or installed. Do one of these:
  - install it: `apt-get install chromium`, `dnf install chromium`, `brew install --cask google-chrome`
  - let Playwright fetch it: `.venv/bin/playwright install chromium`
  - say where it is: `CHROMIUM=/path/to/chromium make test`"""


def find() -> str | None:
    """Return the path of an installed browser, or None.

    Raises:
        FileNotFoundError: if $CHROMIUM names something that is not there.
    """
    if named := os.environ.get("CHROMIUM"):
        if not Path(named).exists():
            raise FileNotFoundError(f"CHROMIUM={named}: there is no such file")
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return MAC if Path(MAC).exists() else _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try Playwright's download, then Debian's package; both may be out of reach."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        attempts.append(["sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium"])
    for command in attempts:
        print("No Chromium found; trying:", " ".join(command), flush=True)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900)
        if done.returncode == 0 and find():
            return
        print(f"  that failed: {(done.stderr or done.stdout).strip()[-300:]}", flush=True)


def main() -> int:
    if not find():
        install()
    path = find()
    print(f"Chromium: {path}" if path else HELP)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
