"""Two lines of display type -> whether the second carries on the first.

A headline too long for its line is broken: inside a word where a program broke it (请别把“减负”减成 /
“放羊”), between phrases where a compositor did (云龙湖畔 / 菊展迎来最佳赏花期). What else stands in two
lines is a kicker with its headline, or two headlines. The weights of `data/segment/halves.yml` are
log-odds, fitted by `bench/fit_halves.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wenzhai.segment.lines import width_of
from wenzhai.segment.seams import (
    join_marks,
    join_points,
    read_head,
    read_tail,
    start_points,
    tables,
)
from wenzhai.segment.words import words
from wenzhai.shipped import read_yaml

SHORT = 6.0  # Han characters; hardly any headline is so short
USUAL, UNIT = 18.0, 10.0  # Han characters of both lines together, and of one measure more
PAIR_MAX, START_MAX = 3.0, 4.0  # log-odds that count at most
JOIN_MIN, JOIN_MAX = -4.0, 6.0
SURE = 1.0  # log-odds; 2 of 100 kickers with their headlines have more
WANTING = frozenset("的和与在把被让将为从向给对")  # what no headline ends with
PAUSES = frozenset("，、：,:")
LEFT_OPEN = ("stays-open", "opens-again")


@cache
def weights() -> Mapping[str, float]:
    return read_yaml("segment/halves.yml")


def breaks_off(upper: str, lower: str) -> bool:
    """Whether a word or a quotation surely runs over from one line into the other."""
    marks = half_marks(upper, lower)
    runs_over = marks["word-over"] > 0 or marks["closes"] > 0
    return runs_over and sum(weights().get(m, 0.0) * x for m, x in marks.items()) > SURE


def half_marks(upper: str, lower: str) -> dict[str, float]:
    """What is seen of two lines, by name."""
    tail, head = read_tail(upper), read_head(lower)
    seam = join_marks(tail, head, frozenset(), tables())
    first, second = width_of(upper), width_of(lower)
    verbs = [verb for verb in words("headline_verbs") if len(verb) > 1]
    return {
        "always": 1.0,
        "word-over": seam.get("word-over", 0.0),
        "gain": seam.get("gain", 0.0),
        "kinds": seam.get("kinds", 0.0),
        "pair": _between(-PAIR_MAX, seam.get("pair", 0.0), PAIR_MAX),
        "closes": seam.get("closes", 0.0),
        "left-open": sum(seam.get(name, 0.0) for name in LEFT_OPEN),
        "join": _between(JOIN_MIN, join_points(tail, head, frozenset()), JOIN_MAX),
        "start": _between(-START_MAX, start_points(head), START_MAX),
        "total": (first + second - USUAL) / UNIT,
        "step": (first - second) / UNIT,
        "upper-short": float(first < SHORT),
        "lower-short": float(second < SHORT),
        "upper-halves": float(len(upper.split()) > 1),
        "lower-halves": float(len(lower.split()) > 1),
        "upper-verb": float(any(verb in upper for verb in verbs)),
        "lower-verb": float(any(verb in lower for verb in verbs)),
        "wanting": float(upper[-1] in WANTING),
        "pause": float(upper[-1] in PAUSES),
    }


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))
