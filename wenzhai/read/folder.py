"""Folder of pages -> what to read, in the digest's order.

Pages are the files of a known format, in sub-folders too; beside them lie the files that
editors write (`<page>.yml`, `ids.yml`, `authority/`). Hidden files are left alone. What looks
like a page and cannot be read, a linked folder too, is told: no page is missing in silence.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from wenzhai.model import Finding

PAGE_SUFFIXES = frozenset({".txt"})
EDITORIAL_SUFFIXES = frozenset({".yml", ".yaml"})
AUTHORITY = "authority"
NOT_PAGES = frozenset({"readme.txt", "readme.md", "license", "license.txt"})
SLUG_MAX = 60  # characters; leaves room in paths of at most 120
OTHER = re.compile(r"[^a-z0-9]+")


class Source(NamedTuple):
    """A file that should hold a page."""

    path: Path
    name: str
    """Relative to the folder, with slashes; a file named alone: its name."""
    slug: str


def list_sources(
    paths: Iterable[Path],
) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """The pages in folders and files, sorted by name, and what cannot be one."""
    named: dict[str, Path] = {}
    findings: list[Finding] = []
    for path in paths:
        if path.is_dir():
            for file in files_below(path, findings):
                name = file.relative_to(path).as_posix()
                if _is_beside(name):
                    continue
                reason = _no_page(file, name)
                if reason is None:
                    named[name] = file
                else:
                    findings.append(reason)
        elif path.is_file():
            named[path.name] = path
        else:
            message = "no such file or folder"
            findings.append(Finding("missing-path", path.as_posix(), message))
    sources: dict[str, Source] = {}
    for name in sorted(named):
        source = Source(named[name], name, page_slug(name))
        twin = sources.setdefault(source.slug, source)
        if twin is not source:
            message = f"gives the address '{source.slug}', as '{twin.name}' does; rename one"
            findings.append(Finding("slug-clash", source.path.as_posix(), message))
    return tuple(sources.values()), tuple(findings)


def files_below(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """What is no folder, below a folder; what cannot be looked into is added to the findings."""

    def refused(error: OSError) -> None:
        where = shown_name(Path(error.filename))
        findings.append(Finding("unreadable-file", where, f"cannot be read: {error.strerror}"))

    for top, folders, names in os.walk(folder, onerror=refused):
        for name in sorted(folders):
            below = Path(top) / name
            if below.is_symlink() and not name.startswith("."):
                message = "is a link to a folder, which is not followed; move the pages here"
                findings.append(Finding("unknown-file", shown_name(below), message))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(top) / name for name in sorted(names))


def _no_page(file: Path, name: str) -> Finding | None:
    """Why a file is no page."""
    if file.suffix.lower() not in PAGE_SUFFIXES:
        allowed = ", ".join(sorted(PAGE_SUFFIXES))
        message = f"'{file.suffix}' is no known page format; known: {allowed}"
        return Finding("unknown-file", shown_name(file), message)
    if shown_name(Path(name)) != name:
        message = "its name is not UTF-8; rename it"
        return Finding("unreadable-file", shown_name(file), message)
    if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises where nothing may be seen
        message = "cannot be read: a link that leads nowhere, no file, or no permission"
        return Finding("unreadable-file", shown_name(file), message)
    return None


def shown_name(path: Path) -> str:
    """How a message names a file, whatever bytes its name has."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def page_slug(name: str) -> str:
    """ASCII, lower case, for paths: pinyin for Chinese, a hash where nothing else is left."""
    stem = name.rsplit(".", 1)[0]
    spelled = unicodedata.normalize("NFKC", stem)
    if not spelled.isascii():
        from pypinyin import lazy_pinyin  # 0.2 s, which most names need not pay

        spelled = " ".join(lazy_pinyin(spelled))
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    slug = OTHER.sub("-", plain.lower()).strip("-")
    if slug and len(slug) <= SLUG_MAX:
        return slug
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{slug[: SLUG_MAX - 7].strip('-')}-{mark}" if slug else f"page-{mark}"


def _is_beside(name: str) -> bool:
    parts = name.split("/")
    return (
        any(part.startswith(".") for part in parts)
        or parts[0] == AUTHORITY
        or Path(name).suffix.lower() in EDITORIAL_SUFFIXES
        or parts[-1].lower() in NOT_PAGES
    )
