"""Sheet -> units: the paragraphs and lines of display type that are grouped into articles."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wenzhai.segment.breaks import column_width
from wenzhai.segment.carried import carried_on
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.named import Named, read_named
from wenzhai.segment.sheets import Sheet, family
from wenzhai.segment.signs import is_name

LIKE_POWER, LIKE_GROUND = 0.75, 20.0  # likeness is what is shared over size to this power
NEW_MAX = 5.0  # points of a gap's marks, either way
OWN = re.compile(r"我(?![市县省国州区们党])")  # who tells of himself
TOLD = 30  # characters from which a paragraph shows who tells it
SAME_WIDTH = 1.6  # Han characters by which lines of one column differ at most
SURE = 0.15  # likeness from which the nearest paragraph is no accident
NEAR, APART = (1, 2), (4, 30)  # paragraphs between two that are neighbours, or stand apart
DENSITY_REACH = 40  # paragraphs; what stands further apart hardly shares anything by chance
NEXT = 3  # paragraphs below a headline among which its own should stand
# Shares from which to which a page goes from woven to plain, on labelled pages.
NEAR_LOW, NEAR_SPAN = 0.2, 0.5
HEADED_LOW, HEADED_SPAN = 0.3, 0.6

Start = Literal["dateline", "byline", "opening", "nothing"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a line of display type."""

    block: int
    is_text: bool
    place: int
    """How many paragraphs stand before it."""
    size: int
    """How many telling characters it has."""
    start: Start
    new: float
    """What the marks of the gap above say for a new article."""
    is_signed: bool
    is_closed: bool
    is_spoken: bool
    is_own: bool | None
    """Somebody tells of himself; None where the paragraph is too short to say."""
    width: float | None
    is_sub: bool
    is_crosshead: bool
    """Of a series or family of lines of display type."""
    is_head: bool
    """Display type that may be a headline."""


FEWEST = 8  # paragraphs of a woven page; with fewer nothing shows that it is
PLAIN_MAX = 0.35  # how plain a woven page can be
TORN_MAX = (
    0.04  # share of its paragraphs that carry on a torn sentence, on a page that is not woven
)
HEADED_MIN = 0.9  # share of its beginnings right below display type
BEGINNINGS = 3  # datelines, bylines and other beginnings that show how a page is made
# How much more neighbours tell of the same things than others, at most: on woven pages 0.01, with a
# standard deviation of 0.1 over the root of their paragraphs (0.027 below 20, 0.014 above 30).
NEARER_MAX = 0.06
WOVEN_NEARER, WOVEN_SPREAD = 0.01, 0.1
SPREADS = 3  # standard deviations that a woven page hardly ever shows


class Units(NamedTuple):
    """All units of a page, in page order; elsewhere in grouping they go by their place here."""

    rows: Sequence[Unit]
    shared: Sequence[dict[int, float]]
    """For each unit the others that share characters with it, with the weight of these."""
    meaning: Sequence[dict[int, float]]
    """For each unit the others that tell of the same things."""
    carried: Sequence[dict[int, float]]
    """For each unit the others that carry it on, or that it carries on, and how likely."""
    named: Sequence[frozenset[Named]]
    """Who and what is named in each unit, of those that are named in more than one."""
    plain: float
    """How far the order of the page follows its articles: 0 woven, 1 one after the other."""
    is_woven: bool
    """Its articles lie paragraph by paragraph between each other."""
    common: float
    """What two telling characters of two paragraphs share on this page, on average."""
    common_meaning: float
    """How much two paragraphs tell of the same things, on average."""
    even: float
    """The share of all pairs of paragraphs that have one column width."""


def read_units(
    sheet: Sheet, like: Likeness, new: Sequence[float], *, is_sure: bool = False
) -> Units:
    """`new`: points of the gap below each paragraph but the last.

    Only of a page that may be woven, and where the caller is sure to want it, what it tells of is read."""
    blocks = [b for b, block in enumerate(sheet.blocks) if block.kind in ("text", "display")]
    number = {b: u for u, b in enumerate(blocks)}
    rows: list[Unit] = []
    place = 0
    for b in blocks:
        gap = new[place - 1] if place and sheet.blocks[b].kind == "text" else 0.0
        rows.append(_unit(sheet, b, place, like.sizes[b], gap))
        place += rows[-1].is_text
    shared = [{number[o]: w for o, w in like.shared[b].items() if o in number} for b in blocks]
    plain = _plain(rows, shared)
    torn = sum(sheet.blocks[b].is_torn for b in blocks)
    may_be_woven = plain < PLAIN_MAX and place >= FEWEST and not are_headed(rows)
    is_torn = torn > TORN_MAX * place
    common = _meaning(sheet, blocks) if is_torn or may_be_woven or is_sure else [{} for _ in blocks]
    is_woven = is_torn or (may_be_woven and _nearer(rows, common) < nearer_max(place))
    return Units(
        rows,
        shared,
        common,
        carried_on(sheet, blocks),
        read_named([sheet.blocks[b].text for b in blocks])
        if is_woven or is_sure
        else [frozenset()] * len(blocks),
        plain,
        is_woven,
        _density(rows, shared, [unit.size for unit in rows]),
        _density(rows, common, [1] * len(rows)),
        _evenness(rows),
    )


def stretch_of(page: Units, low: int, high: int) -> Units:
    """Some neighbouring units of a page as a page of their own, of the same ways."""

    def inside(links: dict[int, float]) -> dict[int, float]:
        return {other - low: w for other, w in links.items() if low <= other < high}

    return page._replace(
        rows=page.rows[low:high],
        shared=[inside(links) for links in page.shared[low:high]],
        meaning=[inside(links) for links in page.meaning[low:high]],
        carried=[inside(links) for links in page.carried[low:high]],
        named=page.named[low:high],
    )


