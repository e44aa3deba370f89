"""Blocks -> what each talks about, as pairs of characters, and how much two stretches share.

A pair that few blocks of the page have says most: its weight is one over the square of the number
of blocks that have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RUN = re.compile(r"[\u3400-\u9fff]{2,}")
# Characters of grammar: a pair that holds one belongs to any subject.
GRAMMAR = frozenset(
    "的了是在和与等将对为以及也都就要有这那其之中上下不而并从到被把于个一年月日者各此所"
)
CAP = 500  # code points of a block that are looked at


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Han characters that can name a subject."""
    found: set[str] = set()
    for run in RUN.findall(text[:CAP]):
        found.update(
            a + b
            for a, b in zip(run, run[1:], strict=False)
            if a not in GRAMMAR and b not in GRAMMAR
        )
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Topics:
    """The pairs of each block and in how many blocks each pair stands."""

    of: Sequence[frozenset[str]]
    spread: Counter[str]

    def shared(self, left: Iterable[int], right: Iterable[int]) -> float:
        """Weight of what two stretches share, per pair of the smaller one."""
        a = frozenset().union(*(self.of[i] for i in left))
        b = frozenset().union(*(self.of[i] for i in right))
        if not a or not b:
            return 0.0
        common = a & b
        weight = sum(1.0 / (self.spread[g] - 1.0) for g in common if self.spread[g] > 1)
        return weight / min(len(a), len(b)) ** 0.5


def read_topics(texts: Sequence[str]) -> Topics:
    of = [pairs(text) for text in texts]
    spread: Counter[str] = Counter()
    for found in of:
        spread.update(found)
    return Topics(of, spread)
