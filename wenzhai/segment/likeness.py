"""Paragraphs -> how much the characters of each speak for its belonging with each other one.

What an article has said it says again. A character or a pair of characters that two paragraphs
share speaks for one article, the more the rarer it is in Chinese at large and the fewer other parts
of the page have it. Single characters carry most: 树 comes again where 古树 does not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    table, rarest = character_shares()
    telling = {c for text in texts for c in set(text)}
    telling = {c for c in telling if "\u3400" <= c <= "\u9fff" and table.get(c, 0.0) < COMMON}
    holders: dict[str, list[int]] = {}
    sizes = []
    for b, text in enumerate(texts):
        own = telling.intersection(text)
        sizes.append(len(own))
        if not own:
            continue
        for unit in own | pairs[b]:
            holders.setdefault(unit, []).append(b)
    shared: list[dict[int, float]] = [{} for _ in texts]
    total = len(set(parts)) - 1 + BELIEF
    for unit, held in sorted(holders.items()):
        if len(held) < 2:
            continue
        chance = (
            PAIR_CHANCE if len(unit) > 1 else min(CHANCE_MAX, table.get(unit, rarest) * PARAGRAPH)
        )
        others = len({parts[b] for b in held}) - 1
        weight = -math.log((others + BELIEF * chance) / total) - GROUND
        if weight > 0:
            _share(shared, held, weight)
    return Likeness(shared, sizes)


def _share(shared: Sequence[dict[int, float]], held: Sequence[int], weight: float) -> None:
    for i, b in enumerate(held):
        for k in range(i - 1, -1, -1):
            other = held[k]
            if other < b - REACH:
                break
            shared[b][other] = shared[other][b] = shared[b].get(other, 0.0) + weight
