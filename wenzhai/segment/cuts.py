"""Blocks -> the gaps between paragraphs at which a new article begins.

Each gap between two paragraphs collects evidence in points of log-odds; each kind of evidence is a
named rule of the table RULES. A gap with more points for than against is a cut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wenzhai.segment.headmarks import (
    crosshead_family,
    head_above,
    head_below,
    heading_stack,
    plain_head,
    prior,
    series_head,
    set_as_opening,
    short_head,
    tail_headline,
)
from wenzhai.segment.sheets import Evidence, Gap, Sheet
from wenzhai.segment.textmarks import (
    byline_between,
    column_change,
    column_label,
    dateline,
    jump,
    list_start,
    marked_list,
    numbering,
    open_sentence,
    opening,
    picture,
    same_speaker,
    signature,
    verse,
)

WINDOW = 4  # paragraphs on either side whose vocabulary is compared
TOPIC_RULES = ("topic-change", "same-topic")
END_RULES = ("signature", "sign-off", "jump-line")


@dataclass(frozen=True, slots=True)
class Cut:
    """What was decided about a gap."""

    gap: Gap
    points: float
    marks: float
    """Points of everything but vocabulary."""
    evidence: tuple[Evidence, ...]

    @property
    def vouched(self) -> float:
        """Points of what speaks for a beginning below, not only for an end above."""
        return self.marks - sum(e.points for e in self.evidence if e.rule in END_RULES)

    @property
    def is_cut(self) -> bool:
        return self.points > 0

    def leading(self, is_split: bool) -> Evidence:
        """The strongest evidence for what was decided; vocabulary where all else speaks against."""
        sign = 1.0 if is_split else -1.0
        best = max(self.evidence, key=lambda e: sign * e.points)
        if sign * self.points > 0 or sign * best.points > 0:
            return best
        return Evidence("vocabulary", 0.0, "rare words of the paragraph decided against the marks")


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
        points = sum(e.points for e in found)
        apart = sum(e.points for e in found if e.rule in TOPIC_RULES or e.rule == "opens")
        cuts.append(Cut(gap, points, points - apart, found))
    return tuple(cuts)


def subject(sheet: Sheet, gap: Gap) -> Evidence | None:
    shared = sheet.topics.shared(gap.texts_above, gap.texts_below)
    points = max(-2.0, min(2.5, 2.5 - 3.0 * shared))
    rule = "topic-change" if points > 0 else "same-topic"
    return Evidence(rule, points, f"shared vocabulary {shared:.2f}")


Rule = Callable[[Sheet, Gap], Evidence | None]


# Every rule speaks about every gap; the order is that of `explain`.
RULES: tuple[Rule, ...] = (
    prior,
    set_as_opening,
    dateline,
    byline_between,
    signature,
    jump,
    heading_stack,
    series_head,
    plain_head,
    crosshead_family,
    short_head,
    open_sentence,
    list_start,
    marked_list,
    picture,
    numbering,
    same_speaker,
    verse,
    column_label,
    opening,
    column_change,
    tail_headline,
    head_above,
    head_below,
    subject,
)
