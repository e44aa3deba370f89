"""Long lists -> pages of a size that a telephone opens at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wenzhai.render.escape import Safe

T = TypeVar("T")

ROWS_MAX = 500  # rows of an index on one page; about 60 kB of HTML
CONTEXTS_MAX = 100  # articles with their snippets on one page of a person or a region


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a list, as its siblings name it."""

    number: int
    url: Safe | None
    """None for the page itself."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where one page of a long list stands."""

    path: str
    number: int
    steps: tuple[Step, ...]
    """All pages of the list; empty when there is only one."""


def sheets(stem: str, rows: Sequence[T], size: int) -> Iterator[tuple[Sheet, Sequence[T]]]:
    """At least one page; `stem` is a path without suffix. A point cannot stand in an id, so
    that "x.2.md" is nobody's page."""
    count = max(1, -(-len(rows) // size))
    name = stem.rpartition("/")[2]
    for number in range(1, count + 1):
        steps = tuple(
            Step(other, None if other == number else Safe(_numbered(name, other, "html")))
            for other in range(1, count + 1)
        )
        sheet = Sheet(_numbered(stem, number, "md"), number, steps if count > 1 else ())
        yield sheet, rows[(number - 1) * size : number * size]


def _numbered(stem: str, number: int, suffix: str) -> str:
    return f"{stem}.{suffix}" if number == 1 else f"{stem}.{number}.{suffix}"
