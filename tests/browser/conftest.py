"""Fixtures of the browser tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from answers import REJECTED
from playwright.sync_api import BrowserContext, Page


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Opens an address in a fresh context. `answered=False` leaves the cookie banner unanswered."""

    def open_(url: str, *, answered: bool = True, width: int = 1440, height: int = 900, **options: object) -> Page:
        context = new_context(viewport={"width": width, "height": height}, **options)
        if answered:
            context.add_init_script(REJECTED)
        page = context.new_page()
        page.goto(url)
        return page

    return open_
