"""The ends and beginnings of a page's lines -> points for each pair of them, each reckoned once."""

from __future__ import annotations

from dataclasses import dataclass, field

from wenzhai.segment.captions import VAGUE
from wenzhai.segment.columns import is_full
from wenzhai.segment.joins import INDENT_MIN, Reading
from wenzhai.segment.phrases import phrase_points
from wenzhai.segment.seams import (
    CONTEXT,
    Head,
    Tail,
    head_points,
    join_points,
    read_head,
    read_tail,
    start_points,
)

SURE, SPOKEN, DASHED = 4.0, 2.0, 1.0  # points of marks that begin a paragraph
UNINDENTED = -1.5  # ... of a full row without indent where paragraphs have one


@dataclass(slots=True)
class Seams:
    """Ends and beginnings of a page, with what was asked about them."""

    page: Reading
    before: dict[int, int]
    """Line -> the line it carries on."""
    after: dict[int, int]
    tails: dict[int, Tail] = field(default_factory=dict)
    heads: dict[int, Head] = field(default_factory=dict)
    own: dict[int, tuple[float, ...]] = field(default_factory=dict)
    """What the beginning of a line says to every seam."""
    starts: dict[int, float] = field(default_factory=dict)
    joins: dict[tuple[int, int], float] = field(default_factory=dict)
    suiting: dict[tuple[int, int], float] = field(default_factory=dict)

    def above(self, a: int, least: int) -> str:
        """The text of a line and of those that it carries on: so many code points, if there are."""
        text = self.page.lines[a].text
        while len(text) < least and self.before.get(a, -1) >= 0:
            a = self.before[a]
            text = self.page.lines[a].text + text
        return text

    def below(self, b: int, least: int) -> str:
        """... and of those that carry it on."""
        text = self.page.lines[b].text
        while len(text) < least and b in self.after:
            b = self.after[b]
            text += self.page.lines[b].text
        return text

    def tail(self, a: int) -> Tail:
        if a not in self.tails:
            self.tails[a] = read_tail(self.above(a, CONTEXT))
        return self.tails[a]

    def head(self, b: int) -> Head:
        if b not in self.heads:
            self.heads[b] = read_head(self.below(b, CONTEXT))
        return self.heads[b]

    def start(self, b: int) -> float:
        if b not in self.starts:
            self.starts[b] = start_points(self.head(b)) + _sure_start(self.page, b)
        return self.starts[b]

    def join(self, a: int, b: int) -> float:
        if (a, b) not in self.joins:
            head = self.head(b)
            if b not in self.own:
                self.own[b] = head_points(head)
            points = join_points(self.tail(a), head, self.page.trigrams, self.own[b])
            self.joins[a, b] = points - _sure_start(self.page, b)
        return self.joins[a, b]

    def suits(self, a: int, b: int) -> float:
        """The same by all that was seen to follow each other (`phrases`)."""
        if (a, b) not in self.suiting:
            points = phrase_points(self.tail(a), self.head(b), self.page.trigrams)
            self.suiting[a, b] = points - _sure_start(self.page, b)
        return self.suiting[a, b]


def _sure_start(page: Reading, b: int) -> float:
    """Points of the marks that begin a paragraph."""
    signs = page.signs[b]
    if signs.dateline:
        return 0.0 if b and page.signs[b - 1].dateline else SURE
    if signs.is_note or (signs.is_caption and not page.lines[b].text.startswith(VAGUE)):
        return SURE
    if signs.is_sub:
        return DASHED
    if signs.is_bad_start:
        return -SURE
    points = SPOKEN if signs.speaker or (signs.series and signs.series != "digit") else 0.0
    if not page.has_indents:
        return points
    if page.lines[b].indent >= INDENT_MIN:
        return SURE
    return points + UNINDENTED if is_full(page.lines[b], page.columns[b]) else points
