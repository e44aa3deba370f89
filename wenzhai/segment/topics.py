"""Blocks -> what each talks about, as pairs of characters, and how much two stretches share.

A pair that few blocks of the page have says most: its weight is one over the square of the number
of blocks that have it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

# Characters of grammar: a pair that holds one belongs to any subject.
GRAMMAR = "的了是在和与等将对为以及也都就要有这那其之中上下不而并从到被把于个一年月日者各此所"
RUN = re.compile(rf"[^{GRAMMAR}\u0000-\u33ff\ua000-\U0010ffff]{{2,}}")
"""Han characters without those of grammar."""
SPREAD_MAX = 30  # blocks; a pair that more of them have is no sign of any subject
CAP = 500  # code points of a block that are looked at


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Han characters that can name a subject."""
    found: set[str] = set()
    for run in RUN.findall(text[:CAP]):
        found.update(map(add, run, run[1:]))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Topics:
    """The pairs of each block and in how many blocks each pair stands."""

    of: Sequence[frozenset[str]]
    spread: Counter[str]
    rare: Sequence[frozenset[str]]
    """Those pairs of each block that some other blocks have, but not many."""

    def alone(self, b: int) -> int:
        """How many pairs no other block has, or so many that they say nothing."""
        return len(self.of[b]) - len(self.rare[b])

    def shared(self, left: Sequence[int], right: Sequence[int]) -> float:
        """Weight of what two stretches share, per pair of the smaller one."""
        a: frozenset[str] = frozenset().union(*(self.rare[i] for i in left))
        b: frozenset[str] = frozenset().union(*(self.rare[i] for i in right))
        size = min(
            len(a) + sum(self.alone(i) for i in left), len(b) + sum(self.alone(i) for i in right)
        )
        if not size:
            return 0.0
        spread = self.spread
        weight = math.fsum(1.0 / (spread[pair] - 1.0) for pair in a & b)
        return weight / math.sqrt(size)


def read_topics(texts: Sequence[str]) -> Topics:
    of = [pairs(text) for text in texts]
    spread: Counter[str] = Counter()
    for found in of:
        spread.update(found)
    known = {pair for pair, count in spread.items() if 1 < count <= SPREAD_MAX}
    return Topics(of, spread, [found & known for found in of])
