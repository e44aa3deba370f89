"""`ids.yml`: the register of permanent article ids.

Written by `ids --write`, which appends and changes nothing that stands there; an editor may
mark an entry as retired or name its successor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from wenzhai.editorial_file import load_editorial
from wenzhai.model import Finding

REGISTER_NAME = "ids.yml"
HEADING = """\
# Permanent ids of articles. `ids --write` appends; nothing else writes here.
# An editor may add `retired: true`, or `successor: <id>`, to an entry.
version: 1
articles:
"""


class IdEntry(BaseModel):
    """One id: never given to another article."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=90)
    page: str
    anchor: str
    retired: bool = False
    successor: str | None = None


class RegisterFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    version: int = Field(ge=1, le=1)
    articles: list[IdEntry] | None


@dataclass(frozen=True, slots=True)
class Register:
    """All known ids, in the order of the file."""

    entries: tuple[IdEntry, ...] = ()

    def by_page(self) -> dict[str, Register]:
        """The register of each page."""
        pages: dict[str, list[IdEntry]] = {}
        for entry in self.entries:
            pages.setdefault(entry.page, []).append(entry)
        return {name: Register(tuple(entries)) for name, entries in pages.items()}


def read_register(path: Path) -> tuple[Register, tuple[Finding, ...]]:
    """The register; empty when there is none."""
    if not path.is_file():
        return Register(), ()
    loaded = load_editorial(path, RegisterFile)
    if isinstance(loaded, tuple):
        return Register(), loaded
    findings: list[Finding] = []
    known: dict[str, IdEntry] = {}
    for entry in loaded.articles or []:
        if known.setdefault(entry.id, entry) is not entry:
            message = f"'{entry.id}' stands here twice; an id names one article for ever"
            findings.append(Finding("duplicate-id", path.as_posix(), message))
    return Register(tuple(known.values())), tuple(findings)


def append_ids(path: Path, entries: Iterable[IdEntry]) -> int:
    """Append entries to the file, making it when there is none; how many."""
    lines = [
        "- " + yaml.safe_dump(
            entry.model_dump(exclude_defaults=True),
            allow_unicode=True,
            default_flow_style=True,
            sort_keys=False,
            width=10**6,
        )
        for entry in entries
    ]  # fmt: skip
    if not lines:
        return 0
    old = path.read_text(encoding="utf-8") if path.is_file() else HEADING
    if not old.endswith("\n"):
        old += "\n"
    path.write_text(old + "".join(lines), encoding="utf-8", newline="\n")
    return len(lines)
