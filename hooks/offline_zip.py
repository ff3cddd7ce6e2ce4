"""MkDocs hook: with `extra.offline`, beside the built folder stands one zip of it: `streamlit-docs-1.67.0.zip`.

The same pages make the same zip: its files are in order and carry no time.
"""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

_logger = logging.getLogger("mkdocs.hooks.offline_zip")

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can name
_READABLE_FILE = 0o100644 << 16


@event_priority(-100)  # when all is written
def on_post_build(config: MkDocsConfig) -> None:
    """Write it, unless the site is being served."""
    if config.extra.get("offline") and not config.extra.get("serving"):
        site = Path(config.site_dir)
        archive = pack(site, site.with_name(f"streamlit-docs-{config.extra['streamlit_version']}.zip"))
        _logger.info(f"{archive} ({archive.stat().st_size / 1e6:.1f} MB): unpack it and open its index.html")


def pack(folder: Path, archive: Path) -> Path:
    """Write what is in the folder to an archive with one folder at its top, named after the archive; return its path."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    with zipfile.ZipFile(archive, "w", compresslevel=9) as written:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{archive.stem}/{path}", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE_FILE
            entry.create_system = 3  # Unix, wherever it is made
            written.writestr(entry, files[path].read_bytes())
    return archive
