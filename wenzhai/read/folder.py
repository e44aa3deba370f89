"""Folder of pages -> what to read, in the digest's order.

Pages are the files of a known format, in sub-folders too; beside them lie the files that
editors write (`<page>.yml`, `ids.yml`, `authority/`). Hidden files are left alone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
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
            for file in sorted(path.rglob("*")):
                name = file.relative_to(path).as_posix()
                if not file.is_file() or _is_beside(name):
                    continue
                if file.suffix.lower() in PAGE_SUFFIXES:
                    named[name] = file
                else:
                    allowed = ", ".join(sorted(PAGE_SUFFIXES))
                    message = f"'{file.suffix}' is no known page format; known: {allowed}"
                    findings.append(Finding("unknown-file", file.as_posix(), message))
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
