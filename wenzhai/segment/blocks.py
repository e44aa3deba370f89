"""Roles of lines -> blocks: paragraphs of text, and single lines of everything else, in page order.

A paragraph may run on behind a box label or a crosshead; what stands between its halves keeps its
place behind it and is marked as standing inside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wenzhai.segment.halves import breaks_off
from wenzhai.segment.joins import PAIRS, Reading
from wenzhai.segment.names import NOTICES, is_name
from wenzhai.segment.roles import Reads
from wenzhai.segment.tagger import Tag

BlockKind = Literal["text", "display", "label", "byline", "furniture"]


HEADS = ("kicker", "headline", "subheadline")  # what may run over more than one line
REST_MIN = 0.5  # chance of carrying on the line above
HALF_MIN = 8.0  # Han characters; a shorter line is rather a label or a kicker
OPEN_HEAD = re.compile(r"[的和与及把被将让从向由在为以]$")  # 蓝莓小镇的


def runs_over(page: Reading, i: int, tag: Tag | None = None) -> bool:
    """Whether a line of display type surely goes on in the next: 蓝莓小镇的 / “夜经济”怎么亮起来.

    `tag` is what the next is set as.
    """
    upper, lower = page.lines[i], page.lines[i + 1]
    if tag is not None and tag.name in HEADS and tag.chances.get("rest", 0.0) > REST_MIN:
        return True
    if lower.blank > page.wide_gap or page.signs[i].is_titled or page.signs[i + 1].is_sub:
        return False
    if page.signs[i + 1].series or page.signs[i].series:
        return False
    if is_name(lower.text) or NOTICES.search(lower.text):
        return False
    if upper.width >= HALF_MIN and breaks_off(upper.text, lower.text):
        return True
    if OPEN_HEAD.search(upper.text) or any(
        upper.text.count(a) > upper.text.count(b) for a, b in PAIRS
    ):
        return True
    return upper.text[-1] in "，、" or lower.text[0] in "”》）的"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one line that is none."""

    kind: BlockKind
    lines: tuple[int, ...]
    text: str
    """Its lines joined, for comparing only."""
    is_inside: bool = False
    """Stands between two halves of the paragraph before it."""
    carries_on: int = -1
    """The line above that its first line carries on, where that is in a block of its own."""
    is_torn: bool = False
    """Carries on a sentence that was broken off; else a paragraph between two sentences."""
    is_verse: bool = False
    tag: Tag | None = None
    """What its first line is set as."""
    likely: Mapping[int, float] = field(default_factory=dict)
    """The lines that its first line may carry on, each with its chance."""


def build_blocks(page: Reading, reads: Reads) -> tuple[Block, ...]:
    """All lines as blocks; every line lies in exactly one.

    The two halves of a torn sentence are blocks by themselves, and so are the sentences of a row
    on a woven page, where a row may go over into another article: `put_together` joins them when
    it is known which article each belongs to.
    """
    tags = reads.tags or [None] * len(reads.roles)
    members: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for i, role in enumerate(reads.roles):
        above = reads.carries_on[i]
        is_cut = i in reads.torn or (reads.is_woven and above >= 0 and page.signs[above].is_closed)
        first = owner[above] if role == "goes-on" and not is_cut else i
        if (
            role == "display"
            and i
            and reads.roles[i - 1] == "display"
            and runs_over(page, i - 1, tags[i])
        ):
            first = owner[i - 1]
        owner[i] = first
        members.setdefault(first, []).append(i)
    blocks = []
    reach = -1
    for first in sorted(members):
        lines = members[first]
        role = reads.roles[first]
        blocks.append(
            Block(
                "text" if role in ("begins", "goes-on") else role,  # type: ignore[arg-type]
                tuple(lines),
                "".join(page.lines[i].text for i in lines),
                first < reach,
                reads.carries_on[first],
                first in reads.torn,
                first in reads.verses,
                tags[first],
                reads.likely.get(first, {}),
            )
        )
        reach = max(reach, lines[-1])
    return tuple(blocks)
