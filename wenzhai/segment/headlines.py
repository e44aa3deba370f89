"""Display lines and articles -> which line is the headline of which article.

All lines are compared with all articles at once: the rarer the pairs of characters that both have,
and the nearer the line stands to the article's edge, the likelier it is its headline. The best
match of the whole page is taken first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.segment.cuts import Sheet
from wenzhai.segment.topics import pairs
from wenzhai.segment.words import words

TAKE = 1.0  # points from which a line is taken as headline
TAKE_LAST = 0.0  # the same for a line at the edge of an article that is still without one
FAR_OVERLAP = 0.35  # share of a far line that must recur
FAR = 12.0  # lines over which nearness fades


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs of one article, before headlines."""

    texts: tuple[int, ...]
    """Block numbers."""
    top: int
    """Blocks from here to the first paragraph stand above it."""
    bottom: int
    """Blocks from behind the last paragraph up to here (exclusive) stand below it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A display block as a candidate for the headline of an article."""

    block: int
    article: int
    points: float
    overlap: float
    """Share of its pairs, by weight, that the article has."""
    place: str


def match_headlines(sheet: Sheet, stretches: Sequence[Stretch]) -> dict[int, Match]:
    """Article number -> its headline; none where nothing fits."""
    found = sorted(_candidates(sheet, stretches), key=lambda m: (-m.points, m.block, m.article))
    taken: dict[int, Match] = {}
    used: set[int] = set()
    for least in (TAKE, TAKE_LAST):
        for match in found:
            if match.article in taken or match.block in used or match.points < least:
                continue
            near = match.place in ("above", "below")
            if least == TAKE or near or match.overlap >= FAR_OVERLAP:
                taken[match.article] = match
                used.add(match.block)
    return taken


def _candidates(sheet: Sheet, stretches: Sequence[Stretch]) -> list[Match]:
    bodies = [
        frozenset().union(*(sheet.topics.of[b] for b in stretch.texts)) for stretch in stretches
    ]
    holders: dict[str, list[int]] = {}
    for a, body in enumerate(bodies):
        for pair in body:
            holders.setdefault(pair, []).append(a)
    found = []
    for b, block in enumerate(sheet.blocks):
        if block.kind != "display":
            continue
        own = pairs(block.text)
        weights = dict.fromkeys(range(0), 0.0)
        total = 0.0
        for pair in own:
            who = holders.get(pair, ())
            weight = math.log(1.0 + len(stretches) / max(len(who), 1)) if who else 1.0
            total += weight
            for a in who:
                weights[a] = weights.get(a, 0.0) + weight
        near = {a for a, s in enumerate(stretches) if s.top <= b < s.bottom}
        for a in sorted(near | set(weights)):
            overlap = weights.get(a, 0.0) / total if total else 0.0
            place, points = _place(sheet, stretches[a], b)
            points += 3.0 * overlap + _shape(sheet, b)
            found.append(Match(b, a, points, overlap, place))
    return found


def _place(sheet: Sheet, stretch: Stretch, b: int) -> tuple[str, float]:
    if stretch.top <= b < stretch.texts[0]:
        return "above", 2.0
    if stretch.texts[-1] < b < stretch.bottom:
        return "below", 0.3
    if stretch.texts[0] < b < stretch.texts[-1]:
        if any(t > b for t in stretch.texts):
            return "inside", -1.5
    edge = stretch.texts[0] if b < stretch.texts[0] else stretch.texts[-1]
    distance = abs(sheet.first(edge) - sheet.first(b))
    return "far", -0.8 - min(1.0, distance / FAR / 10)


def names_only(text: str) -> bool:
    """A place or a body without anything said of it: 宁都青塘镇, 庄浪县政协."""
    return text.endswith(words("organ_ends")) and not any(
        verb in text[:-2] for verb in words("headline_verbs") if len(verb) > 1
    )


def _shape(sheet: Sheet, b: int) -> float:
    signs = sheet.page.signs[sheet.first(b)]
    width = sheet.page.lines[sheet.first(b)].width
    points = 0.0
    if signs.is_sub or signs.is_titled:
        points -= 3.0
    if signs.series:
        points -= 2.0
    if width < 5:
        points -= 2.0
    elif width < 7:
        points -= 1.0
    if sheet.blocks[b].is_inside:
        points -= 1.5
    if names_only(sheet.blocks[b].text):
        points -= 1.5
    return points
