"""MkDocs hook: a page loads one stylesheet and one script, not one for each thing.

The files of `extra_css` and `extra_javascript` stay as they are, for people to read. What pages load is all of
them in one, named after its content, so that browsers may keep it. Scripts that
import others, as the search does, stay on their own, and so does what is no module. Zensical runs no hooks: there, pages load file by file.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

_MKDOCSTRINGS = "assets/_mkdocstrings.css"  # made for the look of its own templates; ours are in custom_templates/
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_IMPORT = re.compile(r"^import ", re.MULTILINE)

_state: dict[str, Any] = {}


@event_priority(-100)  # after the plugins that add files of their own
def on_config(config: MkDocsConfig) -> None:
    """Let pages load the bundles.

    Raises:
        PluginError: if mkdocs.yml names a file that does not exist.
    """
    styles = [path for path in config.extra_css if path != _MKDOCSTRINGS]
    modules = [script for script in config.extra_javascript if getattr(script, "type", "") == "module"]
    scripts = [script for script in modules if not _IMPORT.search(_read(script.path, config))]
    css = "\n".join(_CSS_COMMENT.sub("", _read(path, config)) for path in styles)
    # In braces, the names of one file are not those of the next.
    javascript = "\n".join(f"{{\n{_read(script.path, config)}}}" for script in scripts)
    style = _named("assets/stylesheets/site.{}.css", css)
    bundle = ExtraScriptValue(_named("assets/javascripts/site.{}.js", javascript))
    bundle.type = "module"
    _state.update(bundles={style: css}, bundled=[*styles, *(script.path for script in scripts)])
    if scripts:  # in the offline site, they are no modules
        _state["bundles"][bundle.path] = javascript
        config.extra_javascript = [bundle, *(other for other in config.extra_javascript if other not in scripts)]
    config.extra_css = [style]


def _read(path: str, config: MkDocsConfig) -> str:
    for folder in (config.docs_dir, *config.theme.dirs):
        if (file := Path(folder) / path).is_file():
            return file.read_text(encoding="utf-8")
    raise PluginError(f"mkdocs.yml: there is no file {path}; correct extra_css or extra_javascript")


def _named(name: str, content: str) -> str:
    return name.format(hashlib.sha256(content.encode()).hexdigest()[:8])


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Publish the bundles, and not what is in them."""
    for file in [file for file in files if file.src_uri in _state["bundled"]]:
        files.remove(file)
    for path, content in _state["bundles"].items():
        files.append(File.generated(config, path, content=content))


def on_post_build(config: MkDocsConfig) -> None:
    """Remove the stylesheet that mkdocstrings writes in any case."""
    (Path(config.site_dir) / _MKDOCSTRINGS).unlink(missing_ok=True)
