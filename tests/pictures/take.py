"""Takes the pictures of examples that are missing or stale: `make pictures`, or some by name: `make pictures NAMES="st.button.1"`.

A picture is named after its example and color scheme and lies in docs/images/examples/; `examples/pictures.yml` says
what each shows, and of what it was taken. It is written after each example, so an interrupted run is continued
by the next. An example that fails keeps its old picture, and the program ends with an error that names it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from importlib.metadata import version
from multiprocessing.util import Finalize
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("tests", "tests/pictures", "extensions", "hooks")]

import yaml  # noqa: E402
from camera import VERSION, Camera, CaptureError, Pictures  # noqa: E402

from examples import FOLDER, Example, shown_examples  # noqa: E402

INDEX = FOLDER / "pictures.yml"
PICTURES = ROOT / "docs" / "images" / "examples"
_HEADER = (
    "# Written by `make pictures`: what each picture shows, its size in pixels, and digests of what it was taken of.\n"
)


def read_index(file: Path | None = None) -> dict[str, dict]:
    """What is known of the pictures that were taken, by the example's name."""
    file = file or INDEX
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) or {} if file.exists() else {}


def write_index(index: dict[str, dict], file: Path | None = None) -> None:
    text = yaml.dump(
        dict(sorted(index.items())), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110
    )
    replace(file or INDEX, (_HEADER + text).encode())


def replace(file: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
        try:
            new.write(content)
            new.flush()
            Path(new.name).chmod(0o644)
            Path(new.name).replace(file)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise


def subject(example: Example) -> str:
    """A digest of all that decides what the picture shows."""
    parts = [example.files, example.entry, example.steps, example.alt, version("streamlit"), VERSION]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def file_of(name: str, scheme: str, folder: Path | None = None) -> Path:
    return (folder or PICTURES) / f"{name}.{scheme}.webp"


def is_current(example: Example, index: dict[str, dict], folder: Path | None = None) -> bool:
    """Tell whether an example's pictures are there and were taken of what it is now."""
    entry = index.get(example.name, {})
    return entry.get("subject") == subject(example) and all(
        file_of(example.name, s, folder).exists() for s in ("light", "dark")
    )


_camera: Camera


def _start(stack: ExitStack = ExitStack()) -> None:  # noqa: B008 - lives as long as the process
    global _camera
    _camera = stack.enter_context(Camera())
    Finalize(None, stack.close, exitpriority=0)  # a worker does not run what `atexit` knows, and its server would go on


def _take(example: Example) -> Pictures:
    return _camera.take(example)


def store(
    example: Example, pictures: Pictures, index: dict[str, dict], folder: Path | None = None, file: Path | None = None
) -> None:
    """Write the pictures of an example, then the index."""
    for scheme, image in pictures.images.items():
        if not (there := file_of(example.name, scheme, folder)).exists() or there.read_bytes() != image:
            replace(there, image)
    index.update(read_index(file))  # another run may have written meanwhile
    index[example.name] = {
        "alt": pictures.alt,
        "size": [pictures.width, pictures.height],
        **({"standins": pictures.standins} if pictures.standins else {}),
        "code": example.code_digest,
        "subject": subject(example),
    }
    write_index(index, file)


def remove_old(examples: list[Example], index: dict[str, dict]) -> None:
    """Remove the pictures of examples that have none any more."""
    names = {example.name for example in examples}
    for name in index.keys() - names:
        del index[name]
        write_index(index)
    for file in PICTURES.glob("*"):
        if file.name.rsplit(".", 2)[0] not in names:
            print(f"removed {file.relative_to(ROOT)}")
            file.unlink()


def has_emoji() -> bool:
    """Tell whether the browser will find a font for emoji (fontconfig; elsewhere the system has one)."""
    return not shutil.which("fc-list") or bool(subprocess.check_output(["fc-list", ":color=true:charset=1f600"]))


def main() -> int:
    """Take what is missing; return the number of the failures as the program's result."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="names of examples, or beginnings of them; all without")
    parser.add_argument("--again", action="store_true", help="take them even if they are current")
    options = parser.parse_args()
    if not has_emoji():
        print(
            "there is no font for emoji: pictures would show boxes; apt-get install fonts-noto-color-emoji",
            file=sys.stderr,
        )
        return 1
    examples, index = shown_examples(), read_index()
    remove_old(examples, index)
    wanted = [e for e in examples if not options.names or e.name.startswith(tuple(options.names))]
    if options.names and not wanted:
        print(f"no example that is shown has a name like {options.names}", file=sys.stderr)
        return 1
    todo = [example for example in wanted if options.again or not is_current(example, index)]
    print(f"{len(wanted) - len(todo)} of {len(wanted)} examples have current pictures; {len(todo)} to take", flush=True)
    failed = _take_all(todo, index)
    for example, error in failed:
        print(f"FAILED {example.name} ({example.place}): {error}", file=sys.stderr)
    return 1 if failed else 0


def _take_all(todo: list[Example], index: dict[str, dict]) -> list[tuple[Example, CaptureError]]:
    failed = []
    if not todo:
        return failed
    workers = min(len(todo), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, initializer=_start) as pool:
        try:
            running = {pool.submit(_take, example): example for example in todo}
            for number, done in enumerate(as_completed(running), 1):
                example = running[done]
                try:
                    pictures = done.result()
                except CaptureError as error:
                    failed.append((example, error))
                    print(f"{number}/{len(todo)} {example.name}: {error}", flush=True)
                    continue
                store(example, pictures, index)
                kilobytes = sum(map(len, pictures.images.values())) / 1000
                print(
                    f"{number}/{len(todo)} {example.name}: {pictures.width} x {pictures.height}, {kilobytes:.0f} kB",
                    flush=True,
                )
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise
    return failed


if __name__ == "__main__":
    sys.exit(main())
