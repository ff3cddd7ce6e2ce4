"""Listens to pages that should be quiet."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request


def listen(context: BrowserContext, own: tuple[str, ...], *, hurried: bool = False) -> list[str]:
    """Return a list that fills with the errors, the failed requests and the foreign requests of a context's pages.

    Errors include warnings; a request is foreign if its address begins with none of `own`. A picture may be aborted,
    since the next page is opened before it has come; with `hurried`, for tests that click sooner, anything may.
    """
    noise: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            noise.append(f"{message.page.url}: {message.type} {message.text}")

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED" or not (hurried or request.resource_type == "image"):
            noise.append(f"{request.frame.url}: failed {request.url}: {request.failure}")

    def note_foreign(request: Request) -> None:
        if not request.url.startswith(own):
            noise.append(f"not its own: {request.url}")

    context.on("console", note_message)
    context.on("weberror", lambda error: noise.append(f"{error.page.url}: {error.error}"))
    context.on("requestfailed", note_failure)
    context.on("request", note_foreign)
    return noise
