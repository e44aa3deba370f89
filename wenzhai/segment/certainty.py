"""What was decided -> how sure it is: the share of such decisions that are right on labelled pages.

A logistic fit (`bench/fit_confidence.py`, `data/segment/confidence.yml`) on the marks of the gap,
on how much more a paragraph shares with its own article than with the best other one, and on how
far the page prints its articles in order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from wenzhai.segment.contents import Stretch
from wenzhai.segment.cuts import Cut
from wenzhai.segment.headroles import CONTENT_MAX, Match
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.units import LIKE_GROUND, LIKE_POWER, Units

MARKS = (-6.0, 8.0)  # points of a gap's marks that count
KIN_MAX = 2.0  # likeness from which more says nothing
SURE = 0.99  # nothing is stated as surer

Measures = Mapping[str, float]


@cache
def confidence_weights() -> Mapping[str, Mapping[str, float]]:
    source = files("wenzhai") / "data" / "segment" / "confidence.yml"
    return yaml.safe_load(source.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def confidence(kind: str, measures: Measures) -> float:
    table = confidence_weights()[kind]
    points = sum(table[name] * value for name, value in measures.items())
    return min(SURE, 1.0 / (1.0 + math.exp(-points)))


def measure_gaps(
    page: Units,
    like: Likeness,
    cuts: Sequence[Cut],
    new: Sequence[float],
    stretches: Sequence[Stretch],
) -> dict[int, tuple[str, Measures]]:
    """For each paragraph but the first whether it was joined or split from above, and what tells.

    `new`: points of the marks of each gap."""
    home = {b: a for a, stretch in enumerate(stretches) for b in stretch.texts}
    sizes = [sum(like.sizes[b] for b in stretch.texts) for stretch in stretches]
    found: dict[int, tuple[str, Measures]] = {}
    for cut, points in zip(cuts, new, strict=True):
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
        marks = max(MARKS[0], min(MARKS[1], points if is_split else -points))
        measures = {
            "always": 1.0,
            "marks": marks,
            "plain": page.plain,
            "woven": float(page.is_woven),
            "kin": kin - other_kin,
            "other-kin": other_kin,
            "paragraphs": math.log(len(stretches[home[b]].texts) + 1),
            "size": math.log(like.sizes[b] + 1),
        }
        found[b] = ("split" if is_split else "join"), measures
    return found


def _kin(weight: float, size: int) -> float:
    return min(KIN_MAX, weight / math.pow(LIKE_GROUND + size, LIKE_POWER))


def measure_headline(page: Units, match: Match, article: float) -> Measures:
    """`article`: how sure its least sure gap is."""
    return {
        "always": 1.0,
        "content": min(CONTENT_MAX, match.content),
        "overlap": match.overlap,
        "plain": page.plain,
        "woven": float(page.is_woven),
        "above": float(match.place == "above" and not match.is_torn),
        "torn": float(match.is_torn),
        "article": article,
    }
