"""What was decided -> how sure it is: the share of such decisions that are right on labelled pages.

A logistic fit (`bench/fit_confidence.py`, `data/segment/confidence.yml`) on the marks of the gap,
on how many points the page would lose by the other decision, on how much more a paragraph shares with
its own article than with the best other one, on how a headline is read and set, and on how far the
page prints its articles in order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from wenzhai.segment.breaks import Break
from wenzhai.segment.contents import Stretch
from wenzhai.segment.cuts import Cut
from wenzhai.segment.headroles import CONTENT_MAX, Match
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.units import LIKE_GROUND, LIKE_POWER, Units
from wenzhai.shipped import read_yaml

MARKS = (-6.0, 8.0)  # points of a gap's marks that count
MARGIN = (-4.0, 8.0)  # points by which what was decided is better that count
MARGIN_LOW = 1.0  # ... of which the first say most
KIN_MAX = 2.0  # likeness from which more says nothing
READ = (-6.0, 6.0)  # log-odds of a headline's reading that count
TAGGED = (-4.0, 4.0)  # ... and of its being set as one
SURE = 0.99  # nothing is stated as surer

Measures = Mapping[str, float]
Subject = Literal["join", "split", "headline"]
Way = Literal["plain", "woven"]
"""How the page was separated: by its gaps, or unit by unit."""


class Measured(NamedTuple):
    """What was decided, and what tells how sure it is."""

    way: Way
    subject: Subject
    measures: Measures


@cache
def confidence_weights() -> Mapping[Way, Mapping[Subject, Measures]]:
    return read_yaml("segment/confidence.yml")


def confidence(measured: Measured) -> float:
    """The share of such decisions that are right."""
    table = confidence_weights()[measured.way][measured.subject]
    points = sum(table.get(name, 0.0) * value for name, value in measured.measures.items())
    return min(SURE, 1.0 / (1.0 + math.exp(-points)))


def measure_gaps(
    page: Units,
    like: Likeness,
    cuts: Sequence[Cut],
    breaks: Sequence[Break],
    stretches: Sequence[Stretch],
    margins: Mapping[int, float],
) -> dict[int, Measured]:
    """For each paragraph but the first whether it was joined or split from above, and what tells.

    `breaks`: what the marks of each gap say; `margins`: by paragraph, see `margins.py`;
    none where a long file was parted."""
    home = {b: a for a, stretch in enumerate(stretches) for b in stretch.texts}
    sizes = [sum(like.sizes[b] for b in stretch.texts) for stretch in stretches]
    found: dict[int, Measured] = {}
    for cut, marks in zip(cuts, breaks, strict=True):
        b = cut.gap.below
        is_split = home[cut.gap.above] != home[b]
        own = home[b]
        shared = {own: 0.0}
        for other, weight in like.shared[b].items():
            if other in home:
                a = home[other]
                shared[a] = shared.get(a, 0.0) + weight
        kin = _kin(shared.pop(own), sizes[own] - like.sizes[b])
        other_kin = max((_kin(weight, sizes[a]) for a, weight in shared.items()), default=0.0)
        sign = 1.0 if is_split else -1.0
        margin = _between(MARGIN, sign * margins.get(b, 0.0))
        measures = {
            "always": 1.0,
            "marks": _between(MARKS, sign * marks.new),
            "margin": margin,
            "margin-low": min(MARGIN_LOW, margin),
            "plain": page.plain,
            "kin": kin - other_kin,
            "other-kin": other_kin,
            "paragraphs": math.log(len(stretches[home[b]].texts) + 1),
            "size": math.log(like.sizes[b] + 1),
        }
        found[b] = Measured(_way(page), "split" if is_split else "join", measures)
    return found


def _way(page: Units) -> Way:
    return "woven" if page.is_woven else "plain"


def _between(bounds: tuple[float, float], points: float) -> float:
    return max(bounds[0], min(bounds[1], points))


def _kin(weight: float, size: int) -> float:
    return min(KIN_MAX, weight / math.pow(LIKE_GROUND + size, LIKE_POWER))


def measure_headline(page: Units, match: Match, article: float) -> Measured:
    """`article`: how sure its least sure gap is."""
    measures = {
        "always": 1.0,
        "content": min(CONTENT_MAX, match.content),
        "overlap": match.overlap,
        "plain": page.plain,
        "above": float(match.place == "above" and not match.is_torn),
        "torn": float(match.is_torn),
        "read": _between(READ, match.read),
        "tagged": _between(TAGGED, match.tagged),
        "left": math.log(match.left + 1),
        "article": article,
    }
    return Measured(_way(page), "headline", measures)
