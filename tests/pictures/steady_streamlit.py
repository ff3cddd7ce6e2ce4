"""Starts `streamlit run` so that an app always shows the same: the program that takes pictures runs this in a process.

Randomness is seeded before each run of a script, the clock stands still, and a script's pauses end
at once, but for the one whose number stands in the file `.hold`: there the script waits and writes `.held`, so
that a picture can show what a reader sees meanwhile.
"""

from __future__ import annotations

import datetime
import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import time_machine
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main

NOW = datetime.datetime(2026, 7, 1, 12, 0, tzinfo=datetime.UTC)
HOLD = Path(".hold")
HELD = Path(".held")
_OWN_FOLDER = str(Path.cwd())

_sleep = time.sleep
_default_rng = np.random.default_rng
_run_script = ScriptRunner._run_script
_pauses = {"count": 0}


def _steady_run(self: ScriptRunner, *args: Any) -> None:
    """Run a script as if it were the first that this server runs."""
    random.seed(0)
    np.random.seed(0)
    _pauses["count"] = 0
    self._script_cache.clear()  # the file of the script changes from picture to picture
    _run_script(self, *args)


def _short_sleep(seconds: float) -> None:
    if not sys._getframe(1).f_code.co_filename.startswith(_OWN_FOLDER):
        _sleep(seconds)  # Streamlit's own
        return
    _pauses["count"] += 1
    while HOLD.exists() and HOLD.read_text(encoding="utf-8") == str(_pauses["count"]):
        HELD.touch()
        _sleep(0.05)
    HELD.unlink(missing_ok=True)


if __name__ == "__main__":
    ScriptRunner._run_script = _steady_run
    time.sleep = _short_sleep
    np.random.default_rng = lambda seed=None: _default_rng(0 if seed is None else seed)
    time_machine.travel(NOW, tick=False).start()
    sys.argv = ["streamlit", "run", *sys.argv[1:]]
    main()
