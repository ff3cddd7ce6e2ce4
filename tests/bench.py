"""What a build costs: `make bench`. Seconds and memory of a full build and of its parts, and of serving.

The parts are measured inside one build by wrapping the functions that do them; they overlap as named.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from test_dirty_builds import BUTTON, Server

SECONDS: dict[str, float] = {}
_running: set[str] = set()


@contextmanager
def _measured(part: str) -> Iterator[None]:
    """Add the time to the part; what calls itself is counted once."""
    if part in _running:
        yield
        return
    _running.add(part)
    start = time.perf_counter()
    try:
        yield
    finally:
        _running.discard(part)
        SECONDS[part] = SECONDS.get(part, 0.0) + time.perf_counter() - start


def _wrap(owner: object, name: str, part: str) -> None:
    function: Callable = getattr(owner, name)

    def wrapped(*args: object, **kwargs: object) -> object:
        with _measured(part):
            return function(*args, **kwargs)

    setattr(owner, name, wrapped)


def _wrap_partial(template: str, part: str) -> None:
    """Time a partial of the theme wherever it is included."""
    from jinja2 import Environment

    load = Environment._load_template

    def wrapped(self: Environment, name: str, *args: object) -> object:
        loaded = load(self, name, *args)
        if name == template and not hasattr(loaded, "is_timed"):
            render = loaded.root_render_func

            def timed(context: object) -> Iterator[str]:
                with _measured(part):
                    text = "".join(render(context))
                yield text

            loaded.root_render_func, loaded.is_timed = timed, True
        return loaded

    Environment._load_template = wrapped


def full_build() -> None:
    """Build the site once in this process, and print what it took."""
    import griffe
    from material.plugins.search.plugin import SearchPlugin
    from mkdocs.commands import build
    from mkdocs.config import load_config
    from mkdocstrings_handlers.python import PythonHandler

    load = griffe.GriffeLoader.load

    def loading(self: griffe.GriffeLoader, *args: object, **kwargs: object) -> object:
        with _measured("load the package"):
            loaded = load(self, *args, **kwargs)
        if converter := sys.modules.get("rest_docstrings"):
            _wrap(converter.RestDocstring, "parse", "convert docstrings")
        return loaded

    griffe.GriffeLoader.load = loading
    _wrap(PythonHandler, "render", "API objects, conversion included")
    _wrap(build, "_populate_page", "Markdown of all pages, all above included")
    _wrap(SearchPlugin, "on_page_context", "search index")
    _wrap_partial("partials/nav.html", "sidebar")
    _wrap(build, "_build_page", "page templates, sidebar and search index included")
    with tempfile.TemporaryDirectory() as folder, _measured("full build"):
        config = load_config("mkdocs.yml", site_dir=folder)
        build.build(config)
        pages = len(list(Path(folder).rglob("index.html")))
    print(f"{pages} pages")
    for part, seconds in SECONDS.items():
        print(f"{seconds:6.1f} s  {part}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB peak memory")


# What is saved, how it is changed, and what the page shows then.
SAVED = {
    "a page": (f"docs/{BUTTON}.md", "", "\nsaved\n", "saved"),
    "front matter": (f"docs/{BUTTON}.md", "title: ", "title: New ", "New "),
    "a template": ("overrides/partials/footer.html", "", "<p>A new footer.</p>", "A new footer."),
    "a stylesheet": ("overrides/assets/stylesheets/content.css", "", ".new-rule { color: red }", "site."),
    "an API template": ("custom_templates/python/material/function.html.jinja", "", "<p>A new function.</p>", "A new function."),
    "an extension": ("extensions/streamlit_api.py", "https://github.com/", "https://github.example/", "github.example"),
    "a hook": ("hooks/streamlit_version.py", '= version("streamlit")', '= "9.8.7"', "9.8.7"),
    "mkdocs.yml": ("mkdocs.yml", "site_name: Streamlit Docs", "site_name: Other Docs", "Other Docs"),
}  # fmt: skip


def serving() -> None:
    """Serve a copy of the site as `make serve` does; print what the first page and each kind of saved file take."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        server = Server(Path(folder))
        try:
            server.page(BUTTON)
            print(f"{time.perf_counter() - start:6.1f} s  from the first `make serve` to the first page")
            server.wait_for_all()
            print(f"{time.perf_counter() - start:6.1f} s  until the other process has built all pages")
            server.stop()
            start = time.perf_counter()
            server.start()
            server.page(BUTTON)
            print(f"{time.perf_counter() - start:6.1f} s  from the next `make serve` to the first page")
            time.sleep(5)  # it is read; meanwhile Streamlit is loaded
            for what, (file, old, new, shown) in SAVED.items():
                seconds = server.seconds_until_shown(
                    BUTTON, file, lambda text, old=old, new=new: text.replace(old, new, 1) if old else text + new, shown
                )
                print(f"{seconds:6.1f} s  from saving {what} to seeing it")
        finally:
            server.stop()


if __name__ == "__main__":
    full_build()
    serving()
