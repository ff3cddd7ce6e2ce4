"""What goes wrong in a build ends in one clear message and a failure, and leaves the site that was there as it is.

Each fault is a real one: a full file system, a folder that may not be written to, a process that is killed.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import built
import pytest

BIN = Path(sys.executable).parent
INSTALLATION = "docs/get-started/installation/index.md"
BUTTON = "docs/develop/api-reference/widgets/st.button.md"

# Run by each Python that is started with this folder on its path: it has no Streamlit, or no network.
NO_STREAMLIT = """
from importlib import metadata
real = metadata.Distribution.from_name.__func__
def from_name(cls, name):
    if name == "streamlit":
        raise metadata.PackageNotFoundError(name)
    return real(cls, name)
metadata.Distribution.from_name = classmethod(from_name)
"""
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print("NETWORK:", event, arguments, file=sys.stderr)
        raise OSError(101, "Network is unreachable")
sys.addaudithook(refuse)
"""


class Project:
    """A copy of the site's sources outside of any repository, with a site that was built before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        built.copy_sources(folder)
        shutil.copy(built.ROOT / "Makefile", folder)
        self.site = folder / "site"
        self.site.mkdir()
        (self.site / "index.html").write_text("the previous site", encoding="utf-8")
        venv = folder / ".venv"
        venv.mkdir()
        (venv / ".site").touch()  # all is installed

    @property
    def command(self) -> list[str]:
        return ["make", "build", f"BIN={BIN}"]

    def run(self, *command: str, **options: object) -> subprocess.CompletedProcess:
        environment = built.environment(**options.pop("settings", {}))
        return subprocess.run(
            command or self.command,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
            **options,
        )

    def with_customization(self, code: str) -> dict[str, str]:
        """The setting with which each Python runs this code first."""
        folder = self.folder / "customized"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
        return {"PYTHONPATH": str(folder)}

    def append(self, path: str, text: str) -> int:
        """Add text to a file, and return how many lines it has then."""
        file = self.folder / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
        return len(file.read_text(encoding="utf-8").splitlines())

    def is_as_before(self) -> bool:
        return [file.name for file in self.site.iterdir()] == ["index.html"] and "previous" in self.index

    @property
    def index(self) -> str:
        return (self.site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def check(project: Project, done: subprocess.CompletedProcess, *messages: str) -> None:
    """The build failed with each message in one line, without a traceback, and left the site alone."""
    output = done.stdout + done.stderr
    assert done.returncode != 0, output
    for message in messages:
        assert sum(message in line for line in output.splitlines()) == 1, f"{message}\n{output[-3000:]}"
    assert "Traceback" not in output, output[-3000:]
    assert project.is_as_before()


def test_broken_pages_are_named_with_their_line(project: Project) -> None:
    """Front matter, a fence and an API name."""
    name = project.append(BUTTON, "\n## ::: streamlit.buton\n")
    fence = project.append(INSTALLATION, "\n```python\n")
    licenses = project.folder / "docs/licenses.md"
    licenses.write_text("---\ntitle: Licenses: all\ndescription: What\n---\n\n# Licenses\n", encoding="utf-8")
    check(
        project,
        project.run(),
        f"{BUTTON}:{name}: Streamlit",
        f"get-started/installation/index.md:{fence}: the code that begins here has no end",
        "licenses.md:2: the front matter is no YAML: mapping values are not allowed",
    )


def test_a_broken_template_is_named_with_its_line(project: Project) -> None:
    line = project.append("overrides/partials/footer.html", "\n{% if %}\n")
    check(project, project.run(), f"Error: overrides/partials/footer.html:{line}: Expected an expression")


def test_without_streamlit(project: Project) -> None:
    done = project.run(settings=project.with_customization(NO_STREAMLIT))
    check(project, done, "Streamlit is not installed")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=lambda how: how.name)
def test_an_interrupted_build(project: Project, how: signal.Signals) -> None:
    process = subprocess.Popen(
        project.command, cwd=project.folder, env=built.environment(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # ignored below a background job
    )  # fmt: skip
    while not (project.folder / "site.new/404.html").exists():  # some files are written, most are not
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.01)
    os.killpg(process.pid, how)
    output, _ = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in output, output
    assert project.is_as_before()


def test_what_an_interrupted_build_left_is_in_no_ones_way(project: Project) -> None:
    """And a build of what is installed needs no network, and no repository."""
    (project.folder / "site.new").mkdir()
    (project.folder / "site.new/rest.html").touch()
    done = project.run(settings=project.with_customization(NO_NETWORK))
    assert done.returncode == 0, done.stderr[-3000:]
    assert "NETWORK" not in done.stderr
    assert "<h1" in project.index
    assert not (project.site / "rest.html").exists()
    assert not list(project.folder.glob("site.*"))


def test_a_build_killed_between_the_two_names_gives_the_site_back(project: Project) -> None:
    project.site.rename(project.folder / "site.old")
    check(project, project.run(settings=project.with_customization(NO_STREAMLIT)), "Streamlit is not installed")


@pytest.mark.parametrize("folder", [".", "site"])
def test_a_read_only_folder(project: Project, folder: str) -> None:
    """Of the project, or of the site alone; root, who may write anywhere, gives that right up first."""
    drop = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    target = project.folder / folder
    target.chmod(0o555)
    done = project.run(*drop, *project.command)
    target.chmod(0o755)
    check(project, done, f"{folder} is read-only, so nothing is built")


def test_a_read_only_folder_of_plain_mkdocs(project: Project) -> None:
    drop = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    target = project.folder / "elsewhere"
    target.mkdir(mode=0o555)
    done = project.run(*drop, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target))
    check(project, done, f"Error: {target}/assets: Permission denied; make it writable")


def test_a_quota(project: Project) -> None:
    """The kernel refuses a file of more than 100 kB."""
    limit = 100_000
    done = project.run(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    check(project, done, "site.new: File too large; raise the limit")


def test_a_full_disk(project: Project) -> None:
    """A file system in memory that holds the project and 5 MB more, and is full before the site is written."""
    inside = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    disk = project.folder.parent / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if (tried := subprocess.run([*inside, *mount], capture_output=True, text=True)).returncode != 0:
        pytest.skip(f"this system mounts no file system for a test: {tried.stderr.strip()}; test_a_quota is like it")
    size = sum(file.stat().st_blocks * 512 for file in project.folder.rglob("*"))
    mount[4] = f"size={size + 5_000_000}"
    script = (
        f"{' '.join(mount)} && cp -a . {disk} && cd {disk} && {' '.join(project.command)}; status=$?; "
        f"rm -r {project.site}; cp -a {disk}/site {project.site}; exit $status"
    )
    done = project.run(*inside, "sh", "-c", script)
    check(project, done, "No space left on device; free some space")


def test_a_python_that_streamlit_does_not_take(project: Project) -> None:
    old = project.folder / "python3.10"
    code = "import sys; code = sys.argv[1]; sys.version_info = (3, 10, 12); exec(code)"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$2"\n', encoding="utf-8")
    old.chmod(0o755)
    done = project.run("make", "build", "VENV=new", f"PYTHON={old}")
    check(project, done, "Streamlit needs Python 3.11 or newer. Install it")
    assert not (project.folder / "new").exists()


def test_no_network_to_install_from(project: Project) -> None:
    settings = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple/", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1",
                "PIP_CONFIG_FILE": os.devnull, "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}  # fmt: skip
    done = project.run("make", "build", "VENV=new", f"PYTHON={sys.executable}", settings=settings)
    check(project, done, "Could not install what requirements.txt names")
    assert not (project.folder / "new/.site").exists()
