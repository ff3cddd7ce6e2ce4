"""What the browser gets instead of what an example loads from other sites: pictures depend on nobody's server."""

from __future__ import annotations

from urllib.parse import urlsplit

import example_files
from playwright.sync_api import Route

MAP_COLORS = {"dark-matter": "#0e0e10", "voyager": "#f3f1ec", "positron": "#eef0f1"}
_PAGE = (
    '<!doctype html><body style="margin:0;display:grid;place-items:center;height:100vh;background:{};'
    'font:20px sans-serif;color:#fff">{}'
)


def answer(route: Route, loaded: set[str]) -> None:
    """Answer a request of the browser: the server's own pass; `loaded` collects what was stood in for."""
    address = urlsplit(route.request.url)
    if address.hostname == "127.0.0.1" or address.scheme in ("data", "blob"):
        route.continue_()
        return
    name = address.path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    if name == "style.json":
        loaded.add("map")
        route.fulfill(json=_map_style(address.path))
    elif route.request.resource_type == "image" or ending in ("png", "jpg", "jpeg", "gif", "webp"):
        loaded.add("picture")
        _fulfill(route, example_files.picture(name or "picture.png"), "image/png")
    elif ending in ("mp3", "ogg", "wav"):
        loaded.add("recording")
        _fulfill(route, example_files.sound("a.mp3"), "audio/mpeg")
    elif ending in ("mp4", "webm"):
        loaded.add("recording")
        _fulfill(route, example_files.video(), "video/mp4")
    elif "youtube" in (address.hostname or ""):
        loaded.add("video")
        _fulfill(route, _PAGE.format("#1a1c24", "A video of YouTube"), "text/html")
    elif route.request.resource_type == "document":
        loaded.add("page")
        _fulfill(route, _PAGE.format("#555867", f"The page {address.hostname}{address.path}"), "text/html")
    else:
        route.abort()


def _map_style(path: str) -> dict:
    """A map without a map: a ground of the color that the style's land has."""
    color = next((color for style, color in MAP_COLORS.items() if style in path), MAP_COLORS["positron"])
    layer = {"id": "background", "type": "background", "paint": {"background-color": color}}
    return {"version": 8, "sources": {}, "layers": [layer]}


def _fulfill(route: Route, body: bytes | str, content_type: str) -> None:
    route.fulfill(body=body, content_type=content_type, headers={"Access-Control-Allow-Origin": "*"})
