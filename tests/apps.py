"""Runs code as Streamlit apps and cleans up after it.

Configuration, secrets, caches and imported modules belong to the whole process.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest

ENTRY = "streamlit_app.py"


@contextmanager
def clean_process() -> Iterator[None]:
    """Undo what an app in the working directory sets for the process."""
    modules = set(sys.modules)
    before = {key: config.get_option(key) for key in config.get_config_options() if not key.startswith("_")}
    yield
    for key, value in before.items():
        if config.get_option(key) != value:
            config.set_option(key, value)
    secrets_singleton._reset()
    st.cache_data.clear()
    st.cache_resource.clear()
    for name in sys.modules.keys() - modules:
        if Path(getattr(sys.modules[name], "__file__", None) or "/").is_relative_to(Path.cwd()):
            del sys.modules[name]  # the next example may have another file of that name


def run_files(files: dict[str, str], folder: Path, entry: str = ENTRY) -> AppTest:
    """Write an app's files into a folder and run it; its .streamlit/config.toml and secrets.toml count.

    Raises:
        SyntaxError: if one of them is no Python; AppTest runs nothing then, and does not say so.
    """
    for name, code in files.items():
        if name.endswith(".py"):
            ast.parse(code, name)
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    for section, options in tomllib.loads(files.get(".streamlit/config.toml", "")).items():
        for option, value in options.items():
            config.set_option(f"{section}.{option}", value)
    app = AppTest.from_file(folder / entry, default_timeout=30)
    for key, value in tomllib.loads(files.get(".streamlit/secrets.toml", "")).items():
        app.secrets[key] = value
    return app.run()


def error_name(app: AppTest) -> str:
    """The name of the first exception that the app shows, without its module, or ""."""
    return app.exception[0].proto.type.split(".")[-1] if app.exception else ""


def error_text(app: AppTest) -> str:
    """The first exception that the app shows, as `Name: message`."""
    error = app.exception[0].proto
    return f"{error.type}: {error.message}"
