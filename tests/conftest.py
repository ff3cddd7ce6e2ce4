"""What tests share: the built and served site, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import built
import chromium
import pytest
import zensical_site
from playwright.sync_api import Browser, BrowserContext, sync_playwright


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
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    server = built.serve(built_site)
    yield f"http://127.0.0.1:{server.server_port}{built.SUB_PATH}"
    server.shutdown()


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
