"""Takes the pictures of links to the site, one a section: `make social-cards`. They are in docs/images/social/.

Each carries a digest of what it was made of, by which tests/test_social_cards.py knows one that is out of date.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import chromium  # noqa: E402

PICTURES = ROOT / "docs" / "images" / "social"
SIZE = {"width": 1200, "height": 630}
_COLORS = {
    "home": "#ff4b4b",
    "get-started": "#ffa421",
    "develop": "#803df5",
    "deploy": "#00c0f2",
    "knowledge-base": "#1c83e1",
}


def pages() -> dict[str, str]:
    """The HTML of each section's picture; the sections are those of `extra.social_sections` in mkdocs.yml."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = text[text.index("  social_sections:") : text.index("# --- Project")]
    sections = yaml.safe_load(settings)["social_sections"]
    template = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
    logo = (ROOT / "overrides/assets/images/logo.svg").read_text(encoding="utf-8")
    return {
        name: template.replace("LOGO", logo).replace("SECTION_TITLE", title).replace("SECTION_COLOR", _COLORS[name])
        for name, title in sections.items()
    }


def digest(html: str) -> str:
    return hashlib.sha256(html.encode()).hexdigest()


def stored_digest(file: Path) -> str:
    """The digest that a picture carries.

    Raises:
        FileNotFoundError: if there is no such picture.
    """
    with Image.open(file) as picture:
        return picture.text.get("source", "")


def take() -> None:
    """Take all of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        page = browser.new_page(viewport=SIZE)
        for name, html in pages().items():
            page.set_content(html)
            page.evaluate("document.fonts.ready")
            source = PngInfo()
            source.add_text("source", digest(html))
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(64, dither=Image.Dither.NONE)
            picture.save(PICTURES / f"{name}.png", optimize=True, pnginfo=source)
            print(f"{name}.png: {(PICTURES / f'{name}.png').stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    take()
