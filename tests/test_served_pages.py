"""hooks/served_pages.py: what a server keeps, and what it does not. The rest is in test_dirty_builds.py."""

from __future__ import annotations

import weakref

import griffe
from served_pages import let_go_of_replaced_packages


def test_packages_that_were_replaced_are_let_go() -> None:
    """Each saved extension reads Streamlit anew, and a server runs all day."""
    package = griffe.load("streamlit")
    reference = weakref.ref(package)
    del package
    let_go_of_replaced_packages()
    assert reference() is None
