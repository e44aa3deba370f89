"""Blocks -> how likely a sentence goes on from one to another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wenzhai.segment.sheets import Sheet

CARRIED_MAX = 4.0  # points of a sentence that surely goes on
CERTAIN = 0.999  # a chance that is rounded to 1 has no logarithm of what is left


def carried_on(sheet: Sheet, blocks: Sequence[int]) -> list[dict[int, float]]:
    """For each of the blocks, by its place among them, the others with which it shares a sentence.

    Points are -log(1 - chance), so that they add up."""
    ends = {sheet.last(b): u for u, b in enumerate(blocks)}
    found: list[dict[int, float]] = [{} for _ in blocks]
    for u, b in enumerate(blocks):
        for line, chance in sheet.blocks[b].likely.items():
            other = ends.get(line, u)
            if other != u:
                points = min(CARRIED_MAX, -math.log1p(-min(chance, CERTAIN)))
                found[u][other] = found[other][u] = max(points, found[u].get(other, 0.0))
    return found
