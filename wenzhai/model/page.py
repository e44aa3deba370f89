"""A page, what is told about it, and files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenzhai.model.text import Span
from wenzhai.model.words import Rights


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the people who build the digest; data, not an exception."""

    code: str
    """A row of `findings.FINDINGS`, which gives the level."""
    path: str
    """The file, as the user named it; relative where possible."""
    message: str
    """What was found and what is allowed."""
    line: int | None = None
    """1-based line of the file; None for the file as a whole."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One source page as read."""

    name: str
    """File name with its suffix."""
    slug: str
    """ASCII, lower case, safe in a path; from the file name."""
    text: str
    """Decoded, without byte-order mark, line ends untouched."""
    encoding: str
    """The encoding that decoded it, as Python names it."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What an editor tells about a page itself; None where nobody has."""

    newspaper: str | None = None
    date: str | None = None
    """ISO 8601, a day."""
    edition: str | None = None
    page_number: str | None = None
    """Without leading zeros: "2", "B1"."""
    home: str | None = None
    """Where the newspaper is at home: GB/T 2260, six digits."""
    source: str | None = None
    """The page's address at its publisher."""
    scanned_by: str | None = None
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the Markdown tree."""

    path: str
    """Relative to docs/, with slashes, ASCII."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the tree that is too large to hold: it lies on the disk, to be moved in."""

    path: str
    """As of a document."""
    source: Path
    """Where it lies until it is written; it may be gone afterwards."""
