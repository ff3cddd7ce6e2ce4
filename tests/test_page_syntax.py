"""hooks/page_syntax.py: what MkDocs would take in silence has a line and a name."""

from __future__ import annotations

import pytest
from page_syntax import front_matter_problem, unclosed_fence

FRONT_MATTER = {
    "---\ntitle: A\n---\n\n# A\n": (0, ""),
    "# A\n": (0, ""),
    "---\ntitle: A\n\n# A\n": (1, "has no end"),
    "---\ntitle: A: B\n---\n": (2, "mapping values are not allowed"),
    '---\nstatus: x\ntitle: "A\n---\n': (4, "unexpected end of stream"),
    "---\ntitle\n---\n": (2, "has no `key: value`"),
    "---\ntitle: \x07\n---\n": (1, "control characters are not allowed"),
    "---\ndate: 2026-13-01\n---\n": (1, "month must be in 1..12"),
}
FENCES = {
    "a\n\n```python\nx\n```\n": (0, ""),
    "````markdown\n```python\nx\n```\n````\n": (0, ""),
    "- a\n\n    ~~~\n    ```\n    ~~~\n": (0, ""),
    "`` ```python `` in a line\n": (0, ""),
    "> ```python\n> x\n> ```\n": (0, ""),
    "a\n\n```python\nx\n": (3, "put a line ``` below it"),
    "```python\nx\n\nb\n\n```bash\ny\n```\n": (1, "put a line ``` below it"),
    "````markdown\n```python\nx\n```\n": (1, "put a line ```` below it"),
}


@pytest.mark.parametrize("source", FRONT_MATTER)
def test_front_matter(source: str) -> None:
    line, problem = front_matter_problem(source)
    expected_line, expected = FRONT_MATTER[source]
    assert (line, bool(problem)) == (expected_line, bool(expected))
    assert expected in problem


@pytest.mark.parametrize("source", FENCES)
def test_fences(source: str) -> None:
    line, problem = unclosed_fence(source)
    expected_line, expected = FENCES[source]
    assert (line, bool(problem)) == (expected_line, bool(expected))
    assert expected in problem
