"""A real Streamlit server in a folder of its own, for one app after the other."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from example_files import write_files

from examples import Example

STARTER = Path(__file__).parent / "steady_streamlit.py"
LOG = ".log"
STARTS_WITHIN = 60  # seconds; two on an idle machine


# What a browser finds when the script of an app has run.
FINISHED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen) -> None:
    """Wait until a server that was just started answers.

    Raises:
        TimeoutError: if it does not, or has ended.
    """
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"the Streamlit server at {url} did not start")


class AppServer:
    """Serves what is in `folder`; a context manager.

    Raises:
        TimeoutError: with the server's own words as a note, if it does not answer.
    """

    def __init__(self, entry: str) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="example-app-")
        self.folder = Path(self._home.name)
        self._entry = entry
        self._port = free_port()
        self.url = f"http://127.0.0.1:{self._port}/"

    def put(self, example: Example) -> None:
        """Leave only the files of an example; the server runs them for the next reader."""
        for old in self.folder.iterdir():
            if old.is_dir():
                shutil.rmtree(old)
            elif old.name != LOG:
                old.unlink()
        write_files(self.folder)
        for name, code in example.files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(code, encoding="utf-8")

    def __enter__(self) -> Self:
        write_files(self.folder)
        (self.folder / self._entry).touch()  # `streamlit run` wants a file
        self._log = (self.folder / LOG).open("w+", encoding="utf-8")
        options = {
            "server.port": self._port,
            "server.headless": "true",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
            "client.toolbarMode": "minimal",
        }
        command = [sys.executable, str(STARTER), self._entry]
        command += [part for name, value in options.items() for part in (f"--{name}", str(value))]
        self._process = subprocess.Popen(command, cwd=self.folder, stdout=self._log, stderr=self._log)
        try:
            wait_for(f"{self.url}_stcore/health", self._process)
        except BaseException as error:
            self._log.seek(0)
            error.add_note(self._log.read()[-2000:])
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        self._log.close()
        self._home.cleanup()
