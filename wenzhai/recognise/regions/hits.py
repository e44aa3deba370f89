"""What the finder hands from rule to rule, and how overlaps are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Sort = Literal[
    "full", "short", "former", "nickname", "joint", "river", "macro", "town", "village", "zone",
    "compound", "one-character", "listed", "deictic",
]  # fmt: skip
WEAK = frozenset({"short", "nickname"})
"""Bare forms, that the judge has to allow."""
LONG = 3  # code points; 京津冀 does not yield to 津冀
YIELDING = WEAK | {"river", "macro"}
"""What gives way to every other sort: 和平凉市 is 平凉市, not 和平."""


class Hit(NamedTuple):
    """Printed characters that can be a place."""

    start: int
    end: int
    sort: Sort
    ids: tuple[str, ...]
    rule: str
    confidence: float


def _yields(hit: Hit) -> bool:
    return hit.sort in WEAK or (hit.sort in YIELDING and hit.end - hit.start < LONG)


def settle(hits: Iterable[Hit], taken: Iterable[tuple[int, int]]) -> list[Hit]:
    """Hits that do not overlap, in order: firm before yielding, long before short, then the first.

    Nothing stands in a person's name.
    """
    kept: list[Hit] = []
    held: set[int] = set()
    for start, end in taken:
        held.update(range(start, end))
    order = sorted(hits, key=lambda hit: (_yields(hit), hit.start - hit.end, hit.start))
    for hit in order:
        if held.isdisjoint(range(hit.start, hit.end)):
            held.update(range(hit.start, hit.end))
            kept.append(hit)
    kept.sort(key=lambda hit: hit.start)
    return kept
