"""A paragraph -> how likely its words open an article, and how likely they end one.

近日, a place and a body stand in an opening; who goes on says 他 or 该. Weights of
`data/segment/opens.tsv` and `ends.tsv` (logistic), fitted by `bench/fit_openings.py` on the
articles that the project learns from.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import rjieba

from wenzhai.weights import load_weights

FRONT, BACK = 60, 24  # code points at the beginning and at the end whose words are told apart
WORDS, PLACED, PAIRED, LAST = 12, 3, 3, 6  # words of these
LONG, LENGTHS = 100, 3.0  # code points of a length of one; more than three say no more
BEHIND = 0.5  # what a word further back counts
MOST = 4.0  # points that a paragraph's words can have


class Openings(NamedTuple):
    opens: Mapping[str, float]
    ends: Mapping[str, float]


@cache
def load_openings() -> Openings:
    return Openings(load_weights("segment/opens.tsv"), load_weights("segment/ends.tsv"))


def opening_signs(text: str) -> dict[str, float]:
    """What a paragraph shows: its words at the beginning by their place, those at the end, all others."""
    signs: dict[str, float] = {}
    tagged = rjieba.tag(text[:FRONT], False)
    for number, (word, kind) in enumerate(tagged[:WORDS]):
        place = min(number, PLACED)
        signs[f"kind {place} {kind}"] = 1.0
        signs[f"word {word}"] = 1.0
        if number <= PLACED:
            signs[f"word {place} {word}"] = 1.0
    for number, ((_, kind), (_, other)) in enumerate(pairwise(tagged[: PAIRED + 1])):
        signs[f"kinds {number} {kind} {other}"] = 1.0
    for word, kind in rjieba.tag(text[-BACK:], False)[-LAST:]:
        signs[f"end {word}"] = 1.0
        signs[f"end-kind {kind}"] = 1.0
    for run in range(1, 4):
        signs[f"first {text[:run]}"] = 1.0
    signs[f"last {text[-3:]}"] = 1.0
    signs["length"] = min(LENGTHS, len(text) / LONG)
    for word in rjieba.cut(text[FRONT:], False):
        signs[f"behind {word}"] = BEHIND
    return signs


class Points(NamedTuple):
    """Log-odds, between -MOST and MOST."""

    opens: float
    ends: float


def opening_points(text: str) -> Points:
    signs = opening_signs(text)
    opens, ends = (
        weights["always"] + sum(weights.get(sign, 0.0) * x for sign, x in signs.items())
        for weights in load_openings()
    )
    return Points(_between(opens), _between(ends))


def _between(points: float) -> float:
    return max(-MOST, min(MOST, points))
