"""What a page costs its readers: `make bench`. Bytes and requests of three pages, the way to the next page, and Lighthouse's figures if npx is there.

The site is built, and served on this machine with gzip over HTTP/1.1. A folder as argument measures a site that is built already.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import built
import chromium
from bench_next_page import next_page
from playwright.sync_api import sync_playwright

PAGES = {
    "home": "",
    "st.session_state": "develop/api-reference/caching-and-state/st.session_state/",
    "st.button": "develop/api-reference/widgets/st.button/",
}
LIGHTHOUSE = "lighthouse@12.8.2"
RUNS = 3
_AUDITS = {
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
_KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JavaScript", "font": "fonts", "image": "pictures"}


class _GzipHandler(SimpleHTTPRequestHandler):
    """Compresses text, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        kind = self.guess_type(str(file))
        self.send_response(200)
        if not kind.startswith("image/") or kind.endswith("svg+xml"):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def weigh(url: str) -> None:
    """Print the raw and compressed bytes of what each page loads at two widths, by kind, and the number of requests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        for name, path in PAGES.items():
            for width in (1440, 390):
                page = browser.new_page(viewport={"width": width, "height": 844})
                raw, sent, requests = defaultdict(int), defaultdict(int), 0
                answers = []
                page.on("response", lambda answer, seen=answers: seen.append(answer))
                page.goto(url + path, wait_until="networkidle")
                for answer in answers:
                    kind = _KINDS.get(answer.request.resource_type, "other")
                    raw[kind] += len(answer.body())
                    sent[kind] += int(answer.header_value("content-length") or 0)
                    requests += 1
                parts = ", ".join(f"{kind} {raw[kind]:,} / {sent[kind]:,}" for kind in raw)
                light = sum(size for kind, size in sent.items() if kind != "pictures")
                print(
                    f"{name}, {width} px: {requests} requests, {light:,} bytes without pictures (raw / gzip: {parts})"
                )
                page.close()
        browser.close()


def lighthouse(url: str) -> None:
    """Print the median of Lighthouse's mobile figures."""
    if not (npx := shutil.which("npx")):
        print("Lighthouse: not measured, since there is no npx (Node.js)")
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, path in PAGES.items():
            found = defaultdict(list)
            for run in range(RUNS):
                file = Path(folder) / f"{name}-{run}.json"
                command = [npx, "--yes", LIGHTHOUSE, url + path, "--quiet", "--output=json", f"--output-path={file}",
                           "--chrome-flags=--headless=new --no-sandbox"]  # fmt: skip
                subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(chromium.find())})
                report = json.loads(file.read_text(encoding="utf-8"))
                for category in report["categories"].values():
                    found[category["title"]].append(round(category["score"] * 100))
                for label, audit in _AUDITS.items():
                    found[label].append(report["audits"][audit]["numericValue"])
                if run == 0:
                    failed = [key for key, audit in report["audits"].items() if audit.get("score") not in (None, 1)]
            figures = ", ".join(f"{label} {statistics.median(values):g}" for label, values in found.items())
            print(f"{name}: {figures}; below the full score: {', '.join(failed) or 'nothing'}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = ThreadingHTTPServer(("127.0.0.1", 0), None)
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        site = sys.argv[1] if len(sys.argv) > 1 else folder
        if site == folder and (done := built.build(Path(folder), url)).returncode:
            sys.exit(done.stderr)
        server.RequestHandlerClass = partial(_GzipHandler, directory=site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        weigh(url)
        next_page(url + PAGES["st.button"])
        lighthouse(url)


if __name__ == "__main__":
    main()
