"""Makes the files that examples read and leave to the reader: pictures, sound, a video, a PDF, data, a database, pages.

All of it is drawn or computed here, so nothing has to be stored or fetched.
"""

from __future__ import annotations

import io
import math
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import wave
from contextlib import closing
from functools import cache
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, ImageDraw, ImageFont

LOGOS = [f"images/{shape}_{color}.png" for shape in ("horizontal", "icon") for color in ("red", "blue")]
TEXTS = {
    "capitals.csv": "capital,state,abbreviation,latitude,longitude,population\n"
    "Sacramento,California,CA,38.576,-121.494,524943\nPhoenix,Arizona,AZ,33.448,-112.077,1608139\n"
    "Austin,Texas,TX,30.275,-97.740,961855\nDenver,Colorado,CO,39.739,-104.985,715522\n"
    "Salem,Oregon,OR,44.939,-123.030,175535\n",
    "subtitles.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n",
    "tailwind.js": "// Stands for the library.\n",
    "reports/dashboard.html": "<!doctype html><h1>Report</h1>",
    "dashboard.py": 'import streamlit as st\n\nst.title("Dashboard")\n',
    "main.py": 'import streamlit as st\n\nst.title("Main")\n',
    "app.py": 'import streamlit as st\n\nst.title("App")\n',
    **{
        f"{name}.py": f'import streamlit as st\n\nst.title("{name.replace("_", " ").capitalize()}")\n'
        for name in ("page1", "page_1", "page_2", "create_account", "manage_account", "learn", "trial")
    },
}


def write_files(folder: Path) -> None:
    """Put all of them into a folder."""
    shutil.copytree(_made().name, folder, dirs_exist_ok=True)


@cache
def _made() -> tempfile.TemporaryDirectory:
    """Make them once; they go when the program ends."""
    home = tempfile.TemporaryDirectory(prefix="example-files-")
    folder = Path(home.name)
    for name, text in TEXTS.items():
        _write(folder / name, text.encode())
    for name in ("sunrise.jpg", "flower.png", *LOGOS):
        _write(folder / name, picture(name))
    _write(folder / "myvideo.mp4", video())
    for name in ("cat-purr.mp3", "myaudio.ogg"):
        _write(folder / name, sound(name))
    _write(folder / "report.pdf", pdf())
    with closing(sqlite3.connect(folder / "pets.db")) as pets, pets:
        pets.execute("CREATE TABLE pet_owners (owner TEXT, pet TEXT)")
        pets.execute("CREATE TABLE numbers (val INTEGER)")
        pets.executemany("INSERT INTO pet_owners VALUES (?, ?)", [("barbara", "cat"), ("jerry", "fish")])
    return home


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def picture(name: str) -> bytes:
    """A picture of the type that the name ends in; it shows the name, since it stands for the reader's own."""
    stem = Path(name).name
    if stem.startswith(("horizontal", "icon")):
        return _logo(stem)
    image = Image.linear_gradient("L").resize((640, 400))
    image = Image.merge(
        "RGB",
        (image.point(lambda v: 90 + v // 2), image.point(lambda v: 110 + v // 4), image.point(lambda v: 190 - v // 3)),
    )
    draw = ImageDraw.Draw(image)
    draw.ellipse((260, 150, 380, 270), fill="#ffd16a")
    draw.polygon([(0, 400), (0, 290), (150, 210), (300, 310), (430, 230), (640, 330), (640, 400)], fill="#3d4663")
    draw.text((320, 365), stem, fill="white", font=ImageFont.load_default(28), anchor="mm")
    return _encoded(image, name)


def _logo(stem: str) -> bytes:
    color = "#ff4b4b" if "red" in stem else "#1c83e1"
    wide = stem.startswith("horizontal")
    image = Image.new("RGBA", (480 if wide else 96, 96))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((8, 8, 88, 88), 20, fill=color)
    if wide:
        draw.text((112, 48), "Your logo", fill=color, font=ImageFont.load_default(64), anchor="lm")
    return _encoded(image, stem)


def _encoded(image: Image.Image, name: str) -> bytes:
    data = io.BytesIO()
    kind = {"jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}.get(name.rpartition(".")[2].lower(), "PNG")
    image.save(data, kind)
    return data.getvalue()


@cache
def tone(seconds: float = 2.0, rate: int = 8000) -> bytes:
    """A tone of 440 Hz as a WAV file, one channel of 16 bits."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        samples = (int(9000 * math.sin(2 * math.pi * 440 * i / rate)) for i in range(int(seconds * rate)))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return data.getvalue()


@cache
def sound(name: str) -> bytes:
    """The tone as MP3 or Ogg."""
    return _ffmpeg(name.rpartition(".")[2], "-i", "pipe:0", given=tone())


@cache
def video() -> bytes:
    """Two seconds of a test picture as MP4, 640 x 360 pixels."""
    return _ffmpeg("mp4", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=2", "-pix_fmt", "yuv420p")


def _ffmpeg(ending: str, *arguments: str, given: bytes = b"") -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"made.{ending}"
        command = [
            imageio_ffmpeg.get_ffmpeg_exe(),
            "-loglevel",
            "error",
            "-threads",
            "1",
            *arguments,
            "-bitexact",
            str(file),
        ]
        subprocess.run(command, input=given, check=True)
        return file.read_bytes()


def pdf() -> bytes:
    """A page with a line of text as PDF."""
    page = Image.new("RGB", (595, 300), "white")
    ImageDraw.Draw(page).text((40, 60), "Q3 2026 financial report", fill="#262730", font=ImageFont.load_default(32))
    data = io.BytesIO()
    page.save(data, "PDF")
    return data.getvalue()
