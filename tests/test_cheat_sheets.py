"""The cheat sheets are right and complete, and so are the test files that pages show.

A sheet's blocks are one program in parts, too short to run alone: their language is `py`. Here the parts run as one,
and every call is either bound to the signature of what it names, or made. What belongs in a sheet, and is missing,
is named.
"""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import api_surface
import pytest
import streamlit as st
from apps import clean_process
from pages import Block, all_pages
from streamlit.testing.v1 import AppTest, element_tree

PAGES = {page.path: page for page in all_pages()}
COMMANDS = PAGES["develop/quick-reference/cheat-sheet.md"]
TESTING = PAGES["develop/concepts/app-testing/cheat-sheet.md"]
SHEETS = [COMMANDS, TESTING]

WIDTH = 48
"""Characters of a line that fit into a column, and on a phone."""

ACTIVATE = "streamlit.cli.activate"  # a group that does something by itself

NOT_IN_A_SHEET = {
    "streamlit.cli.activate.reset": "it deletes the email again",
    "AppTest.args": "set by from_function",
    "AppTest.kwargs": "set by from_function",
}
"""What belongs in a sheet by the rules below, but not to readers in a hurry."""

# The app that the calls in the testing sheet are made on, and what it reads.
TESTED_APP = {
    "shop.py": "def load():\n    return [1]\n",
    "report.py": "import streamlit as st\n\nst.title('Report')\n",
    "streamlit_app.py": """
import shop
import streamlit as st


def main():
    st.title("Shop")
    st.header("H"), st.subheader("S"), st.text("T"), st.caption("C"), st.code("x"), st.latex("x")
    st.html("<b>x</b>"), st.divider(), st.space(), st.help(shop.load), st.write(len(shop.load()))
    st.success("ok", icon="🎉") if st.session_state.get("saved") else None
    st.info("i"), st.warning("w"), st.error("No stock"), st.toast("t"), st.progress(10, "p")
    st.metric("Stock", 9, delta=1), st.table({"a": [1]}), st.json({"a": 1}), st.line_chart([1, 2])
    st.image("https://example.com/a.png"), st.link_button("L", "https://example.com")
    st.page_link("https://example.com", label="P")
    st.dataframe({"price": [1.0]}, key="table", on_select="rerun")
    st.data_editor({"price": [1.0]}, key="editor", num_rows="dynamic")
    st.columns(2)[0].button("In a column")
    st.tabs(["A", "B"])[1].metric("In a tab", 1)
    st.sidebar.selectbox("In the sidebar", ["a"])
    st.expander("E").write("x"), st.container(key="box").write("x"), st.grid(2).write("x")
    st.status("S").write("x"), st.chat_message("user").write("x"), st.popover("P").text_input("In a popover")
    with st.form("form"):
        st.form_submit_button("Submit")

    st.button("Save", key="save"), st.button("Send", key="send", disabled=True), st.button("Last")
    st.download_button("CSV", "a", key="csv"), st.menu_button("Menu", ["Copy", "Cut"], key="menu")
    st.checkbox("Agree", key="agree"), st.toggle("Details", key="details"), st.feedback("stars", key="stars")
    st.pagination(5, key="page"), st.selectbox("City", ["Oslo", "Lima"], key="city")
    st.radio("Color", ["red", "blue"], key="color"), st.multiselect("Tags", ["a", "b"], key="tags")
    st.pills("Days", ["Mon", "Tue"], selection_mode="multi", key="days")
    st.segmented_control("View", ["List", "Map"], key="view")
    st.text_input("Name", key="name"), st.text_area("Comment", key="comment")
    st.number_input("Cups", 0, 10, key="cups"), st.slider("Size", 0, 10, key="size")
    st.slider("Range", 0, 10, (1, 2), key="range"), st.select_slider("Grade", ["A", "B"], key="grade")
    st.select_slider("Grades", ["A", "B", "C"], ("A", "C"), key="grades"), st.date_input("Day", key="day")
    st.time_input("At", "09:00", key="at"), st.datetime_input("When", key="when"), st.color_picker("Paint", key="paint")
    st.file_uploader("File", key="file"), st.file_uploader("Files", accept_multiple_files=True, key="files")
    st.camera_input("Photo", key="photo"), st.audio_input("Voice", key="voice")
    st.chat_input("Ask", key="ask", accept_file=True)


st.navigation([st.Page(main, title="Main"), st.Page("report.py")]).run()
""",
}

