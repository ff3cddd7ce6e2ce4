"""What the next page takes: `make bench`. Milliseconds from a click to the first paint, of a page that was made ahead.

Chromium makes no page ahead for one that is debugged, and Playwright debugs every page. Here the debugger is attached
to the tab (https://chromedevtools.github.io/devtools-protocol/tot/Target/), which may have several pages.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromium
from websockets.sync.client import ClientConnection, connect

CLICKS = 8
_NOTE_THE_CLICK = """
  const note = () => localStorage.setItem("clicked", performance.timeOrigin + performance.now())
  addEventListener("click", note, true)
"""
_LINK = """(() => {
  const link = document.querySelector(".page-steps__next")
  link.scrollIntoView({ block: "center" })
  const { x, y } = link.getBoundingClientRect()
  return { x: x + 20, y: y + 20 }
})()"""
_PAINTED = """(() => {
  const { activationStart } = performance.getEntriesByType("navigation")[0]
  const { startTime } = performance.getEntriesByName("first-contentful-paint")[0]
  return { ahead: activationStart > 0, ms: performance.timeOrigin + startTime - localStorage.getItem("clicked") }
})()"""


class Tab:
    """A browser's tab: the page that it shows, and those that it makes ahead."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self._pages: dict[str, dict[str, Any]] = {}
        (tab,) = self._send("Target.getTargets", filter=[{"type": "tab"}])["targetInfos"]
        session = self._send("Target.attachToTarget", targetId=tab["targetId"], flatten=True)["sessionId"]
        self._send("Target.setAutoAttach", session, autoAttach=True, waitForDebuggerOnStart=False, flatten=True)

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command to the page that the tab shows; return the answer."""
        self._send("Target.getTargets")  # what changed is told before the answer
        shown = [session for session, page in self._pages.items() if page.get("subtype") != "prerender"]
        return self._send(method, shown[-1], **parameters)

    def run(self, script: str) -> Any:
        """Run JavaScript in the page; return what it gives."""
        return self.send("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def mouse(self, kind: str, **where: float) -> None:
        """Move the mouse, press it or let it go."""
        self.send("Input.dispatchMouseEvent", type=f"mouse{kind}", button="left", clickCount=1, **where)

    def _send(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        self._number += 1
        to = {"sessionId": session} if session else {}
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters, **to}))
        while (message := json.loads(self._socket.recv(timeout=30))).get("id") != self._number:
            self._note(message.get("method"), message.get("params", {}))
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        return message["result"]

    def _note(self, event: str | None, what: dict[str, Any]) -> None:
        if event == "Target.attachedToTarget" and what["targetInfo"]["type"] == "page":
            self._pages[what["sessionId"]] = what["targetInfo"]
        elif event == "Target.detachedFromTarget":
            self._pages.pop(what["sessionId"], None)
        elif event == "Target.targetInfoChanged":
            new = what["targetInfo"]
            self._pages |= {s: new for s, page in self._pages.items() if page["targetId"] == new["targetId"]}


@contextmanager
def _browser() -> Iterator[Tab]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless=new", *chromium.ARGUMENTS, "--window-size=1440,900"]
        options += ["--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            [str(chromium.find()), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            port = Path(profile) / "DevToolsActivePort"
            while not (port.exists() and port.read_text()):
                time.sleep(0.1)
            about = urllib.request.urlopen(f"http://127.0.0.1:{port.read_text().split()[0]}/json/version")
            with connect(json.load(about)["webSocketDebuggerUrl"], max_size=None) as socket:
                yield Tab(socket)
        finally:
            process.kill()
            process.wait()


def next_page(url: str) -> None:
    """Begin at a page, follow "Next" some times, and print the median of what the pages took to be painted."""
    found = []
    with _browser() as tab:
        tab.send("Page.navigate", url=url)
        for _ in range(CLICKS):
            time.sleep(2)
            where = tab.run(_LINK)
            tab.mouse("Moved", **where)
            time.sleep(2)
            tab.run(_NOTE_THE_CLICK)
            tab.mouse("Pressed", **where)
            tab.mouse("Released", **where)
            time.sleep(1)
            found.append(tab.run(_PAINTED))
    ahead = sum(page["ahead"] for page in found)
    print(f"{statistics.median(page['ms'] for page in found):6.0f} ms from a click to the next page", end=" ")
    print(f"({ahead} of {CLICKS} were made ahead)")
