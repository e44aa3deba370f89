"""Sheet -> units: the paragraphs and lines of display type that are grouped into articles."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from wenzhai.segment.breaks import column_width
from wenzhai.segment.carried import carried_on
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.named import Named, read_named
from wenzhai.segment.openings import opening_points
from wenzhai.segment.sheets import Sheet, family
from wenzhai.segment.signs import is_name

LIKE_POWER, LIKE_GROUND = 0.75, 20.0  # likeness is what is shared over size to this power
NEW_MAX = 5.0  # points of a gap's marks, either way
OWN = re.compile(r"我(?![市县省国州区们党])")  # who tells of himself
TOLD = 30  # characters from which a paragraph shows who tells it
SAME_WIDTH = 1.6  # Han characters by which lines of one column differ at most
SURE = 0.15  # likeness from which the nearest paragraph is no accident
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
    opens: float = 0.0
    ends: float = 0.0
    """Log-odds by its words alone that it opens an article, and that it ends one."""


# A page of which nothing is torn may be woven only if it has so many paragraphs, and is no plainer.
FEWEST = 8
PLAIN_MAX = 0.6


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
    torn: int = 0
    """Paragraphs that carry on a torn sentence."""

    @property
    def may_be_woven(self) -> bool:
        many = sum(unit.is_text for unit in self.rows)
        return self.torn > 0 or (many >= FEWEST and self.plain < PLAIN_MAX)


def read_units(sheet: Sheet, like: Likeness, new: Sequence[float]) -> Units:
    """`new`: points of the gap below each paragraph but the last. What units tell of is not read yet."""
    blocks = [b for b, block in enumerate(sheet.blocks) if block.kind in ("text", "display")]
    number = {b: u for u, b in enumerate(blocks)}
    rows: list[Unit] = []
    place = 0
    for b in blocks:
        gap = new[place - 1] if place and sheet.blocks[b].kind == "text" else 0.0
        rows.append(_unit(sheet, b, place, like.sizes[b], gap))
        place += rows[-1].is_text
    shared = [{number[o]: w for o, w in like.shared[b].items() if o in number} for b in blocks]
    return Units(
        rows,
        shared,
        [{} for _ in blocks],
        carried_on(sheet, blocks),
        [frozenset()] * len(blocks),
        _plain(rows, shared),
        is_woven=False,
        common=_density(rows, shared, [unit.size for unit in rows]),
        common_meaning=0.0,
        even=_evenness(rows),
        torn=sum(sheet.blocks[b].is_torn for b in blocks),
    )


def read_told(sheet: Sheet, page: Units) -> Units:
    """The same with what its units tell of, which takes time."""
    blocks = [unit.block for unit in page.rows]
    texts = [unit.block for unit in page.rows if unit.is_text]
    meaning = sheet.meant.apart(blocks, texts).links()
    return page._replace(
        rows=[_worded(unit, sheet.blocks[unit.block].text) for unit in page.rows],
        meaning=meaning,
        named=read_named([sheet.blocks[b].text for b in blocks]),
        common_meaning=_density(page.rows, meaning, [1] * len(blocks)),
    )


def _worded(unit: Unit, text: str) -> Unit:
    if not unit.is_text:
        return unit
    words = opening_points(text)
    return replace(unit, opens=words.opens, ends=words.ends)


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
