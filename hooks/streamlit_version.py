"""MkDocs hook: `config.extra.streamlit_version` is the installed version of Streamlit, which the footer names."""

from __future__ import annotations

from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Set it; without Streamlit there is no reference to render, and the build ends with Python's own message."""
    config.extra["streamlit_version"] = version("streamlit")
