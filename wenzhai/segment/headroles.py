"""The display lines of one article -> headline, kicker, subheadlines.

What stands above the article is read as a whole, and what stands below it (`readings`). Halves of a
headline above and below the text are joined; a line that only says who did it comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wenzhai.segment.briefs import heads_column
from wenzhai.segment.contents import Contents
from wenzhai.segment.headwords import HALF_MAX, says_who
from wenzhai.segment.names import NOTICE_HEAD, is_name
from wenzhai.segment.readings import Element, read_row
from wenzhai.segment.rowtraits import Row, Shown
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.tagger import log_odds

LABEL_MAX = 5.0  # Han characters; so short a line inside a sentence is the label of a box
HEADS = ("kicker", "headline", "subheadline")
SURE_HEAD = 0.8  # chance from which the tagger is believed
CONTENT_MAX = 4.0  # exclusive pairs; more prove no more


@dataclass(frozen=True, slots=True)
class Match:
    """How the headline of an article was found."""

    block: int
    is_torn: bool
    """One half stands above the text, one below."""
    content: float
    """Exclusive pairs that recur in the article, by weight."""
    overlap: float
    """Share of its pairs that the article has."""
    place: str
    read: float
    """Log-odds of its being these lines of all that could be it."""
    tagged: float
    """Log-odds of its first line's being set as a headline."""
    left: int
    """How many lines were read with it that are not of it."""


@dataclass(slots=True)
class Heading:
    """What heads one article: numbers of lines of the page."""

    headline: list[int] = field(default_factory=list)
    kickers: list[list[int]] = field(default_factory=list)
    subheadlines: list[list[int]] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    """Whose lines these are."""
    match: Match | None = None


def heads_nothing(sheet: Sheet, b: int) -> bool:
    """A label inside a sentence or over a column, a portrait's name, and a crosshead between byline and text, head no article."""
    block = sheet.blocks[b]
    if heads_column(sheet, b):
        return True
    if is_name(block.text) and not NOTICE_HEAD.search(block.text):
        return True
    if block.tag is not None and sum(block.tag.chances.get(n, 0.0) for n in HEADS) > SURE_HEAD:
        return False
    if block.is_inside and sheet.page.lines[block.lines[0]].width <= LABEL_MAX:
        return True
    if sheet.page.signs[block.lines[0]].is_titled or b + 1 >= len(sheet.blocks):
        return False
    up = b - 1
    while up >= 0 and sheet.blocks[up].kind == "byline":
        up -= 1
    is_signed = up < b - 1 and up >= 0 and sheet.blocks[up].kind == "display"
    return is_signed and sheet.blocks[b + 1].kind == "text"


def assign_roles(
    sheet: Sheet, contents: Contents, a: int, above: Sequence[int], below: Sequence[int]
) -> Heading:
    """`above` and `below`: the blocks of display type that belong to an article."""
    tops, lows = (
        _read(make_row(sheet, contents, a, blocks, is_above), blocks)
        for blocks, is_above in ((above, True), (below, False))
    )
    heading = Heading()
    high, low = _headline(tops), _headline(lows)
    is_torn = bool(high and low) and _is_torn(sheet, high, low)
    if is_torn:
        is_below_first = _says_who(sheet, low) and not _says_who(sheet, high)
        heading.headline = [*low, *high] if is_below_first else [*high, *low]
    else:
        heading.headline = high or low
    odds = []
    for reading, half in ((tops, high), (lows, low)):
        if half and half[0] in heading.headline:
            _take(sheet, heading, reading)
            odds.append(reading.odds)
    if heading.headline:
        lead = next(b for b in heading.blocks if heading.headline[0] in sheet.blocks[b].lines)
        place = "above" if lead in above else "below"
        found = contents.of(lead)[a], contents.overlap(lead, a)
        tagged = log_odds(sheet.blocks[lead].tag, ("headline",))
        left = len(tops.lines) + len(lows.lines) - len(heading.headline)
        heading.match = Match(lead, is_torn, *found, place, min(odds), tagged, left)
    return heading


@dataclass(frozen=True, slots=True)
class _Reading:
    """Blocks of display type as they are read."""

    blocks: Sequence[int]
    lines: Sequence[int]
    elements: Sequence[Element]
    odds: float
    """Of its headline."""


def make_row(
    sheet: Sheet, contents: Contents, a: int, blocks: Sequence[int], is_above: bool
) -> Row:
    """The lines of some display type of an article, with what it begins with."""
    shown = [
        Shown(
            number=i,
            text=sheet.page.lines[i].text,
            width=sheet.page.lines[i].width,
            is_apart=sheet.page.lines[i].blank >= sheet.page.wide_gap,
            is_inside=sheet.blocks[b].is_inside,
            begins=i == sheet.first(b),
            signs=sheet.page.signs[i],
        )
        for b in blocks
        for i in sheet.blocks[b].lines
    ]
    opening = [sheet.blocks[b].text for b in contents.openings[a]]
    return Row(shown, opening[0], "".join(opening), is_above)


def _read(row: Row, blocks: Sequence[int]) -> _Reading:
    lines = [line.number for line in row.lines]
    if not lines:
        return _Reading(blocks, lines, (), 0.0)
    return _Reading(blocks, lines, *read_row(row))


def _headline(reading: _Reading) -> list[int]:
    for element in reading.elements:
        if element.kind == "headline":
            return list(reading.lines[element.first : element.last + 1])
    return []


def _take(sheet: Sheet, heading: Heading, reading: _Reading) -> None:
    """What else stands in the row of a headline: nothing above it is lost to the body, where it would
    stand as a crosshead; below it a byline or crosshead stays there."""
    kinds: dict[int, str] = {}
    is_headed = False
    for kind, first, last in reading.elements:
        is_headed = is_headed or kind == "headline"
        is_kicker = kind == "other" and not is_headed
        for i in reading.lines[first : last + 1]:
            kinds[i] = "kicker" if is_kicker else kind
    for b in reading.blocks:
        if any(kinds[i] != "other" for i in sheet.blocks[b].lines):
            heading.blocks.append(b)
    held = {i for b in heading.blocks for i in sheet.blocks[b].lines}
    for _, first, last in reading.elements:
        lines = [i for i in reading.lines[first : last + 1] if i in held]
        if not lines or kinds[lines[0]] == "headline":
            continue
        is_kicker = kinds[lines[0]] == "kicker"
        (heading.kickers if is_kicker else heading.subheadlines).append(lines)


def _is_torn(sheet: Sheet, high: Sequence[int], low: Sequence[int]) -> bool:
    widths = [sum(sheet.page.lines[i].width for i in half) for half in (high, low)]
    return max(widths) <= HALF_MAX or _says_who(sheet, high) or _says_who(sheet, low)


def _says_who(sheet: Sheet, half: Sequence[int]) -> bool:
    return says_who("".join(sheet.page.lines[i].text for i in half))
