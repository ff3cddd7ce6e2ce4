"""Takes the pictures of one example: runs it on a real server, follows its steps, and trims what the browser shows."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import chromium
from app_server import FINISHED, AppServer
from apps import ENTRY
from description import describe
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, sync_playwright
from standins import answer
from steady_streamlit import HELD, HOLD, NOW
from steps import Plan, do, read_steps

from examples import Example

VERSION = 1  # of how pictures are taken: a higher one makes all of them stale
SCALE = 2  # pixels of the screen for each of the picture
PADDING = 16  # around what is shown, in pixels of the picture
TALLEST = 1400  # pixels; what is below is cut off
SMALL = 20_000  # bytes; a picture that would be larger without loss is compressed with some
QUALITIES = (75, 60, 45)
SETTLE = 250  # milliseconds between two looks
LOOKS = 40  # until what moves is an error
ARGUMENTS = [*chromium.ARGUMENTS, "--force-color-profile=srgb", "--hide-scrollbars"]
SCHEMES = ("light", "dark")
STALE = '[data-stale="true"]'  # of the run before


class CaptureError(RuntimeError):
    """An example of which no picture could be taken; the message says why."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of one example as WebP, by color scheme, their size in CSS pixels, and what they show."""

    images: dict[str, bytes]
    width: int
    height: int
    alt: str
    standins: list[str]


