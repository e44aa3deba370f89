"""Paragraphs -> how much the characters of each speak for its belonging with each other one.

What an article has said it says again. A character or a pair of characters that two paragraphs
share speaks for one article, the more the rarer it is in Chinese at large and the fewer other parts
of the page have it. Single characters carry most: 树 comes again where 古树 does not.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

COMMON = 0.008  # share of all text from which a character is grammar, or as good as grammar
PARAGRAPH = 90  # characters that a paragraph's pair of neighbours may have, to expect one by chance
CHANCE_MAX = 0.9  # chance of a common character's standing in a part of a page
PAIR_CHANCE = 0.01  # ... and of a pair of characters'
BELIEF = 3.0  # parts of a page that the chance counts as much as
GROUND = 0.35  # points that sharing must have before it says anything
REACH = 80  # blocks; hardly an article stretches further


@dataclass(frozen=True, slots=True)
class Likeness:
    """By block number; blocks without text share nothing."""

    shared: Sequence[dict[int, float]]
    """For each block the blocks near it that share characters, with the weight of these."""
    sizes: Sequence[int]
    """How many telling characters each block has."""


@cache
def character_shares() -> tuple[dict[str, float], float]:
    """The share of each character in Chinese newspapers, and of one that is not in the table."""
    source = files("wenzhai") / "data" / "segment" / "characters.txt"
    rows = [
        row for row in source.read_text(encoding="utf-8").split("\n") if row[:1] not in ("", "#")
    ]
    counts = {row[0]: int(row[1:]) for row in rows}
    total = sum(counts.values())
    return {c: (count + 0.5) / total for c, count in counts.items()}, 0.5 / total


def read_likeness(
    texts: Sequence[str], pairs: Sequence[frozenset[str]], parts: Sequence[int]
) -> Likeness:
    """`parts` numbers, block by block, the stretches of a page that are surely apart."""
    units, sizes = _telling(texts, pairs)
    holders: dict[str, list[int]] = defaultdict(list)
    for b, own in enumerate(units):
        for unit in own:
            holders[unit].append(b)
    shared: list[dict[int, float]] = [{} for _ in texts]
    total = len(set(parts)) - 1 + BELIEF
    for unit in sorted(unit for unit, held in holders.items() if len(held) > 1):
        held = holders[unit]
        weight = _weight(unit, len({parts[b] for b in held}) - 1, total)
        if weight > 0:
            _share(shared, held, weight)
    return Likeness(shared, sizes)


class LikenessOfTwo:
    """The same, every block a stretch of its own, where only a few pairs of blocks are asked for."""

    def __init__(self, texts: Sequence[str], pairs: Sequence[frozenset[str]]) -> None:
        self.units, self.sizes = _telling(texts, pairs)
        holders = Counter(chain.from_iterable(self.units))
        total = len(texts) - 1 + BELIEF
        weights = {unit: _weight(unit, times - 1, total) for unit, times in holders.items()}
        self.weights = {unit: weight for unit, weight in weights.items() if weight > 0}

    def shared(self, one: int, other: int) -> float:
        """Weight of the characters that two blocks share; none of a block with itself."""
        if one == other or abs(one - other) > REACH:
            return 0.0
        weights = self.weights
        units = sorted(self.units[one] & self.units[other])
        return sum((weights[unit] for unit in units if unit in weights), start=0.0)


def _telling(
    texts: Sequence[str], pairs: Sequence[frozenset[str]]
) -> tuple[list[frozenset[str]], list[int]]:
    """The telling characters of each block with its pairs, and how many characters these are."""
    table, _ = character_shares()
    telling = frozenset(
        c
        for c in frozenset().union(*texts)
        if "\u3400" <= c <= "\u9fff" and table.get(c, 0.0) < COMMON
    )
    characters = [telling.intersection(text) for text in texts]
    units = [own | of if own else own for own, of in zip(characters, pairs, strict=True)]
    return units, [len(own) for own in characters]


def _weight(unit: str, others: int, total: float) -> float:
    """Points for two blocks that share it, when so many other parts of the page have it."""
    if len(unit) > 1:
        chance = PAIR_CHANCE
    else:
        table, rarest = character_shares()
        chance = min(CHANCE_MAX, table.get(unit, rarest) * PARAGRAPH)
    return -math.log((others + BELIEF * chance) / total) - GROUND


def _share(shared: Sequence[dict[int, float]], held: Sequence[int], weight: float) -> None:
    if len(held) == 2:  # most are shared by two only
        other, b = held
        if other >= b - REACH:
            shared[b][other] = shared[other][b] = shared[b].get(other, 0.0) + weight
        return
    for i, b in enumerate(held):
        row = shared[b]
        for other in reversed(held[:i]):
            if other < b - REACH:
                break
            row[other] = shared[other][b] = row.get(other, 0.0) + weight
