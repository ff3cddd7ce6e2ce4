"""MkDocs hook: what a site needs to know that mike publishes beside those of other versions.

mike's plugin has set `site_url` to the folder of the version. Pages offer other versions, and search engines get the
latest one's address, where `extra.version.latest_url` is set: only while mike builds. Zensical runs no hooks.
"""

from __future__ import annotations

import os
from urllib.parse import urljoin

from mike.mkdocs_utils import docs_version_var
from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Set it, and the slash at the end of `site_url` that the plugin leaves out."""
    if docs_version_var in os.environ and config.site_url:
        config.site_url += "/"
        settings = config.extra["version"]
        settings["latest_url"] = urljoin(config.site_url, f"../{settings['default']}/")
