"""Paths -> what is wrong with them on Windows, macOS or Linux."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

PATH_MAX = 120  # characters; Windows has 260 for the whole path, the user's own folders included
PLAIN = re.compile(r"[A-Za-z0-9._/@+-]+")
# Windows gives these names to devices, whatever ending follows.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def path_faults(paths: Iterable[str]) -> Iterator[str]:
    """One line a fault, with the path."""
    seen: dict[str, str] = {}
    for path in paths:
        yield from (f"{path}: {fault}" for fault in _faults(path))
        for part in (path, *map(str, PurePosixPath(path).parents)):
            other = seen.setdefault(part.casefold(), part)
            if other != part:
                yield f"{path}: differs from {other} in case alone"


def _faults(path: str) -> Iterator[str]:
    if not PLAIN.fullmatch(path):
        yield "has characters other than letters, digits and ._@+- of ASCII"
    if len(path) > PATH_MAX:
        yield f"has {len(path)} characters; {PATH_MAX} are allowed"
    for name in path.split("/"):
        if RESERVED.fullmatch(name):
            yield f"{name} is the name of a device on Windows"
        if name.endswith("."):
            yield f"{name} ends with a dot, which Windows drops"
