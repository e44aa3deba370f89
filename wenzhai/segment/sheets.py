"""Blocks -> a sheet: the page in blocks, with what is known of all of them together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.segment.blocks import Block
from wenzhai.segment.joins import Reading
from wenzhai.segment.meaning import Meant
from wenzhai.segment.names import NOTICE_WORDS
from wenzhai.segment.numbers import MARK
from wenzhai.segment.topics import Topics, read_topics

HALF_MIN = 4  # code points of either half of a crosshead in two halves
SHORT_MIN, SHORT_MAX = 4, 9  # code points; crossheads of one story are alike in length
NOTICE = re.compile(rf"(?:{NOTICE_WORDS}|简讯)$")


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
class Sheet:
    """A page in blocks."""

    page: Reading
    blocks: Sequence[Block]
    topics: Topics
    """By block number."""
    meant: Meant
    """By block number; of paragraphs and display type."""
    sure_starts: int
    """Articles that show a dateline or a byline."""
    families: Counter[str]
    """How many lines of display type are built in each way."""
    next_text: Sequence[int]
    """For each block the first paragraph from it on; the number of blocks where none follows."""
    last_text: Sequence[int]
    """For each block the last paragraph before it; -1 where there is none."""

    def first(self, block: int) -> int:
        """The first line of a block."""
        return self.blocks[block].lines[0]

    def last(self, block: int) -> int:
        return self.blocks[block].lines[-1]


def make_sheet(page: Reading, blocks: Sequence[Block]) -> Sheet:
    """The blocks with what is known of all of them together."""
    sure = sum(
        block.kind == "byline" or page.signs[block.lines[0]].dateline is not None
        for block in blocks
    )
    is_head = _heading_surely(page, blocks)
    families = Counter(
        family(block.text)
        for b, block in enumerate(blocks)
        if block.kind == "display" and not is_head[b]
    )
    topics = read_topics([block.text for block in blocks])
    meant = Meant([b.text if b.kind in ("text", "display") else "" for b in blocks])
    return Sheet(
        page, blocks, topics, meant, sure, families, _next_texts(blocks), _last_texts(blocks)
    )


def _last_texts(blocks: Sequence[Block]) -> list[int]:
    found = [-1]
    for b, block in enumerate(blocks):
        found.append(b if block.kind == "text" else found[b])
    return found


def _next_texts(blocks: Sequence[Block]) -> list[int]:
    found = [len(blocks)] * (len(blocks) + 1)
    for b in range(len(blocks) - 1, -1, -1):
        found[b] = b if blocks[b].kind == "text" else found[b + 1]
    return found


def _heading_surely(page: Reading, blocks: Sequence[Block]) -> list[bool]:
    """For each block whether, behind display type only, subheadline, byline or dateline follow."""
    found = [False] * len(blocks)
    for b in range(len(blocks) - 2, -1, -1):
        below = blocks[b + 1]
        signs = page.signs[below.lines[0]]
        if below.kind == "byline" or signs.is_sub or signs.dateline:
            found[b] = True
        elif below.kind == "display":
            found[b] = found[b + 1]
    return found


def displays(sheet: Sheet, gap: Gap) -> list[int]:
    return [
        b
        for b in gap.between
        if sheet.blocks[b].kind == "display" and not sheet.blocks[b].is_inside
    ]


def family(text: str) -> str:
    """How a line of display type is built; "" when nothing sets it apart."""
    if MARK.match(text):
        return text[0]
    if SHORT_MIN <= len(text) <= SHORT_MAX and not NOTICE.search(text):
        return f"{len(text)} characters"
    halves = text.split()
    if len(halves) == 2 and min(len(h) for h in halves) >= HALF_MIN:
        bare = [re.sub(r"[“”\"‘’《》]", "", half) for half in halves]
        return f"{len(bare[0])} and {len(bare[1])} characters"
    return ""
