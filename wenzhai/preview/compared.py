"""What a change does, told apart by its cause."""

from __future__ import annotations

from dataclasses import dataclass

from wenzhai.changes import Changes


@dataclass(frozen=True, slots=True)
class Compared:
    commit: str
    """The merge-base."""
    by_code: Changes
    """The base's pages, read by its code and by ours."""
    by_pages: Changes
    """The base's pages and today's, both read by our code."""
    notes: tuple[str, ...]
    """What could not be compared."""
    hidden: int
    """Entries that are hidden and left out."""

    def __str__(self) -> str:
        pages, code = len(self.by_pages.changes), len(self.by_code.changes)
        return f"{pages} changes by pages, {code} by code"
