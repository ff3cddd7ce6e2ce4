"""MkDocs hook: with `extra.offline`, the site opens from a folder, without a server and without a network.

Files open no folder's index.html, load no module and fetch nothing. So here links name the file of a page, the
scripts are classic ones, that of the search's worker has the index in it, and what needs a server or another site is
left out. Without sidebar.html, partials/nav.html puts the whole page tree into each page.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from classic_scripts import classic_script
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

_SCRIPTS = "assets/javascripts/"
_OF_A_SERVER = {f"{_SCRIPTS}{name}.js" for name in ("consent", "copy-page", "videos")}
_UNUSED = (_SCRIPTS, "images/social/", "llms.txt", "robots.txt", "sitemap.xml")
_SITE_SCRIPT = f"{_SCRIPTS}site.js"
_SITE_ROOT = 'new URL("../../", document.currentScript.src)'
_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]+)(?=")')
_FOLDER = re.compile(r"(?:^|/)(?:\.{1,2})?$")

_state: dict[str, str] = {}


@event_priority(50)  # before bundle.py
def on_config(config: MkDocsConfig) -> None:
    """Leave out what needs a server, an address or a third party.

    Raises:
        PluginError: if the setting is neither true nor false.
    """
    offline = config.extra.get("offline")
    if offline not in (True, False, None, ""):
        raise PluginError(f"mkdocs.yml: extra.offline (OFFLINE) is {offline!r}; it must be true or false")
    if not offline:
        return
    config.site_url = ""
    config.extra["analytics_property"] = ""
    config.theme.static_templates.clear()
    config.extra_templates = []
    modules = [script for script in config.extra_javascript if getattr(script, "type", "") == "module"]
    others = [script for script in config.extra_javascript if script not in modules and "//" not in str(script)]
    paths = [script.path for script in modules if script.path not in _OF_A_SERVER]
    _state["script"] = _classic([f"{_SCRIPTS}offline/worker.js", *paths], config, _SITE_ROOT)
    script = ExtraScriptValue(_SITE_SCRIPT)
    script.defer = True
    config.extra_javascript = [script, *others]


def _classic(modules: list[str], config: MkDocsConfig, site_root: str = "null") -> str:
    folder = Path(config.theme.custom_dir)
    return classic_script(modules, lambda path: (folder / path).read_text(encoding="utf-8"), site_root)


@event_priority(50)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Publish the script, and not what is in it or what no page loads."""
    if not config.extra.get("offline"):
        return
    for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
        files.remove(file)
    files.append(File.generated(config, _SITE_SCRIPT, content=_state["script"]))


@event_priority(-50)  # after all that write links
def on_post_page(output: str, *, config: MkDocsConfig, **kwargs: Any) -> str:
    """Let links name the file of a page."""
    return _LINK.sub(lambda link: link[1] + file_of(link[2]), output) if config.extra.get("offline") else output


def file_of(address: str) -> str:
    """Return the address with `index.html` where it is that of a folder of this site: `../st.button/#key`."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or not _FOLDER.search(parts.path):
        return address
    return parts._replace(path=f"{parts.path.rstrip('/')}/index.html").geturl()


def on_post_build(config: MkDocsConfig) -> None:
    """Make one script of the search's worker and its index; remove the inventory, whose addresses are a server's."""
    if not config.extra.get("offline"):
        return
    site = Path(config.site_dir)
    index = site / "search" / "search_index.json"
    program = _classic([f"{_SCRIPTS}offline/search-worker.js"], config)
    worker = site / _SCRIPTS / "search" / "worker.js"
    worker.parent.mkdir(parents=True, exist_ok=True)
    worker.write_text(
        f"window.workerProgram = function () {{\nconst searchIndex = {index.read_text(encoding='utf-8')};\n{program}}}\n",
        encoding="utf-8",
    )
    index.unlink()
    index.parent.rmdir()
    (site / "objects.inv").unlink()
