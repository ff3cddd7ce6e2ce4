"""Pictures of examples follow the color scheme, and only those that a reader sees are loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

PATH = "develop/api-reference/widgets/st.button/"
CARDS = "develop/api-reference/widgets/"


def pictures_loaded(context: BrowserContext, path: str) -> tuple[Page, list[str]]:
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if ".webp" in request.url else None)
    page.goto(path)
    return page, loaded


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_sees_the_picture_of_the_scheme(
    scheme: str, javascript: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page, loaded = pictures_loaded(new_context(color_scheme=scheme, java_script_enabled=javascript), PATH)
    other = {"light": "dark", "dark": "light"}[scheme]
    figure = page.locator(".example__result").first
    figure.scroll_into_view_if_needed()
    assert figure.locator(f".picture--{scheme}").is_visible()
    assert not figure.locator(f".picture--{other}").is_visible()
    page.wait_for_load_state("networkidle")
    assert loaded
    if javascript:  # without, browsers load all pictures at once, so that none tells how far a reader came
        assert not [url for url in loaded if f".{other}." in url]


def test_it_changes_with_the_switch(new_context: Callable[..., BrowserContext]) -> None:
    page, _ = pictures_loaded(new_context(color_scheme="light"), PATH)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    figure = page.locator(".example__result").first
    assert figure.locator(".picture--dark").is_visible()
    assert not figure.locator(".picture--light").is_visible()


def test_nothing_is_loaded_before_it_is_near(new_context: Callable[..., BrowserContext]) -> None:
    page, loaded = pictures_loaded(new_context(viewport={"width": 1440, "height": 500}), PATH)
    page.wait_for_load_state("networkidle")
    assert not loaded


@pytest.mark.parametrize("width", [1440, 390])
def test_pictures_take_their_place_before_they_are_there(
    width: int, new_context: Callable[..., BrowserContext]
) -> None:
    """Nothing moves when a picture arrives: its place has the right height before."""
    context = new_context(viewport={"width": width, "height": 900})
    context.route("**/*.webp", lambda route: route.abort())
    page, _ = pictures_loaded(context, PATH)
    for image in page.locator(".example__result > img:visible").all():
        box = image.bounding_box()
        natural = int(image.get_attribute("height")) / int(image.get_attribute("width"))
        assert box["height"] / box["width"] == pytest.approx(natural, abs=0.02)


@pytest.mark.parametrize("width", [1440, 390])
def test_cards_show_their_pictures_whole(width: int, new_context: Callable[..., BrowserContext]) -> None:
    page, _ = pictures_loaded(new_context(viewport={"width": width, "height": 900}), CARDS)
    images = page.locator(".api-card__picture > img:visible")
    assert images.count() > 20
    for image in images.all():
        image.scroll_into_view_if_needed()
        box, card = image.bounding_box(), image.locator("xpath=ancestor::section").bounding_box()
        assert box["width"] <= card["width"]
        assert 0 < box["height"] <= 150
        assert image.evaluate("e => getComputedStyle(e).objectFit") == "scale-down", "whole, and not enlarged"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_is_that_of_the_pictures(scheme: str, new_context: Callable[..., BrowserContext]) -> None:
    page, _ = pictures_loaded(new_context(color_scheme=scheme), PATH)
    image = page.locator(f".example__result > .picture--{scheme}").first
    image.scroll_into_view_if_needed()
    corner = image.evaluate("""async image => {
      await image.decode()
      const canvas = new OffscreenCanvas(1, 1).getContext("2d")
      canvas.drawImage(image, 0, 0, image.naturalWidth, image.naturalHeight, 0, 0, image.naturalWidth, image.naturalHeight)
      return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join(", ")})`
    }""")
    assert page.locator(".example__result").first.evaluate("e => getComputedStyle(e).backgroundColor") == corner