# --- Every call of a sheet -------------------------------------------------------------------------------------------


def program(sheet: Any) -> str:
    """The parts of a sheet as one program."""
    return "\n".join(block.code for block in sheet.blocks if block.language == "py")


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def imported(tree: ast.Module) -> dict[str, Any]:
    """What the program imports, by the names that it uses."""
    names: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            exec(ast.unparse(node), names)
    return names


def named(node: ast.expr, names: dict[str, Any]) -> Any:
    """What a dotted name such as `st.column_config.TextColumn` stands for, or None if nothing imported begins so.

    Raises:
        AttributeError: if the package has no such thing.
    """
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and (owner := named(node.value, names)) is not None:
        return getattr(owner, node.attr)
    return None


def mistake(call: ast.Call, names: dict[str, Any]) -> str | None:
    """What is wrong with a call, by the signature of what it names; None if nothing is, or it names no function."""
    try:
        function = named(call.func, names)
        if function is not None:
            arguments = [ast.unparse(argument) for argument in call.args]
            inspect.signature(function).bind(*arguments, **{word.arg: "" for word in call.keywords})
    except ValueError:  # a function written in C that does not tell its signature
        return None
    except (AttributeError, TypeError) as error:
        return f"{ast.unparse(call)}: {error}"
    return None


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.path)
def test_calls_have_the_right_signature(sheet: Any) -> None:
    tree = ast.parse(program(sheet))
    mistakes = [text for call in calls(tree) if (text := mistake(call, imported(tree)))]
    assert not mistakes


def test_a_wrong_call_is_noticed() -> None:
    wrong = "import streamlit as st\nst.button('S', colour='red')\nst.nothing()\nst.column_config.TextColumn(1, 2)\nst.title('T')"
    tree = ast.parse(wrong)
    mistakes = [mistake(call, imported(tree)) for call in calls(tree)]
    assert [bool(text) for text in mistakes] == [True, True, True, False]


class Recorder(ModuleType):
    """A module that the program imports; it notes each call before it is made."""

    def __init__(self) -> None:
        super().__init__("sheet_recorder")
        self.made: set[int] = set()
        self.functions: set[str] = set()

    def note(self, number: int, function: Callable[..., Any]) -> Callable[..., Any]:
        self.made.add(number)
        self.functions.add(f"{type(getattr(function, '__self__', None)).__name__}.{getattr(function, '__name__', '')}")
        return function


class _Notes(ast.NodeTransformer):
    """Puts a note before each call."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_Call(self, call: ast.Call) -> ast.Call:
        number = len(self.texts)
        self.texts.append(ast.unparse(call))
        self.generic_visit(call)
        note = ast.parse(f"sheet_recorder.note({number})", mode="eval").body
        note.args.append(call.func)
        return ast.Call(note, call.args, call.keywords)


def recording(source: str) -> tuple[str, list[str]]:
    """The program with a note before each call, and the calls in the order of their notes' numbers."""
    notes = _Notes()
    tree = notes.visit(ast.parse(source))
    return "import sheet_recorder\n" + ast.unparse(ast.fix_missing_locations(tree)), notes.texts


def unchecked(recorder: Recorder, texts: list[str], names: dict[str, Any]) -> list[str]:
    """The calls that were neither made nor can be bound to a signature: nobody knows whether they are right."""
    functions = [ast.parse(text, mode="eval").body.func for text in texts]
    return [
        text
        for number, (text, function) in enumerate(zip(texts, functions, strict=True))
        if number not in recorder.made and named(function, names) is None
    ]


@pytest.fixture(autouse=True)
def _in_a_clean_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    with clean_process():
        yield


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    recorder = Recorder()
    sys.modules["sheet_recorder"] = recorder
    yield recorder
    del sys.modules["sheet_recorder"]


