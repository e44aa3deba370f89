"""What suits each loose end and each loose beginning of a page, besides the other it is asked of."""

from __future__ import annotations

import math
from collections.abc import Mapping

Pair = tuple[int, int]
"""An end and a beginning, as numbers of lines."""
NONE = -6.0  # points of a seam that is not there


class Others:
    """What suits each loose end and beginning far away."""

    def __init__(self, far: Mapping[Pair, float], rows: int) -> None:
        self.rows = rows
        self.of_end: dict[int, float] = {}
        """Log-odds of the likeliest beginning, not below NONE."""
        self.of_head: dict[int, float] = {}
        self.second_of_end: dict[int, float] = {}
        self.second_of_head: dict[int, float] = {}
        self.torn = 0.0
        """How many sentences of the page are expected to be torn."""
        for (a, b), z in far.items():
            for of, second, key in (
                (self.of_end, self.second_of_end, a),
                (self.of_head, self.second_of_head, b),
            ):
                best = of.get(key, NONE)
                of[key] = max(z, best)
                second[key] = max(min(z, best), second.get(key, NONE))
            self.torn += 1 / (1 + math.exp(-z))

    def beside_end(self, a: int, z: float) -> float:
        """What suits an end best of all but a pair with such log-odds."""
        best = self.of_end[a]
        return self.second_of_end[a] if z >= best else best

    def beside_head(self, b: int, z: float) -> float:
        best = self.of_head[b]
        return self.second_of_head[b] if z >= best else best
