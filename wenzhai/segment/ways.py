"""A page grouped both ways, article by article and woven -> which of the two is believed.

On most pages one article follows the other, and what the gaps show says most (`clusters`); on others
their paragraphs lie between each other (`woven`). Neither way is right for the other kind of page, and
which kind a page is shows best in what either makes of it. Weights of `data/segment/ways.yml`
(logistic), fitted by `bench/fit_ways.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from wenzhai.segment.breaks import Break, read_marks, score_breaks
from wenzhai.segment.clusters import assign_paragraphs, page_likeness
from wenzhai.segment.cuts import Cut
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.units import Units, read_told, read_units
from wenzhai.segment.woven import group_units
from wenzhai.shipped import read_yaml

TORN_MAX = 3  # torn sentences; more say no more


class Grouped(NamedTuple):
    page: Units
    articles: Mapping[int, int]
    """Of each paragraph by its block, and of display type on a woven page."""
    margins: Mapping[int, float]
    """By the block below each gap between paragraphs how sure its being one is (`margins`)."""
    breaks: Sequence[Break]
    like: Likeness


def group_page(sheet: Sheet, cuts: Sequence[Cut]) -> Grouped:
    """Of a page that has paragraphs."""
    texts = [b for b, block in enumerate(sheet.blocks) if block.kind == "text"]
    like = page_likeness(sheet, cuts)
    marks = read_marks(sheet, cuts, like)
    breaks = score_breaks(marks)
    page = read_units(sheet, like, [gap.new for gap in breaks])
    plain_breaks = score_breaks(marks, page.plain)
    plain, margins = assign_paragraphs(sheet, plain_breaks, like)
    if page.may_be_woven:
        page = read_told(sheet, page)
        woven, woven_margins = group_units(page)
        articles = [woven[b] for b in texts]
        if articles != plain and is_woven(way_marks(page, plain, articles)):
            return Grouped(page._replace(is_woven=True), woven, woven_margins, breaks, like)
    return Grouped(page, dict(zip(texts, plain, strict=True)), margins, plain_breaks, like)


@cache
def way_weights() -> Mapping[str, float]:
    return read_yaml("segment/ways.yml")


def way_marks(page: Units, plain: Sequence[int], woven: Sequence[int]) -> dict[str, float]:
    """`plain`, `woven`: the article of each paragraph, in page order, by either way."""
    many = len(plain)
    begins = sum(unit.is_text and unit.start != "nothing" for unit in page.rows)
    differ = sum(
        (a == b) != (c == d)
        for (a, b), (c, d) in zip(pairwise(plain), pairwise(woven), strict=True)
    )
    return {
        "always": 1.0,
        "torn": float(min(TORN_MAX, page.torn)),
        "paragraphs": math.log(many),
        "begins": begins / many,
        "even": page.even,
        "plain-articles": len(set(plain)) / many,
        "woven-articles": len(set(woven)) / many,
        "taken-up": taken_up(woven) / many,
        "differ": differ / many,
    }


def taken_up(articles: Sequence[int]) -> int:
    """How often an article goes on behind another one."""
    runs = 1 + sum(a != b for a, b in pairwise(articles))
    return runs - len(set(articles))


def is_woven(marks: Mapping[str, float]) -> bool:
    weights = way_weights()
    return sum(weights[name] * x for name, x in marks.items()) > 0
