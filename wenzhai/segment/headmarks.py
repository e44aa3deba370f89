"""Evidence at a gap that display type gives: headline or crosshead, and of what it speaks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wenzhai.segment.sheets import NOTICE, Evidence, Gap, Sheet, displays, family
from wenzhai.segment.tagger import log_odds

TAIL_REACH = 8  # paragraphs between the beginning of an article and the headline below it
HEADLINE_PAIRS = 3  # pairs of characters; a shorter line says too little
RECURRENCE = 1.3  # points for a pair of a headline that recurs in one paragraph only
BELOW_SHARE = 0.4  # of what recurs below a headline too: it may stand a paragraph too low
RECURRENCE_MIN = 0.5  # weight that the first paragraph must have of it
HEAD_LATE = 1.0  # weight of recurring pairs that shows where a displaced headline belongs
SURE_STARTS = 2  # articles with byline or dateline from which a bare headline is odd
SHORT_MIN, SHORT_MAX = 4, 9  # code points; crossheads of one story are alike in length
SHORT_SURE = 5  # code points; hardly any headline is so short


def prior(sheet: Sheet, gap: Gap) -> Evidence:
    if displays(sheet, gap):
        return Evidence("display-between", -0.5, "display type stands between the paragraphs")
    return Evidence("no-mark", -3.0, "nothing is printed between the paragraphs")


def set_as_opening(sheet: Sheet, gap: Gap) -> Evidence:
    """What the tagger says of the lines between and of the paragraph below: an article opens."""
    points, at = max(
        (log_odds(sheet.blocks[b].tag, ("opens",)), -b) for b in (*gap.between, gap.below)
    )
    return Evidence("opens", points, f"“{sheet.blocks[-at].text[:12]}” is set as an opening")


def heading_stack(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = displays(sheet, gap)
    for b in shown:
        signs = sheet.page.signs[sheet.first(b)]
        if signs.is_sub or any(sheet.page.signs[i].is_titled for i in sheet.blocks[b].lines):
            return Evidence(
                "headline-stack", 3.0, f"“{sheet.blocks[b].text}” belongs to a headline"
            )
    if len(shown) >= 2:
        return Evidence("headline-stack", 1.5, f"{len(shown)} lines of display type")
    return None


def series_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = displays(sheet, gap)
    if not shown or shown[-1] != gap.below - 1:
        return None
    signs = sheet.page.signs[sheet.first(shown[-1])]
    if signs.series is None:
        return None
    return Evidence(
        "crosshead-series", -3.5, f"“{sheet.blocks[shown[-1]].text}” is one of a series"
    )


def plain_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Where other articles of the page show byline or dateline, a bare line is rather a crosshead."""
    shown = displays(sheet, gap)
    if not shown or sheet.sure_starts < SURE_STARTS:
        return None
    signs = sheet.page.signs
    if signs[sheet.first(gap.below)].dateline or any(
        sheet.blocks[b].kind == "byline" or signs[sheet.first(b)].is_titled for b in gap.between
    ):
        return None
    return Evidence("bare-head", -0.4, "other articles of the page name place or makers")