def are_headed(rows: Sequence[Unit]) -> bool:
    """Whether what begins like an article stands right below its headline, all over the page."""
    begins = [u for u, unit in enumerate(rows) if unit.is_text and unit.start != "nothing"]
    headed = sum(u > 0 and not rows[u - 1].is_text for u in begins)
    return len(begins) >= BEGINNINGS and headed >= HEADED_MIN * len(begins)


def nearer_max(paragraphs: int) -> float:
    """How much more neighbours may tell of the same things than others on a woven page: the more
    paragraphs show it, the less."""
    return min(NEARER_MAX, WOVEN_NEARER + SPREADS * WOVEN_SPREAD / math.sqrt(paragraphs))


def _nearer(rows: Sequence[Unit], meaning: Sequence[dict[int, float]]) -> float:
    """How much more neighbours tell of the same things than what stands apart: much where each
    article stands by itself."""
    texts = [u for u, unit in enumerate(rows) if unit.is_text]
    means = []
    for low, high in (NEAR, APART):
        told = [
            meaning[u].get(other, 0.0)
            for k, u in enumerate(texts)
            for other in texts[k + low : k + high + 1]
        ]
        means.append(sum(told) / len(told) if told else 0.0)
    return means[0] - means[1]


def _density(
    rows: Sequence[Unit], links: Sequence[dict[int, float]], sizes: Sequence[int]
) -> float:
    """What two paragraphs near each other share, over the product of their sizes."""
    much = possible = 0.0
    texts = [u for u, unit in enumerate(rows) if unit.is_text]
    before = 0.0
    for k, u in enumerate(texts):
        possible += sizes[u] * before
        before += sizes[u]
        if k >= DENSITY_REACH:
            before -= sizes[texts[k - DENSITY_REACH]]
        low = texts[max(0, k - DENSITY_REACH)]
        much += sum(w for o, w in links[u].items() if low <= o < u and rows[o].is_text)
    return much / possible if possible else 0.0


def _meaning(sheet: Sheet, blocks: Sequence[int]) -> list[dict[int, float]]:
    texts = [b for b in blocks if sheet.blocks[b].kind == "text"]
    return sheet.meant.apart(blocks, texts).links()


def _unit(sheet: Sheet, b: int, place: int, size: int, new: float) -> Unit:
    block = sheet.blocks[b]
    first, last = sheet.page.signs[sheet.first(b)], sheet.page.signs[sheet.last(b)]
    is_text = block.kind == "text"
    start: Start = "nothing"
    if first.dateline:
        start = "dateline"
    elif is_text and _signed_above(sheet, b):
        start = "byline"
    elif first.is_opener or first.is_dated:
        start = "opening"
    built = "" if is_text else family(block.text)
    is_crosshead = not is_text and (
        first.series is not None or (bool(built) and sheet.families.get(built, 0) > 1)
    )
    return Unit(
        block=b,
        is_text=is_text,
        place=place,
        size=size,
        start=start,
        new=max(-NEW_MAX, min(NEW_MAX, new)),
        is_signed=last.signature is not None,
        is_closed=last.is_closed,
        is_spoken=first.speaker is not None,
        is_own=OWN.search(block.text) is not None if len(block.text) > TOLD else None,
        width=column_width(sheet, b) if is_text else None,
        is_sub=first.is_sub,
        is_crosshead=is_crosshead,
        is_head=not is_text and not is_crosshead and not is_name(block.text),
    )


def _signed_above(sheet: Sheet, b: int) -> bool:
    above = b - 1
    while above >= 0 and sheet.blocks[above].kind in ("label", "furniture"):
        above -= 1
    return above >= 0 and sheet.blocks[above].kind == "byline"


def _plain(rows: Sequence[Unit], shared: Sequence[dict[int, float]]) -> float:
    """How often what is most alike stands together: paragraphs, and headlines above their text."""
    near = headed = 1.0
    near_of, headed_of = 3.0, 2.0
    for unit, row in zip(rows, shared, strict=True):
        best, found = 0.0, -1
        for other, weight in row.items():
            if rows[other].is_text:
                points = weight / math.pow(LIKE_GROUND + rows[other].size, LIKE_POWER)
                if points > best or (points == best and other < found):
                    best, found = points, other
        if found < 0:
            continue
        step = rows[found].place - unit.place
        if not unit.is_text:
            headed_of += 1
            headed += 0 <= step < NEXT
        elif best > SURE:
            near_of += 1
            near += abs(step) == 1
    return (
        _share(near / near_of, NEAR_LOW, NEAR_SPAN)
        + _share(headed / headed_of, HEADED_LOW, HEADED_SPAN)
    ) / 2


def _share(value: float, low: float, span: float) -> float:
    return min(1.0, max(0.0, (value - low) / span))


def _evenness(rows: Sequence[Unit]) -> float:
    widths = sorted(unit.width for unit in rows if unit.width)
    pairs = len(widths) * (len(widths) - 1) / 2
    return same_widths(widths) / pairs if pairs else 1.0


def same_widths(widths: Sequence[float]) -> int:
    """How many pairs of sorted widths belong to one column."""
    if widths and widths[-1] - widths[0] < SAME_WIDTH:
        return len(widths) * (len(widths) - 1) // 2
    count = low = 0
    for high, width in enumerate(widths):
        while width - widths[low] >= SAME_WIDTH:
            low += 1
        count += high - low
    return count
