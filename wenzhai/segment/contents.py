"""Display lines and articles -> how much of each line recurs in each article, and in it only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.segment.sheets import Sheet

OPENING_TEXTS = 3  # paragraphs that show what an article tells of
COMMON = 10  # articles; a pair that more of them have says nothing


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs of one article, before headlines."""

    texts: tuple[int, ...]
    """Block numbers."""
    top: int
    """Blocks from here to the first paragraph stand above it."""
    bottom: int
    """Blocks from behind the last paragraph up to here (exclusive) stand below it."""


class Contents:
    """What the lines of display type share with each article."""

    def __init__(self, sheet: Sheet, stretches: Sequence[Stretch]) -> None:
        self.sheet = sheet
        self.first = [stretch.texts[0] for stretch in stretches]
        self.openings = [stretch.texts[:OPENING_TEXTS] for stretch in stretches]
        self.bodies = [
            frozenset().union(*(sheet.topics.rare[b] for b in stretch.texts))
            for stretch in stretches
        ]
        shown: frozenset[str] = frozenset().union(
            *(sheet.topics.rare[b] for b, k in enumerate(sheet.blocks) if k.kind == "display")
        )
        holders: dict[str, list[int]] = {}
        for a, body in enumerate(self.bodies):
            for pair in body & shown:
                holders.setdefault(pair, []).append(a)
        self.holders = holders
        self.known: dict[int, Counter[int]] = {}
        self.continued = frozenset(
            a
            for a, stretch in enumerate(stretches)
            if any(
                sheet.page.signs[sheet.first(b)].furniture == "jump line"
                for b in range(stretch.top, stretch.texts[0])
            )
        )
        self.lists = frozenset(
            a for a, stretch in enumerate(stretches) if _is_list(sheet, stretch.texts[0])
        )

    def of(self, b: int) -> Counter[int]:
        """For each article the weight of the pairs of a line that it has, the rarer the more."""
        if b in self.known:
            return self.known[b]
        found: Counter[int] = Counter()
        self.known[b] = found
        for pair in sorted(self.sheet.topics.of[b]):  # in one order, for the sums' last digits
            who = self.holders.get(pair, ())
            if len(who) <= COMMON:
                for a in who:
                    found[a] += 1.0 / (len(who) * len(who))  # type: ignore[assignment]
        return found

    def near(self, b: int, a: int) -> float:
        """How near what a line tells of is to what the article begins with, from -1 to 1."""
        return self.sheet.meant.near([b], self.openings[a])

    def overlap(self, b: int, a: int) -> float:
        own = self.sheet.topics.of[b]
        return len(own & self.bodies[a]) / len(own) if own else 0.0


def _is_list(sheet: Sheet, b: int) -> bool:
    i = sheet.first(b)
    return i in sheet.page.in_series and sheet.page.signs[i].value == 1
