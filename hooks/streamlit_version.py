"""MkDocs hook: `config.extra.streamlit_version` is the installed version of Streamlit, which the footer names."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError


def on_config(config: MkDocsConfig) -> None:
    """Set it.

    Raises:
        PluginError: if there is no Streamlit to render the API reference from.
    """
    try:
        config.extra["streamlit_version"] = version("streamlit")
    except PackageNotFoundError:
        raise PluginError(
            "Streamlit is not installed, and the API reference is rendered from it; "
            "run `pip install -r requirements.txt`, or remove .venv and run make again"
        ) from None
