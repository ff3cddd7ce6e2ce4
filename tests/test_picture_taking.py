"""tests/pictures/: what a real browser sees of an app becomes the same picture each time, and a failure harms nothing."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
import take
from apps import ENTRY
from camera import Camera, CaptureError, Pictures
from playwright.sync_api import Browser

from examples import Example

APP = """\
import datetime
import random
import time

import streamlit as st

st.write(f"{random.random():.3f} at {datetime.datetime.now():%H:%M}")
st.button("Press", on_click=lambda: st.toast("Pressed"))
time.sleep(60)
st.line_chart({"a": [1, 2, 1]}, height=150)
"""


def example(code: str, name: str = "test.1", **needs: str) -> Example:
    return Example(name, "a test", code, {ENTRY: code}, shown=True, **needs)


@pytest.fixture(scope="module")
def camera(browser: Browser) -> Iterator[Camera]:
    with Camera(browser) as camera:
        yield camera


def test_a_picture_is_the_same_each_time(camera: Camera) -> None:
    """Time, randomness and pauses of the app do not show, nor does what was taken in between."""
    first = camera.take(example(APP))
    camera.take(example("import streamlit as st\n\nst.title('Another')"))
    second = camera.take(example(APP))
    assert first == second
    assert "12:00" in first.alt


def test_schemes_differ(camera: Camera) -> None:
    pictures = camera.take(example("import streamlit as st\n\nst.title('Title')"))
    assert pictures.images["light"] != pictures.images["dark"]
    assert pictures.alt == "Heading “Title”"


def test_it_is_trimmed_to_what_the_app_shows(camera: Camera) -> None:
    pictures = camera.take(example("import streamlit as st\n\nst.button('OK')"))
    assert pictures.width < 120
    assert pictures.height < 90


def test_steps_are_done(camera: Camera) -> None:
    code = (
        "import streamlit as st\n\nname = st.text_input('Name')\nif st.button('Greet'):\n    st.write(f'Hello, {name}')"
    )
    assert "Hello, Ada" in camera.take(example(code, steps="fill Name: Ada; click Greet")).alt


def test_a_pause_can_be_shown(camera: Camera) -> None:
    code = "import time\nimport streamlit as st\n\nwith st.spinner('Working'):\n    time.sleep(9)\nst.write('Done')"
    assert "Working" in camera.take(example(code, steps="hold 1")).alt
    assert camera.take(example(code)).alt == "Text “Done”"


def test_other_sites_are_stood_in_for(camera: Camera) -> None:
    pictures = camera.take(example("import streamlit as st\n\nst.image('https://example.com/cat.jpg')"))
    assert pictures.standins == ["picture"]


@pytest.mark.parametrize(
    ("code", "steps", "reason"),
    [
        ("import streamlit as st\n\nst.write(1 / 0)", "", "ZeroDivisionError"),
        ("import streamlit as st\n\nst.write(1)", "click Save", "nothing in the app is called 'Save'"),
        ("import streamlit as st\n\nst.session_state.a = 1", "", "shows nothing"),
        ("import streamlit as st\n\nst.write(1)", "jump", "unknown step"),
    ],
)
def test_a_failure_says_why(camera: Camera, code: str, steps: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        camera.take(example(code, steps=steps))


PICTURES = Pictures({"light": b"light", "dark": b"dark"}, 10, 20, "Text “1”", [])


def test_a_picture_is_current_until_its_subject_changes(tmp_path: Path) -> None:
    index: dict[str, dict] = {}
    file = tmp_path / "pictures.yml"
    take.store(example("a"), PICTURES, index, tmp_path, file)
    assert take.read_index(file) == index
    assert take.is_current(example("a"), index, tmp_path)
    assert not take.is_current(example("b"), index, tmp_path)
    assert not take.is_current(example("a", steps="click A"), index, tmp_path)
    take.file_of("test.1", "dark", tmp_path).unlink()
    assert not take.is_current(example("a"), index, tmp_path)


def test_an_upgrade_makes_it_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index: dict[str, dict] = {}
    take.store(example("a"), PICTURES, index, tmp_path, tmp_path / "pictures.yml")
    monkeypatch.setattr(take, "version", lambda name: "999.0")
    assert not take.is_current(example("a"), index, tmp_path)


def test_an_interrupted_run_leaves_the_old_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index: dict[str, dict] = {}
    take.store(example("a"), PICTURES, index, tmp_path, tmp_path / "pictures.yml")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def interrupt(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    new = Pictures({"light": b"new", "dark": b"new"}, 10, 20, "Text “2”", [])
    with pytest.raises(KeyboardInterrupt):
        take.store(example("b"), new, index, tmp_path, tmp_path / "pictures.yml")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_failed_one_is_named_and_the_others_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    class OneByOne:
        """Runs what it is given at once, in this process."""

        def __init__(self, *args: object, **options: object) -> None: ...
        def __enter__(self) -> OneByOne:
            return self

        def __exit__(self, *args: object) -> None: ...
        def submit(self, function: object, wanted: Example) -> Future:
            future: Future = Future()
            if wanted.name == "bad.1":
                future.set_exception(CaptureError("it moves"))
            else:
                future.set_result(PICTURES)
            return future

    monkeypatch.setattr(take, "ProcessPoolExecutor", OneByOne)
    monkeypatch.setattr(take, "INDEX", tmp_path / "pictures.yml")
    monkeypatch.setattr(take, "PICTURES", tmp_path / "images")
    monkeypatch.setattr(take, "ROOT", tmp_path)
    monkeypatch.setattr(take, "shown_examples", lambda: [example("a", "bad.1"), example("b", "good.1")])
    monkeypatch.setattr("sys.argv", ["take.py"])
    old = take.file_of("bad.1", "light", tmp_path / "images")
    take.replace(old, b"old")
    assert take.main() == 1
    assert "FAILED bad.1 (a test): it moves" in capsys.readouterr().err
    assert old.read_bytes() == b"old"
    assert take.file_of("good.1", "dark", tmp_path / "images").read_bytes() == b"dark"
    assert list(take.read_index(tmp_path / "pictures.yml")) == ["good.1"]
