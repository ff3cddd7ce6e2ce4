"""The page as Markdown: a link for everybody, and a button that copies it."""

from __future__ import annotations

from addresses import SESSION_STATE
from playwright.sync_api import expect


def test_the_page_is_copied(open_page) -> None:
    page = open_page(SESSION_STATE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy page")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".page-markdown [role=status]")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith('---\ntitle: "Session State"\n')
    assert "# Session State" in text
    expect(button).to_have_text("Copy page")


def test_a_failure_is_said(open_page) -> None:
    page = open_page(SESSION_STATE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("**/index.md", lambda route: route.fulfill(status=500))
    page.get_by_role("button", name="Copy page").click()
    expect(page.locator(".page-markdown [role=status]")).to_have_text("Could not copy")


def test_without_javascript_there_is_the_link(open_page) -> None:
    page = open_page(SESSION_STATE, java_script_enabled=False, answered=False)
    expect(page.get_by_role("button", name="Copy page")).to_have_count(0)
    expect(page.get_by_role("link", name="View as Markdown")).to_have_attribute("href", "index.md")
