"""What is done before a picture is taken, in one line of words: `click Delete all; fill Name: Ada; press Enter`.

    click NAME           click what has this name: a button, a tab, a checkbox, an option, a text
    hover NAME           move the mouse over it
    fill LABEL: TEXT     write into a field, and leave it
    choose LABEL: NAME   open a selectbox or multiselect and take an option
    upload LABEL: FILE   give a file uploader one of the files beside the app
    press KEY            press a key, named as in Playwright (`Enter`, `Control+Enter`)
    window               show the whole window with sidebar and header, not only what the app wrote
    width N, height N    make the window N pixels wide, or high; 704 wide without it
    hold N               wait in the script's N-th pause (`time.sleep`), and show what is seen meanwhile
    address ?NAME=VALUE  open the app at this address
    apart                open the app anew for each color scheme, where something keeps the first one or goes away soon

A semicolon ends a step; names are those that a screen reader says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

ROLES = (
    "button",
    "link",
    "tab",
    "checkbox",
    "switch",
    "radio",
    "menuitem",
    "option",
    "combobox",
    "textbox",
    "slider",
    "spinbutton",
)
_FRAME = {"window", "width", "height", "hold", "address", "apart"}
_ACTIONS = {"click", "hover", "fill", "choose", "upload", "press"}


@dataclass(frozen=True)
class Plan:
    """The steps of an example: how the window is, and what is done in it."""

    window: bool = False
    width: int = 704
    height: int = 0
    hold: int = 0
    address: str = ""
    apart: bool = False
    actions: list[tuple[str, str]] = field(default_factory=list)


def read_steps(text: str) -> Plan:
    """Read a line of steps.

    Raises:
        ValueError: if it holds an unknown step, or a number is none.
    """
    frame: dict = {}
    actions = []
    for step in filter(None, (part.strip() for part in text.split(";"))):
        verb, _, rest = step.partition(" ")
        if verb in _ACTIONS:
            actions.append((verb, rest.strip()))
        elif verb not in _FRAME:
            raise ValueError(f"unknown step {step!r}; tests/pictures/steps.py lists them")
        else:
            frame[verb] = {"window": True, "apart": True, "address": rest}.get(verb) or int(rest)
    return Plan(**frame, actions=actions)


def do(action: tuple[str, str], page: Page, folder: Path) -> None:
    """Do one thing in the app.

    Raises:
        LookupError: if nothing in the app has the name.
    """
    verb, what = action
    name, _, value = (part.strip() for part in what.partition(":"))
    match verb:
        case "click":
            target = find(page, what)
            label = target.locator("xpath=ancestor::label")  # what a reader clicks where the field itself is not drawn
            (label if label.count() else target).click()
        case "hover":
            find(page, what).hover()
        case "press":
            page.keyboard.press(what)
        case "fill":
            box = _first(page.get_by_label(name, exact=True), page.get_by_placeholder(name, exact=True), name=name)
            box.fill(value)
            # A text area takes Enter as text, but for the chat input's.
            is_text = box.evaluate("e => e.tagName === 'TEXTAREA' && !e.closest('[data-testid=stChatInput]')")
            box.press("Control+Enter" if is_text else "Enter")
        case "choose":
            _first(page.get_by_role("combobox", name=re.compile(re.escape(name))), name=name).click()
            page.get_by_role("option", name=value, exact=True).first.click()
            page.keyboard.press("Tab")  # a multiselect stays open
        case "upload":
            page.get_by_test_id("stFileUploader").filter(has_text=name).locator("input").set_input_files(folder / value)


def find(page: Page, name: str) -> Locator:
    """The first visible thing of this name: by its role, then its label, then its text."""
    by_role = [page.get_by_role(role, name=name, exact=True) for role in ROLES]
    return _first(*by_role, page.get_by_label(name, exact=True), page.get_by_text(name, exact=True), name=name)


def _first(*candidates: Locator, name: str) -> Locator:
    for candidate in candidates:
        for index in range(candidate.count()):
            if candidate.nth(index).is_visible():
                return candidate.nth(index)
    raise LookupError(f"nothing in the app is called {name!r}")
