"""What a bundle says about itself: how to open it, whose it is, what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from wenzhai.model import Document

if TYPE_CHECKING:
    from wenzhai.bundle.bundle import About

SUMS = "SHA256SUMS.txt"
# Licence texts of what a bundle carries beside the digest's own: tables, style, search.
TABLES = {
    "LICENSES/regions.txt": "regions/LICENCE.md",
    "LICENSES/traditional.txt": "search/LICENCE.md",
}


def notes(about: About) -> Iterator[Document]:
    """README, version, rights and licences."""
    data = files("wenzhai") / "data"
    words = {
        "name": about.name,
        "version": about.version,
        "commit": about.commit or "无",
        "pages": str(about.pages),
        "articles": str(about.articles),
        "contact": f"联系：{about.contact}" if about.contact else "",
    }
    for name in ("README.txt", "RIGHTS.txt"):
        text = Template((data / "bundle" / name).read_text(encoding="utf-8")).substitute(words)
        yield Document(name, _for_any_editor(text))
    commit = f"commit {about.commit}\n" if about.commit else ""
    yield Document("VERSION.txt", f"wenzhai {about.version}\n{commit}".encode())
    yield Document("LICENSES/wenzhai.txt", _licence("wenzhai", Path(__file__).parents[2]))
    yield Document("LICENSES/mkdocs-material.txt", _licence("mkdocs-material", None))
    for name, table in TABLES.items():
        yield Document(name, (data / table).read_bytes())


def sums(documents: Iterable[Document]) -> Document:
    """As `sha256sum -c` reads them."""
    lines = (f"{hashlib.sha256(one.content).hexdigest()}  {one.path}\n" for one in documents)
    return Document(SUMS, "".join(lines).encode())


def _for_any_editor(text: str) -> bytes:
    """With a byte-order mark and Windows line ends, which the oldest editors need."""
    return text.rstrip("\n").replace("\n", "\r\n").encode("utf-8-sig") + b"\r\n"


def _licence(package: str, checkout: Path | None) -> bytes:
    """Of a checkout, else of the installed package."""
    if checkout is not None and (checkout / "LICENSE").is_file():
        return (checkout / "LICENSE").read_bytes()
    for file in distribution(package).files or ():
        if file.name == "LICENSE":
            return Path(str(file.locate())).read_bytes()
    raise FileNotFoundError(f"{package} is installed without its licence")
