"""What tests share: the built and served site, and a browser."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import chromium
import pytest
import versioned
import zensical_site
from playwright.sync_api import Browser, BrowserContext, sync_playwright

# A connection that an app left open is freed by the garbage collector, in any thread; SQLite refuses, and SQLAlchemy logs
# a traceback, for which Python parses lines. In the middle of ast.parse that is a SystemError before 3.11.8 (gh-106905).
logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a strict build for the sub-path /streamlit-docs/."""
    folder = tmp_path_factory.mktemp("site")
    done = built.build(folder, f"http://127.0.0.1:8000{built.SUB_PATH}")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def built_with_zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the same site, built by Zensical."""
    folder = tmp_path_factory.mktemp("zensical")
    built.copy_sources(folder)
    return zensical_site.build(folder, built.environment(SITE_URL=f"http://127.0.0.1:8000{built.SUB_PATH}"))


@pytest.fixture(scope="session")
def offline_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of a strict offline build, made with a publisher's settings that only a server has a use for."""
    folder = tmp_path_factory.mktemp("offline")
    done = built.build(folder / "site", "https://example.com/docs/", OFFLINE="true", ANALYTICS_PROPERTY="G-TEST")
    assert done.returncode == 0, done.stderr
    (archive,) = folder.glob("*.zip")
    return archive


@pytest.fixture(scope="session")
def offline_site(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the unpacked index.html, in one whose name is hard on addresses."""
    place = tmp_path_factory.mktemp("unpacked") / "Team's files, 100 % für #1"
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(place)
    (folder,) = place.iterdir()
    return folder


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    server = built.serve(built_site)
    yield f"http://127.0.0.1:{server.server_port}{built.SUB_PATH}"
    server.shutdown()


@pytest.fixture(scope="session")
def versions_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site in three versions side by side, as its branch publishes them."""
    folder = tmp_path_factory.mktemp("versions")
    return versioned.check_out(versioned.deploy_all(folder), folder / "published")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.HELP
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture
def new_context(browser: Browser, site_url: str) -> Iterator[Callable[..., BrowserContext]]:
    """Opens fresh browser contexts whose addresses are relative to the site; closes them afterwards."""
    contexts = []

    def create(**options: object) -> BrowserContext:
        context = browser.new_context(base_url=site_url, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context

    yield create
    for context in contexts:
        context.close()
