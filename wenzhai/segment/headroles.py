"""The display lines of one article -> headline, kicker, subheadlines.

Halves of a headline above and below the text are joined; a line that only says who did it comes
first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wenzhai.segment.briefs import heads_column
from wenzhai.segment.contents import Contents
from wenzhai.segment.names import NOTICE_WORDS, is_name
from wenzhai.segment.scores import MARKS
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.striking import second, strikes
from wenzhai.segment.tagger import log_odds
from wenzhai.segment.words import words

LABEL_MAX = 5.0  # Han characters; so short a line inside a sentence is the label of a box
HALF_MAX = 15.0  # Han characters; the halves of a torn headline are short
NEVER = 6.0  # points against what says who or what follows: 附 件：
LEAST = -4.0  # points of its shape without which no line heads an article
SET = 1.0  # points of the tagger's log-odds
HEADS = ("kicker", "headline", "subheadline")
SURE_HEAD = 0.8  # chance from which the tagger is believed
BESIDE = ("kicker", "subheadline", "crosshead")  # what display type beside a headline is set as
CONTENT = 0.2  # points for a pair that recurs in the article and in no other
CONTENT_MAX = 4.0  # exclusive pairs; more prove no more


@dataclass(frozen=True, slots=True)
class Match:
    """How the headline of an article was found."""

    block: int
    content: float
    """Exclusive pairs that recur in the article, by weight."""
    overlap: float
    """Share of its pairs that the article has."""
    place: str


@dataclass(slots=True)
class Heading:
    """The display lines of one article: numbers of blocks."""

    headline: list[int] = field(default_factory=list)
    kicker: list[int] = field(default_factory=list)
    subheadlines: list[int] = field(default_factory=list)
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
    sheet: Sheet, contents: Contents, a: int, above: list[int], below: list[int]
) -> Heading:
    heading = Heading()
    tops = _main(sheet, contents, a, above)
    lows = _main(sheet, contents, a, below)
    if tops and lows and _is_torn(sheet, tops, lows):
        first, second = (
            (lows, tops) if _says_who(sheet, lows) and not _says_who(sheet, tops) else (tops, lows)
        )
        heading.headline = [*first, *second]
    else:
        heading.headline = tops or lows
    if not heading.headline:
        return heading
    for b in (*above, *below):
        if b in heading.headline:
            continue
        row = above if b in above else below
        mains = [m for m in row if m in heading.headline]
        if not mains:
            continue  # stays in the body, as a crosshead
        if b < mains[0] and not sheet.page.signs[sheet.first(b)].is_sub:
            heading.kicker.append(b)
        else:
            heading.subheadlines.append(b)
    lead = heading.headline[0]
    place = "above" if lead in above else "below"
    heading.match = Match(lead, contents.of(lead)[a], contents.overlap(lead, a), place)
    return heading


def _main(sheet: Sheet, contents: Contents, a: int, row: Sequence[int]) -> list[int]:
    """The line of a stack that is the main headline; two when the first only says who."""
    if not row:
        return []
    lead = sheet.blocks[contents.first[a]].text
    points = {
        b: _shape(sheet, b) + CONTENT * min(contents.of(b)[a], CONTENT_MAX) + second(row, b)
        for b in row
    }
    if len(row) > 1:
        for b in row:
            points[b] += strikes(sheet.blocks[b].text, lead) + SET * log_odds(
                sheet.blocks[b].tag, ("headline",), BESIDE
            )
    able = [b for b in row if _shape(sheet, b) >= LEAST]
    if not able:
        return []
    best = max(able, key=lambda b: (points[b], b))
    before = best - 1
    if before in row and _is_organ(sheet.blocks[before].text):
        return [before, best]
    return [best]


def _shape(sheet: Sheet, b: int) -> float:
    signs = sheet.page.signs[sheet.first(b)]
    text = sheet.blocks[b].text
    width = sum(sheet.page.lines[i].width for i in sheet.blocks[b].lines)
    points = 0.0
    if signs.is_sub or signs.is_titled or text[-1] in "：:" or text[0] in MARKS:
        points -= NEVER
    if signs.series:
        points -= 2.0
    if NOTICE_HEAD.search(text):
        points += 0.5
    elif width < 5:
        points -= 2.0
    elif width < 7:
        points -= 1.0
    if sheet.blocks[b].is_inside:
        points -= 1.5
    if names_only(text):
        points -= 1.5
    return points


NOTICE_HEAD = re.compile(rf"(?:{NOTICE_WORDS}|名单|来信|往来|读者|简讯|短讯|照登|摘登|集纳|速览)$")


def _is_torn(sheet: Sheet, tops: Sequence[int], lows: Sequence[int]) -> bool:
    widths = [sum(sheet.page.lines[sheet.first(b)].width for b in half) for half in (tops, lows)]
    return max(widths) <= HALF_MAX or _says_who(sheet, tops) or _says_who(sheet, lows)


def _says_who(sheet: Sheet, half: Sequence[int]) -> bool:
    """A half without a verb: 庄浪县政协, 河南延津优质小麦."""
    text = "".join(sheet.blocks[b].text for b in half)
    return len(text) <= HALF_MAX and not any(
        verb in text for verb in words("headline_verbs") if len(verb) > 1
    )


def names_only(text: str) -> bool:
    """A place or a body without anything said of it: 宁都青塘镇, 庄浪县政协."""
    return text.endswith(words("organ_ends")) and not any(
        verb in text[:-2] for verb in words("headline_verbs") if len(verb) > 1
    )


def _is_organ(text: str) -> bool:
    """A body, not a place: 金川区政协 is the subject of its headline, 宁都青塘镇 a kicker."""
    return names_only(text) and not text.endswith(words("place_ends"))
