"""site/ -> a zip that opens from file:// on any machine, the same bytes each time.

All lies under one folder named like the zip. What only a server needs stays out. A path that some
system could not unpack, or a symbolic link, is refused with all others of its kind.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wenzhai.bundle.notes import notes, sums
from wenzhai.bundle.paths import path_faults
from wenzhai.model import Document

MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell; the clock must not get in
FILE_MODE = 0o100644 << 16
FOR_SERVERS = frozenset({"404.html", "robots.txt", "sitemap.xml"})
FOR_DEVELOPERS = ".map"  # where in Material's sources a line of its script comes from
FIXED = ("assets/", "LICENSES/")  # the same however many articles there are ...
GROWING = "assets/generated/"  # ... but for this part of it


class CannotBundle(Exception):
    """The site cannot be carried everywhere; the message says why."""


@dataclass(frozen=True, slots=True)
class About:
    """What a bundle says of itself."""

    name: str
    version: str
    commit: str | None
    pages: int
    articles: int
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Bundled:
    """What was made; sizes in bytes, compressed."""

    size: int
    growing: int
    """Without what is the same in every bundle: style, scripts, licences."""
    files: int

    def per_thousand(self, articles: int) -> float:
        """Megabytes that 1,000 articles take."""
        return self.growing / 1e6 / max(1, articles) * 1000


def write_bundle(site: Path, target: Path, about: About) -> Bundled:
    """Zip a finished site; a zip that stood there is replaced only by a whole new one."""
    documents = sorted([*_pages(site), *notes(about)], key=lambda document: document.path)
    documents.append(sums(documents))
    top = target.stem
    faults = tuple(path_faults(f"{top}/{document.path}" for document in documents))
    if faults:
        raise CannotBundle("\n".join(faults))
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.building")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for document in documents:
                entry = zipfile.ZipInfo(f"{top}/{document.path}", MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, on whatever system it is made
                entry.external_attr = FILE_MODE
                archive.writestr(entry, document.content)
            growing = sum(
                entry.compress_size
                for entry in archive.infolist()
                if _is_growing(entry.filename.removeprefix(f"{top}/"))
            )
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Bundled(target.stat().st_size, growing, len(documents))


def _pages(site: Path) -> Iterator[Document]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_symlink():
            raise CannotBundle(f"{name}: is a symbolic link, which not every system unpacks")
        if path.is_file() and name not in FOR_SERVERS and path.suffix != FOR_DEVELOPERS:
            yield Document(name, path.read_bytes())


def _is_growing(name: str) -> bool:
    return name.startswith(GROWING) or not name.startswith(FIXED)
