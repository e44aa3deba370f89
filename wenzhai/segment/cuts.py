"""Blocks -> the gaps between paragraphs at which a new article begins.

Each gap between two paragraphs collects evidence in points of log-odds; each kind of evidence is a
named rule of the table RULES. A gap with more points for than against is a cut.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wenzhai.segment.blocks import Block
from wenzhai.segment.joins import Reading
from wenzhai.segment.topics import Topics

WINDOW = 4  # paragraphs on either side whose vocabulary is compared
SLOPE = 0.7  # how fast confidence grows with points


@dataclass(frozen=True, slots=True)
class Gap:
    """The place between two paragraphs."""

    above: int
    """Number of the block above; of the block below, and of all blocks between."""
    below: int
    between: tuple[int, ...]
    texts_above: tuple[int, ...]
    """Numbers of the last paragraphs above, in page order, and of the first below."""
    texts_below: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    rule: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What was decided about a gap."""

    gap: Gap
    points: float
    evidence: tuple[Evidence, ...]

    @property
    def is_cut(self) -> bool:
        return self.points > 0

    @property
    def confidence(self) -> float:
        return 1.0 / (1.0 + math.exp(-SLOPE * abs(self.points)))

    @property
    def leading(self) -> Evidence:
        """The strongest evidence for what was decided."""
        sign = 1.0 if self.is_cut else -1.0
        return max(self.evidence, key=lambda e: sign * e.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in blocks."""

    page: Reading
    blocks: Sequence[Block]
    topics: Topics
    """By block number."""

    def first(self, block: int) -> int:
        """The first line of a block."""
        return self.blocks[block].lines[0]

    def last(self, block: int) -> int:
        return self.blocks[block].lines[-1]


def find_cuts(sheet: Sheet) -> tuple[Cut, ...]:
    """Every gap with its decision, in page order."""
    texts = [i for i, block in enumerate(sheet.blocks) if block.kind == "text"]
    cuts = []
    for k in range(len(texts) - 1):
        above, below = texts[k], texts[k + 1]
        gap = Gap(
            above,
            below,
            tuple(range(above + 1, below)),
            tuple(texts[max(0, k + 1 - WINDOW) : k + 1]),
            tuple(texts[k + 1 : k + 1 + WINDOW]),
        )
        found = tuple(e for rule in RULES for e in [rule(sheet, gap)] if e is not None)
        cuts.append(Cut(gap, sum(e.points for e in found), found))
    return tuple(cuts)


def _displays(sheet: Sheet, gap: Gap) -> list[int]:
    return [
        b
        for b in gap.between
        if sheet.blocks[b].kind == "display" and not sheet.blocks[b].is_inside
    ]


def prior(sheet: Sheet, gap: Gap) -> Evidence:
    if _displays(sheet, gap):
        return Evidence("display-between", -0.5, "display type stands between the paragraphs")
    return Evidence("no-mark", -3.0, "nothing is printed between the paragraphs")


def dateline(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.first(gap.below)].dateline
    return Evidence("dateline", 6.0, f"the paragraph begins with “{found}”") if found else None


def byline_between(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.blocks[b].kind == "byline":
            return Evidence("byline", 3.0, f"“{sheet.blocks[b].text}” names the makers")
    return None


def signature(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.last(gap.above)].signature
    return Evidence("signature", 4.0, f"“{found}” ends the text above") if found else None


def open_sentence(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.last(gap.above)]
    if signs.is_closed:
        return None
    end = sheet.blocks[gap.above].text[-6:]
    if signs.is_middle and end[-1] in "；;：:":
        return Evidence("unfinished-list", -1.0, f"“{end}” asks for more")
    return Evidence("unfinished-sentence", -3.0, f"“{end}” is no end of a sentence")


def jump(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.page.signs[sheet.first(b)].furniture == "jump line":
            return Evidence("jump-line", 4.0, f"“{sheet.blocks[b].text}” sends to another page")
    return None


def heading_stack(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = _displays(sheet, gap)
    for b in shown:
        signs = sheet.page.signs[sheet.first(b)]
        if signs.is_sub or signs.is_titled:
            return Evidence(
                "headline-stack", 3.0, f"“{sheet.blocks[b].text}” belongs to a headline"
            )
    if len(shown) >= 2:
        return Evidence("headline-stack", 1.5, f"{len(shown)} lines of display type")
    return None


def series_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = _displays(sheet, gap)
    if not shown or shown[-1] != gap.below - 1:
        return None
    signs = sheet.page.signs[sheet.first(shown[-1])]
    if signs.series is None:
        return None
    return Evidence(
        "crosshead-series", -3.5, f"“{sheet.blocks[shown[-1]].text}” is one of a series"
    )


def opening(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.first(gap.below)]
    text = sheet.blocks[gap.below].text[:8]
    if signs.is_dated or signs.is_opener:
        return Evidence("opening-words", 1.2, f"“{text}” opens a report")
    if signs.is_continuer:
        return Evidence("continuing-words", -1.5, f"“{text}” carries on a report")
    return None


def numbering(sheet: Sheet, gap: Gap) -> Evidence | None:
    i = sheet.first(gap.below)
    value = sheet.page.signs[i].value
    if i in sheet.page.in_series and value and value > 1:
        return Evidence("running-numbers", -5.0, f"number {value} of a series")
    return None


def same_speaker(sheet: Sheet, gap: Gap) -> Evidence | None:
    who = sheet.page.signs[sheet.first(gap.below)].speaker
    if who is None:
        return None
    for b in gap.texts_above:
        if sheet.page.signs[sheet.first(b)].speaker:
            return Evidence("dialogue", -2.5, f"“{who}” speaks in a dialogue that is under way")
    return None


def column_change(sheet: Sheet, gap: Gap) -> Evidence | None:
    above = [sheet.page.columns[i] for i in sheet.blocks[gap.above].lines]
    below = [sheet.page.columns[i] for i in sheet.blocks[gap.below].lines]
    left, right = above[0], below[-1]
    if left is None or right is None or abs(left - right) < 2:
        return None
    return Evidence(
        "column-width", 1.5, f"the column changes from {left:g} to {right:g} characters"
    )


def subject(sheet: Sheet, gap: Gap) -> Evidence | None:
    shared = sheet.topics.shared(gap.texts_above, gap.texts_below)
    points = max(-2.0, min(2.5, 2.5 - 3.0 * shared))
    rule = "topic-change" if points > 0 else "same-topic"
    return Evidence(rule, points, f"shared vocabulary {shared:.2f}")


Rule = Callable[[Sheet, Gap], Evidence | None]

# Every rule speaks about every gap; the order is that of `explain`.
RULES: tuple[Rule, ...] = (
    prior,
    dateline,
    byline_between,
    signature,
    jump,
    heading_stack,
    series_head,
    open_sentence,
    numbering,
    same_speaker,
    opening,
    column_change,
    subject,
)
