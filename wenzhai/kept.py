"""Record of a page <-> a file: what no later build need make again.

A page is the same record as long as its file, what editors wrote beside it, its registered ids,
the program, its libraries and Python are the same. Nothing here is ever needed: a file that is
missing, torn or of another program is made anew.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from wenzhai.model import Record

FOLDER_NAME = ".wenzhai-cache"
SUFFIX = ".record"
OURS = re.compile(r"[0-9a-f]{64}\.(?:record|\d+)")  # a record; a process's, not yet whole
SUM_BYTES = 32  # of SHA-256, before the record
NEVER_COMMITTED = "*\n"
TAG_NAME = "CACHEDIR.TAG"
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"
"""Told by this, backup programs leave a folder out (the Cache Directory Tagging Specification)."""


class Making(Protocol):
    """What a record is made of."""

    def parts(self) -> tuple[bytes, ...]:
        """Everything that the record depends on, the program aside.

        Raises:
            OSError: a file cannot be read

        """


@dataclass(frozen=True, slots=True)
class Kept:
    """Records in a folder, each under the sum of what it is made of."""

    folder: Path
    asked: set[Path] = field(default_factory=set)
    """What this run had use for."""

    def place(self, making: Making) -> Path | None:
        """Where the record is or would be; None when its page cannot be read."""
        try:
            parts = making.parts()
        except OSError:
            return None
        sums = sha256(_program())
        for part in parts:
            sums.update(sha256(part).digest())
        path = self.folder / f"{sums.hexdigest()}{SUFFIX}"
        self.asked.add(path)
        return path

    def sweep(self) -> None:
        """Remove the records that this run had no use for, and what a run that was ended left."""
        for path in self.folder.glob("*"):
            if OURS.fullmatch(path.name) and path not in self.asked:
                with contextlib.suppress(OSError):  # of another user; it harms nobody
                    path.unlink()


def load(path: Path) -> Record | None:
    """The record in a file, if it is there and whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    told, body = data[:SUM_BYTES], data[SUM_BYTES:]
    if sha256(body).digest() != told:
        return None
    record = pickle.loads(body)  # noqa: S301 - written by this program, and whole
    return record if isinstance(record, Record) else None


def keep(record: Record, path: Path) -> None:
    """Write a record, whole or not at all. A folder that cannot be written keeps nothing."""
    body = pickle.dumps(record, protocol=pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        _make_folder(path.parent)
        part = path.with_suffix(f".{os.getpid()}")
        try:
            part.write_bytes(sha256(body).digest() + body)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)  # of a disk that is full


def _make_folder(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in ((".gitignore", NEVER_COMMITTED), (TAG_NAME, TAG)):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


@cache
def _program() -> bytes:
    """Sum of the code, its data, the libraries and Python."""
    sums = sha256(sys.version.encode())
    package = Path(str(files("wenzhai")))
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            sums.update(path.relative_to(package).as_posix().encode())
            sums.update(sha256(path.read_bytes()).digest())
    for library in sorted({f"{one.name}=={one.version}" for one in distributions()}):
        sums.update(library.encode())
    return sums.digest()