def test_the_sheet_of_commands_runs(recorder: Recorder) -> None:
    """It runs as one app, and does what it does for a message, a file and a click."""
    source, texts = recording(program(COMMANDS))
    Path("streamlit_app.py").write_text(source, encoding="utf-8")
    Path("report.py").write_text(TESTED_APP["report.py"], encoding="utf-8")
    app = AppTest.from_file(Path("streamlit_app.py").resolve(), default_timeout=60)
    app.secrets.update({"password": "x", "db": {"host": "x"}})
    app.user = {"is_logged_in": False}
    app.run()
    app.chat_input[0].set_value("Hello")
    next(button for button in app.button if button.label == "Delete").click()
    app.file_uploader[0].upload("a.csv", b"a\n1\n").run()
    assert [error.message for error in app.exception] == ["with a traceback"], "what st.exception shows, and no other"
    assert not unchecked(recorder, texts, imported(ast.parse(program(COMMANDS))))


def interactions() -> set[str]:
    """The methods by which tests change widgets, as `Class.method`; `set_value` where there is no shorter one."""
    found = set()
    for name, widget in vars(element_tree).items():
        if inspect.isclass(widget) and issubclass(widget, element_tree.Widget) and widget is not element_tree.Widget:
            methods = {m for m, value in vars(widget).items() if inspect.isfunction(value) and not m.startswith("_")}
            found |= {f"{name}.{method}" for method in (methods - {"set_value"} or {"set_value"})}
    return found


