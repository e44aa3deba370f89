"""Gaps -> points for a new article, and for going back to one that was broken off.

The marks of a gap (`cuts`, and how the paragraphs on either side are set) are weighed by weights
that were fitted on labelled and woven pages: `data/segment/weights.yml`, `bench/fit_articles.py`.
Staying in the same article has no points.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wenzhai.segment.cuts import TOPIC_RULES, Cut
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.sheets import Sheet, displays
from wenzhai.shipped import read_yaml

SAME_WIDTH = 0.8  # Han characters; lines of one column differ by no more
OTHER_WIDTH = 1.6  # ... and by so much those of two columns do
WINDOW = 2  # paragraphs on either side with which display type is compared
MEANT = 3  # ... and by what they tell of
HEAD_POINTS = (-2.0, 3.0)  # between which the likeness of display type counts
# Log-odds of one article from shared weight, its size and the paragraph's own: a logistic fit on
# the paragraphs of labelled pages (LIKE_SLOPE, LIKE_COST); between 0.7 and 0.85 the power is as good.
LIKE_SLOPE, LIKE_POWER, LIKE_GROUND, LIKE_COST = 6.6, 0.75, 20.0, 0.05
USUAL = 2.0  # points of a mark of middling weight
PLAIN_LOW, PLAIN_SPAN = (
    0.35,
    0.25,
)  # how plain a page must be for the weights of plain pages to count
FAR_MAX = 3.0  # the logarithm of a distance in paragraphs, at most


class Break(NamedTuple):
    new: float
    resumed: float


def _blend(kind: str, share: float) -> Mapping[str, float]:
    woven, plain = weights()[kind], weights()[f"plain-{kind}"]
    names = sorted({*woven, *plain})
    return {n: (1 - share) * woven.get(n, 0.0) + share * plain.get(n, 0.0) for n in names}


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    return read_yaml("segment/weights.yml")


def score_breaks(all_marks: Sequence[Mapping[str, float]], plain: float = 0.0) -> list[Break]:
    """What the marks of each gap say, in page order.

    Where articles stand one after the other display type says more: the plainer a page, the more
    count the weights of plain pages.
    """
    share = min(1.0, max(0.0, (plain - PLAIN_LOW) / PLAIN_SPAN))
    new, resumed = (_blend(kind, share) for kind in ("new", "resumed"))
    found = []
    for marks in all_marks:
        found.append(
            Break(
                new["always"] + sum(new.get(m, 0.0) * x for m, x in marks.items()),
                resumed["always"] + sum(resumed.get(m, 0.0) * x for m, x in marks.items()),
            )
        )
    return found


def read_marks(sheet: Sheet, cuts: Sequence[Cut], like: Likeness) -> list[dict[str, float]]:
    """The marks of each gap by name, each with its measure; most are there or not."""
    found = [_marks(sheet, cut, like) for cut in cuts]
    usual = sum(marks["meaning"] for marks in found) / max(1, len(found))
    for marks in found:  # some pages tell of one thing only
        marks["meaning-step"] = marks["meaning"] - usual
    return found


def _marks(sheet: Sheet, cut: Cut, like: Likeness) -> dict[str, float]:
    marks: dict[str, float] = {}
    for e in cut.evidence:
        if e.rule not in TOPIC_RULES and e.rule != "column-width":
            marks[e.rule] = e.points / USUAL
    above, below = cut.gap.above, cut.gap.below
    widths = column_width(sheet, above), column_width(sheet, below)
    if widths[0] and widths[1]:
        step = abs(widths[0] - widths[1])
        name = "same" if step < SAME_WIDTH else "near" if step < OTHER_WIDTH else "other"
        marks[f"width-{name}"] = 1.0
    last, first = sheet.last(above), sheet.first(below)
    column = sheet.page.columns[last]
    if (
        sheet.page.signs[last].is_closed
        and column is not None
        and sheet.page.lines[last].width >= column - 1
    ):
        marks["full-end"] = 1.0
    wide = sheet.page.lines[first].blank >= sheet.page.wide_gap
    marks["wide-gap" if wide else "no-wide-gap"] = 1.0
    if sheet.page.signs[first].is_bad_start:
        marks["bad-start"] = 1.0
    above_texts, below_texts = cut.gap.texts_above[-MEANT:], cut.gap.texts_below[:MEANT]
    marks["meaning"] = sheet.meant.near(above_texts, below_texts)
    shown = displays(sheet, cut.gap)
    if shown:
        to_above, to_below = (sheet.meant.near(shown, some) for some in (above_texts, below_texts))
        marks["head-meaning"] = to_below - to_above
        marks["displays"] = float(len(shown))
        up = max(_like(like, b, cut.gap.texts_above[-WINDOW:]) for b in shown)
        down = max(_like(like, b, cut.gap.texts_below[:WINDOW]) for b in shown)
        marks |= {"head-above": up, "head-below": down, "head-step": down - up}
        if any(sheet.blocks[b - 1].kind == "label" for b in shown):
            marks["labelled-head"] = 1.0
    return marks


def column_width(sheet: Sheet, b: int) -> float | None:
    """The widest line but the last; None for a paragraph of one line."""
    lines = sheet.blocks[b].lines[:-1]
    return max(sheet.page.lines[i].width for i in lines) if lines else None


def _like(like: Likeness, b: int, texts: Sequence[int]) -> float:
    shared = sum(like.shared[b].get(t, 0.0) for t in texts)
    size = sum(like.sizes[t] for t in texts)
    points = (
        LIKE_SLOPE * shared / math.pow(LIKE_GROUND + size, LIKE_POWER) - LIKE_COST * like.sizes[b]
    )
    return max(HEAD_POINTS[0], min(HEAD_POINTS[1], points))


def resume_points(
    sheet: Sheet, table: Mapping[str, float], last: int, here: int, far: int
) -> float:
    """Points for a paragraph's going on with an article whose last paragraph is `last`."""
    signs = sheet.page.signs
    end, start, begin = signs[sheet.last(last)], signs[sheet.first(here)], signs[sheet.first(last)]
    points = table["distance"] * min(FAR_MAX, math.log(far))
    if not end.is_closed:
        points += table["unfinished"]
    if start.speaker and begin.speaker:
        points += table["speaker"]
    if (
        start.value
        and begin.value
        and start.series == begin.series
        and start.value == begin.value + 1
    ):
        points += table["number"]
    return points