class Camera:
    """A browser, its own unless it is given one, and a server for the examples that are one file. A context manager."""

    def __init__(self, browser: Browser | None = None) -> None:
        self._browser = browser

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            if self._browser is None:
                playwright = stack.enter_context(sync_playwright())
                self._browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
                stack.callback(self._browser.close)
            self._server = stack.enter_context(AppServer(ENTRY))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def take(self, example: Example) -> Pictures:
        """Take the pictures of an example.

        Raises:
            CaptureError: if the example does not run, a step finds nothing, or the app never stands still.
        """
        try:
            plan = read_steps(example.steps)
            if set(example.files) == {ENTRY}:
                return self._take(example, plan, self._server)
            with AppServer(example.entry) as server:
                return self._take(example, plan, server)
        except CaptureError:
            raise
        except Exception as error:
            raise CaptureError(f"{type(error).__name__}: {str(error).splitlines()[0]}") from error

    def _take(self, example: Example, plan: Plan, server: AppServer) -> Pictures:
        server.put(example)
        hold = server.folder / HOLD
        hold.write_text(str(plan.hold), encoding="utf-8")
        shots: dict[str, Image.Image] = {}
        loaded: set[str] = set()
        try:
            # One visit shows both schemes, so that both show the same, unless the app keeps colors of the first.
            for schemes in [[scheme] for scheme in SCHEMES] if plan.apart else [SCHEMES]:
                with self._visit(example, plan, server, schemes[0], loaded) as page:
                    alt = ""
                    for scheme in schemes:
                        page.emulate_media(color_scheme=scheme)
                        shots[scheme] = _steady_shot(page)
                        alt = alt or example.alt or describe(page)
        finally:
            hold.unlink()
            while (server.folder / HELD).exists():
                time.sleep(0.05)
        if not plan.window:
            shots = _trimmed(shots)
        width, height = (length // SCALE for length in shots["light"].size)
        images = {scheme: _webp(shot) for scheme, shot in shots.items()}
        return Pictures(images, width, height, alt, sorted(loaded))

    @contextmanager
    def _visit(self, example: Example, plan: Plan, server: AppServer, scheme: str, loaded: set[str]) -> Iterator[Page]:
        """Open the app as a new reader would, and do the steps."""
        size = {"width": plan.width, "height": plan.height or 700}
        context = self._browser.new_context(
            viewport=size,
            device_scale_factor=SCALE,
            timezone_id="UTC",
            locale="en-US",
            reduced_motion="reduce",
            color_scheme=scheme,
        )
        with context:
            page = context.new_page()
            page.set_default_timeout(20_000)
            # A clock that stands still would stop animations; while a script waits, what counts its seconds has to.
            page.clock.set_fixed_time(NOW) if plan.hold else page.clock.install(time=NOW)
            page.route("**/*", lambda route: answer(route, loaded))
            self._run(page, server, plan)
            self._check(page, example)
            if not plan.height:
                self._fit(page, size, plan)
            if not plan.actions or plan.actions[-1][0] != "hover":
                page.mouse.move(0, 0)
            yield page

    def _run(self, page: Page, server: AppServer, plan: Plan) -> None:
        embedded = "" if plan.window else "embed=true"
        query = "&".join(filter(None, [plan.address.lstrip("?"), embedded]))
        page.goto(f"{server.url}?{query}")
        _wait_for_script(page, server)
        for action in plan.actions:
            page.wait_for_timeout(SETTLE)
            do(action, page, server.folder)
            page.wait_for_timeout(SETTLE)
            _wait_for_script(page, server)

    def _check(self, page: Page, example: Example) -> None:
        errors = page.get_by_test_id("stException").all_inner_texts()
        if errors and not any(error.startswith(example.raises or "\0") for error in errors):
            raise CaptureError(f"the app shows {errors[0][:200]!r}")

    def _fit(self, page: Page, size: dict, plan: Plan) -> None:
        """Make the window as high as what is in it."""
        needed = page.evaluate(
            "() => Math.max(...[...document.querySelectorAll('[data-testid=stMain], [data-testid=stSidebarContent]')].map(e => e.scrollHeight), 0)"
        )
        height = min(max(needed, 420 if plan.window else 120), TALLEST)
        if height > size["height"] or plan.window:
            page.set_viewport_size({**size, "height": height})


def _wait_for_script(page: Page, server: AppServer) -> None:
    """Wait until the script has run, or waits in its pause.

    Raises:
        CaptureError: if neither happens.
    """
    rests = 0
    for _ in range(LOOKS * 2):
        if (server.folder / HELD).exists():
            page.wait_for_timeout(2 * SETTLE)  # what the script wrote before has to arrive
            return
        # Between a click and its run the app rests as well: hence two looks.
        rests = rests + 1 if page.locator(FINISHED).count() and not page.locator(STALE).count() else 0
        if rests == 2:
            return
        page.wait_for_timeout(SETTLE)
    raise CaptureError("the script does not end")


def _steady_shot(page: Page) -> Image.Image:
    """Take a picture once three in a row are the same.

    Raises:
        CaptureError: if none are.
    """
    page.wait_for_load_state("networkidle")  # parts of the app are fetched when they are first shown
    page.evaluate("document.fonts.ready")
    same, before = 1, b""
    for _ in range(LOOKS):
        shot = page.screenshot(animations="disabled", caret="hide")
        same = same + 1 if shot == before else 1
        if same == 3:
            return Image.open(io.BytesIO(shot)).convert("RGB")
        before = shot
        page.wait_for_timeout(SETTLE)
    raise CaptureError(f"it moves for more than {LOOKS * SETTLE / 1000:.0f} seconds")


def _trimmed(shots: dict[str, Image.Image]) -> dict[str, Image.Image]:
    """Cut off what is empty in both schemes; leave some room.

    Raises:
        CaptureError: if nothing else is there.
    """
    boxes = []
    for shot in shots.values():
        background = Image.new("RGB", shot.size, shot.getpixel((0, 0)))
        boxes.append(ImageChops.difference(shot, background).getbbox())
    boxes = [box for box in boxes if box]
    if not boxes:
        raise CaptureError("the app shows nothing; say `picture: false`, or give it steps")
    room = PADDING * SCALE
    left, top = (min(box[side] for box in boxes) - room for side in (0, 1))
    right, bottom = (max(box[side] for box in boxes) + room for side in (2, 3))
    trimmed = {}
    for scheme, shot in shots.items():
        # Even sizes, so that a pixel of the picture is a whole number of the page's.
        canvas = Image.new("RGB", (_even(right - left), _even(bottom - top)), shot.getpixel((0, 0)))
        canvas.paste(shot, (-left, -top))
        trimmed[scheme] = canvas
    return trimmed


def _even(length: int) -> int:
    return length + length % SCALE


def _webp(shot: Image.Image) -> bytes:
    """Compress without loss; where that is too large, with as little as makes it small enough."""
    images = [_encoded(shot, lossless=True, quality=100)]
    if len(images[0]) > SMALL:
        images += [_encoded(shot, quality=quality) for quality in QUALITIES]
    return next((image for image in images if len(image) <= SMALL), min(images, key=len))


def _encoded(shot: Image.Image, **options: object) -> bytes:
    data = io.BytesIO()
    shot.save(data, "WEBP", method=6, **options)
    return data.getvalue()