def test_the_sheet_for_tests_runs(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs beside the app that its calls are made for, the tests at its end included."""
    source, texts = recording(program(TESTING))
    for name, code in TESTED_APP.items():
        Path(name).write_text(code, encoding="utf-8")
        monkeypatch.delitem(sys.modules, Path(name).stem, raising=False)  # one that another example left
    Path("sheet.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(Path.cwd())
    names = {"__name__": "sheet"}
    exec(compile(source, Path("sheet.py").resolve(), "exec"), names)
    for test in [value for name, value in names.items() if name.startswith("test_")]:
        arguments = {"app": AppTest.from_file(Path("streamlit_app.py").resolve()), "n": 1}
        test(**{name: arguments[name] for name in inspect.signature(test).parameters})
    assert not unchecked(recorder, texts, imported(ast.parse(program(TESTING))))
    missing = interactions() - recorder.functions
    assert not missing, f"no call of {sorted(missing)}: each method by which a widget is changed belongs in the sheet"


# --- What belongs in a sheet -----------------------------------------------------------------------------------------


def words(sheet: Any) -> set[str]:
    """Every dotted name in a sheet's program, in full: `st.column_config.TextColumn`, `app.button`."""
    tree = ast.parse(program(sheet))
    aliases = {
        alias.asname or alias.name: f"{node.module}.{alias.name}".replace("streamlit", "st", 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    dotted = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {re.sub(r"^\w+", lambda match: aliases.get(match[0], match[0]), word) for word in dotted}


def commands() -> set[str]:
    """The rule: what a reader can call or read as `st.…`, and the types of columns."""
    return {name for name in api_surface.package_names() if re.fullmatch(r"streamlit\.(column_config\.)?\w+", name)}


def console_commands() -> set[str]:
    """The rule: each command of the console, but for those that only group others."""
    names = {name for name in api_surface.package_names() if name.startswith("streamlit.cli.")}
    return {name for name in names if not any(other.startswith(f"{name}.") for other in names)} | {ACTIVATE}


def app_test_attributes() -> set[str]:
    """The rule: each public attribute of an AppTest."""
    return {f"AppTest.{name}" for name in [*dir(AppTest), *vars(AppTest.from_string(""))] if not name.startswith("_")}


def assert_complete(rule: Callable[[], set[str]], stated: set[str]) -> None:
    missing = rule() - stated - NOT_IN_A_SHEET.keys()
    assert not missing, f"missing in the sheet: {sorted(missing)}. {rule.__doc__} Or say in NOT_IN_A_SHEET why not."


def test_every_command_is_in_the_sheet() -> None:
    assert_complete(commands, {re.sub(r"^st\.", "streamlit.", word) for word in words(COMMANDS)})


def test_every_console_command_is_in_the_sheet() -> None:
    lines = "\n".join(block.code for block in COMMANDS.blocks if block.language == "bash")
    assert_complete(console_commands, {name for name in console_commands() if console_line(name) in lines})


def console_line(name: str) -> str:
    """What is typed for `streamlit.cli.cache.clear`."""
    return name.replace(".cli.", " ").replace(".", " ")


def test_everything_an_app_test_has_is_in_the_sheet() -> None:
    stated = {re.sub(r"^(app|st\.testing\.v1\.AppTest)\.", "AppTest.", word) for word in words(TESTING)}
    assert_complete(app_test_attributes, stated)


def test_what_is_left_out_exists() -> None:
    assert NOT_IN_A_SHEET.keys() <= commands() | console_commands() | app_test_attributes()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.path)
def test_lines_fit_into_a_column(sheet: Any) -> None:
    lines = [line for block in sheet.blocks if block.language != "text" for line in block.code.splitlines()]
    assert not [line for line in lines if len(line) > WIDTH]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.path)
def test_toml_of_a_sheet_names_real_options(sheet: Any) -> None:
    """Options of config.toml exist; pyproject.toml is pytest's."""
    for block in sheet.blocks:
        if block.language == "toml" and "config.toml" in block.code:
            for section, options in tomllib.loads(block.code).items():
                for option in options:
                    st.get_option(f"{section}.{option}")


# --- What the page of pre-release features says of this version ------------------------------------------------------

DEPRECATED = {
    "st.dataframe({'a': [1]}, use_container_width=True)": ("2025-12-31", "in the log"),
    "st.bar_chart({'a': [1]}, use_container_width=True)": ("2025-12-31", "in the log"),
    "st.button('B', use_container_width=True)": ("no date", "in the description only"),
    "st.popover('P', use_container_width=True)": ("no date", "in the description only"),
    "st.components.v1.html('x')": ("2026-06-01", "in the log"),
    "st._bottom.write('x')": ("2026-07-01", "on the page"),
    "st.image('https://example.com/a.png', use_column_width=True)": ("has no effect", "on the page"),
    "st.html('streamlit_app.py')": ("is not read", "on the page"),
}
"""What is deprecated, until when it is promised, and where that is said; the page has a row for each."""


@pytest.mark.parametrize("code", DEPRECATED)
def test_deprecated(code: str, caplog: pytest.LogCaptureFixture) -> None:
    until, said = DEPRECATED[code]
    Path("streamlit_app.py").write_text(f"import streamlit as st\n\n{code}\n", encoding="utf-8")
    app = AppTest.from_file(Path("streamlit_app.py").resolve()).run()
    assert not app.exception
    messages = [record.getMessage() for record in caplog.records if "deprecation" in record.name]
    where = "on the page" if app.warning else "in the log" if messages else "in the description only"
    assert where == said, messages
    if until[0].isdigit():
        assert f"will be removed after {until}" in messages[0]
    name = re.search(r"use_\w+|st\.components\.v1\.html|st\._bottom|st\.html", code)[0]
    rows = PAGES["develop/quick-reference/prerelease.md"].prose.splitlines()
    assert any(name in row and until in row and said in row for row in rows if row.startswith("| "))


# --- Test files that pages show --------------------------------------------------------------------------------------


def is_test_file(block: Block) -> bool:
    """A file that pytest collects and that has tests; without any it is a program, which test_examples.py runs."""
    named = block.language == "python" and PurePosixPath(block.title or "").match("test_*.py")
    return named and "def test_" in block.code


TEST_FILES = [block for page in PAGES.values() for block in page.blocks if is_test_file(block)]


def project(test: Block) -> dict[str, str]:
    """The files of the page as they are when a reader comes to the test: the latest of each name, and no other test."""
    above = [block for block in test.page.blocks if block.title and block.line < test.line]
    files = {block.title: block.code for block in above if not is_test_file(block)}
    return {**files, test.title: test.code}


@pytest.mark.parametrize("test", TEST_FILES, ids=str)
def test_test_file_passes(test: Block) -> None:
    """A test file of a page passes when `pytest` runs it in the folder of the app, as readers do."""
    for name, code in project(test).items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(code, encoding="utf-8")
    # Like the command `pytest`, and unlike `python -m pytest`, -P leaves the folder out of the path of imports.
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", test.title]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{test}: {done.stdout[-3000:]}"


def test_there_are_test_files() -> None:
    assert len(TEST_FILES) >= 10
