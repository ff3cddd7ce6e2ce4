"""extensions/streamlit_runtime.py: options and commands are the running package's, and their texts lose nothing."""

from __future__ import annotations

import inspect
import re

import griffe
import pytest
from api_surface import commands
from bs4 import BeautifulSoup
from loading import streamlit
from markdown import Markdown
from streamlit import config
from streamlit.web import cli
from streamlit_runtime import plain_to_markdown

OPTIONS = {key: option for key, option in config._config_options_template.items() if not option.section.startswith("_")}

CASES = {
    "paragraphs": ("One\nline.\n\nTwo.", "One line.\n\nTwo."),
    "a list below its paragraph": ("Values:\n- one\n  more\n- two", "Values:\n\n- one more\n- two"),
    "text after a list": ("- one\n- two\n\nThen.", "- one\n- two\n\nThen."),
    "aligned colons": ('- "auto"  : Yes.\n- True    : No.', '- "auto": Yes.\n- True: No.'),
    "indented code": ("Like:\n\n    a = 1\n      b\n\nThen.", "Like:\n\n```text\na = 1\n  b\n```\n\nThen."),
    "bracketed code": ("Are:\n[\n    1, # one\n]\nThen.", "Are:\n\n```text\n[\n    1, # one\n]\n```\n\nThen."),
    "commands lose their prompts": ("Do:\n    $ a b\n    $ c", "Do:\n\n```bash\na b\nc\n```"),
    "click's mark": ("\b\nMode:\n    Does\n    this.", "Mode: Does this."),
    "code": ("Use ``a_b`` or `c`.", "Use `a_b` or `c`."),
    "address": ("See https://example.com/a?b=c_d.", "See <https://example.com/a?b=c_d>."),
    "quoted address": ('Like "https://example.com/a.css".', 'Like "<https://example.com/a.css>".'),
    "what Markdown would read": ("a_b *c* [d] <e>", r"a\_b \*c\* \[d\] &lt;e>"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_plain_to_markdown(text: str, expected: str) -> None:
    assert plain_to_markdown(text) == expected


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    return Markdown(extensions=["pymdownx.superfences"])


def squeezed(text: str) -> str:
    """The words, without what is markup in one of the two: white space, list marks, backticks, prompts."""
    text = re.sub(r"^\s*(- |\$ |\x08$|\\b$)", "", text, flags=re.MULTILINE)
    return re.sub(r"\s+|`", "", text)


TEXTS = {key: option.description for key, option in OPTIONS.items() if not option.section.startswith("theme.")}
TEXTS |= {f"streamlit {name}": inspect.cleandoc(command.help) for name, command in cli.main.commands.items()}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_word_is_lost(text: str, markdown: Markdown) -> None:
    soup = BeautifulSoup(markdown.reset().convert(plain_to_markdown(text)), "html.parser")
    assert squeezed(soup.get_text()) == squeezed(inspect.cleandoc(text))


@pytest.mark.parametrize("key", OPTIONS)
def test_options_are_the_packages(key: str) -> None:
    option, attribute = OPTIONS[key], streamlit()[f"config.{key}"]
    facts = attribute.extra["streamlit_api"]["option"]
    assert attribute.path == f"streamlit.config.{key}"
    assert facts["env_var"] == option.env_var
    assert facts["type"].endswith(option.type.__name__)
    assert (facts["flag"] is None) == option.sensitive
    assert (facts["default"] is None) == (option.default_val is None)
    assert facts["scriptable"] == option.scriptable


def test_options_that_repeat_another_refer_to_it() -> None:
    same = streamlit()["config.theme.dark.sidebar.textColor"].extra["streamlit_api"]["option"]["same_as"]
    assert same == "theme.textColor"
    assert streamlit()["config.theme.textColor"].extra["streamlit_api"]["option"]["same_as"] is None


COMMANDS = commands(cli.main, "cli")


@pytest.mark.parametrize("path", COMMANDS)
def test_commands_are_the_packages(path: str) -> None:
    command, function = COMMANDS[path], streamlit()[path]
    facts = function.extra["streamlit_api"]
    assert facts["heading"] == path.replace("cli", "streamlit", 1).replace(".", " ")
    assert facts["usage"].startswith(facts["heading"])
    assert facts["config_flags"] == any("--server.port" in parameter.opts for parameter in command.params)
    shown = [item.name for section in function.docstring.parsed if section.title for item in section.value]
    own = [p for p in command.params if not any("." in name for name in p.opts)]
    assert len(shown) == len(own)
    for parameter in own:
        assert any(name.strip("-[].").upper() in " ".join(shown).upper() for name in parameter.opts)


def test_sources_are_linked() -> None:
    assert "/web/cli.py#L" in streamlit()["cli.run"].extra["streamlit_api"]["source"]


def test_a_package_that_is_not_the_installed_one_is_left_alone(tmp_path) -> None:
    from loading import load

    (tmp_path / "streamlit").mkdir()
    (tmp_path / "streamlit" / "__init__.py").write_text("", encoding="utf-8")
    package = load("streamlit", tmp_path)
    assert isinstance(package, griffe.Module)
    assert "cli" not in package.members