def crosshead_family(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Lines of two halves, parted by a space, come in families: 打好"组合拳" 守住生态屏障."""
    shown = displays(sheet, gap)
    if len(shown) != 1:
        return None
    text = sheet.blocks[shown[0]].text
    like = sheet.families.get(family(text), 0)
    if not family(text) or like < 2:
        return None
    points = -0.6 if len(text) <= SHORT_MAX else -1.8
    return Evidence("crosshead-family", points, f"“{text}” is built like {like - 1} other lines")


def short_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = displays(sheet, gap)
    if len(shown) != 1:
        return None
    text = sheet.blocks[shown[0]].text
    if NOTICE.search(text):
        return Evidence("notice-head", 2.0, f"“{text}” heads a notice")
    if len(text) <= SHORT_MAX - 2:
        points = -0.8 if len(text) <= SHORT_SURE else -0.4
        return Evidence("short-head", points, f"“{text}” is short for a headline")
    return None


def tail_headline(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that follows at a distance and speaks of what lies between, not of what is above."""
    at = gap.below
    run: list[int] = []
    while at < len(sheet.blocks) and len(run) <= TAIL_REACH:
        block = sheet.blocks[at]
        if block.kind == "text":
            run.append(at)
        elif block.kind == "display" and not block.is_inside:
            break
        at += 1
    if len(run) > TAIL_REACH:
        return None
    best: Evidence | None = None
    while at < len(sheet.blocks) and sheet.blocks[at].kind == "display":
        found = _speaks_of(sheet, gap, at, run)
        if found is not None and (best is None or found.points > best.points):
            best = found
        at += 1
    return best


def _speaks_of(sheet: Sheet, gap: Gap, at: int, run: Sequence[int]) -> Evidence | None:
    signs = sheet.page.signs[sheet.first(at)]
    own = sheet.topics.of[at]
    if signs.series or signs.is_sub or signs.is_titled or len(own) < HEADLINE_PAIRS:
        return None
    after = [
        b for b in range(at + 1, min(at + 6, len(sheet.blocks))) if sheet.blocks[b].kind == "text"
    ]
    first = _recurrence(sheet, own, gap.below)
    rest = sum(_recurrence(sheet, own, b) for b in run[1:])
    above = sum(_recurrence(sheet, own, b) for b in gap.texts_above)
    below = sum(_recurrence(sheet, own, b) for b in after[: len(run) + 1])
    points = RECURRENCE * (min(first, 2.0) + 0.5 * rest - above - BELOW_SHARE * below)
    if first < RECURRENCE_MIN or points <= 0:
        return None
    return Evidence("headline-below", min(points, 4.0), f"“{sheet.blocks[at].text}” speaks of it")


def head_above(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that stands a paragraph or two too high: it speaks of what is below only."""
    at = gap.below - 1
    passed: list[int] = []
    while at >= 0 and len(passed) <= 2:
        block = sheet.blocks[at]
        if block.kind == "text":
            passed.append(at)
        elif block.kind != "label" and not block.is_inside:
            break
        at -= 1
    if at < 0 or len(passed) > 2 or sheet.blocks[at].kind != "display":
        return None
    if at and sheet.blocks[at - 1].kind in ("display", "byline"):
        return None
    own = sheet.topics.of[at]
    if sheet.page.signs[sheet.first(at)].series or len(own) < HEADLINE_PAIRS:
        return None
    nearer = sum(_recurrence(sheet, own, b) for b in passed)
    here = [_recurrence(sheet, own, b) for b in gap.texts_below]
    text = sheet.blocks[at].text
    if not passed:
        late = here[1:3]
        if here[0] == 0 and max(late, default=0.0) >= HEAD_LATE:
            return Evidence("headline-too-high", -1.5, f"“{text}” speaks of what comes later")
        return None
    if nearer == 0 and here[0] >= HEAD_LATE:
        return Evidence("headline-above", 2.5, f"“{text}” speaks of it, not of what stands between")
    return None


def head_below(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that speaks of the paragraph above it is no headline of what follows only."""
    shown = displays(sheet, gap)
    if not shown or sheet.page.signs[sheet.first(gap.below)].dateline:
        return None
    for b in shown:
        own = sheet.topics.of[b]
        above = _recurrence(sheet, own, gap.above)
        if len(own) >= HEADLINE_PAIRS and above >= HEAD_LATE and len(shown) < 3:
            below = _recurrence(sheet, own, gap.below)
            if above > below:
                text = sheet.blocks[b].text
                return Evidence(
                    "headline-too-low", -1.0, f"“{text}” speaks of what stands above it"
                )
    return None


def _recurrence(sheet: Sheet, own: frozenset[str], b: int) -> float:
    """Weight of the pairs of a headline that recur in a paragraph; the headline has them too."""
    spread = sheet.topics.spread
    shared = own & sheet.topics.of[b]
    return math.fsum(1.0 / (spread[pair] - 1) for pair in shared if spread[pair] > 1)
