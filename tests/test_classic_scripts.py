"""hooks/classic_scripts.py: modules become one classic script, and what it does not know is said by name."""

from __future__ import annotations

import re

import pytest
from classic_scripts import classic_script
from mkdocs.exceptions import PluginError
from playwright.sync_api import Browser

MODULES = {
    "page.js": """import { twice } from "./lib/numbers.js"
import * as words from "./lib/words.js"
const name = "page"
window.result = [twice(2), words.shout(name), words.LOUD, words.where()]
""",
    "lib/words.js": """import Repeated from "../repeated.js"
const name = "words"
export const LOUD = "!"
export function shout(text) { return new Repeated(text).text + LOUD }
export const where = () => import.meta.url
""",
    "lib/numbers.js": """import { BASE as base } from "./base.js"
export function twice(number) { return base * number }
""",
    "lib/base.js": "export const BASE = 2\n",
    "repeated.js": """class Repeated {
  constructor(text) { this.text = text + text }
}
export { Repeated as default };
""",
}


def test_it_runs_as_the_modules_would(browser: Browser) -> None:
    script = classic_script(["page.js"], MODULES.__getitem__, '"file:///site/"')
    page = browser.new_page()
    page.add_script_tag(content=script)
    assert page.evaluate("window.result") == [4, "pagepage!", "!", "file:///site/lib/words.js"]
    assert page.evaluate("typeof twice") == "undefined", "names stay inside"
    page.close()


def test_each_module_is_there_once_after_what_it_imports() -> None:
    script = classic_script(["lib/numbers.js", "page.js", "lib/base.js"], MODULES.__getitem__)
    assert re.findall(r'^modules\["(.*?)"\] =', script, re.MULTILINE) == [
        "lib/base.js", "lib/numbers.js", "repeated.js", "lib/words.js", "page.js",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "export default 1",
        "export let count = 0",
        'export * from "./x.js"',
        'import "./x.js"',
        'import { a } from "https://example.com/x.js"',
        'const x = await import("./x.js")',
        "const here = import.meta.dirname",
    ],
)
def test_what_it_does_not_know_is_named(line: str) -> None:
    with pytest.raises(PluginError, match=re.escape(f"odd.js: write {line!r} in a form that")):
        classic_script(["odd.js"], lambda path: f"const a = 1\n{line}\n")


def test_a_circle_is_named() -> None:
    circle = {"a.js": 'import { b } from "./b.js"\n', "b.js": 'import { a } from "./a.js"\n'}
    with pytest.raises(PluginError, match=r"^a\.js: imports itself by way of b\.js"):
        classic_script(["a.js"], circle.__getitem__)


def test_a_missing_module_is_named(tmp_path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js"\n')
    with pytest.raises(PluginError, match=r"^a\.js: there is no script b\.js"):
        classic_script(["a.js"], lambda path: (tmp_path / path).read_text())
