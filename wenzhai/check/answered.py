"""Doubts that an editor has answered are no doubts any more."""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.edit.passage import position_of
from wenzhai.model import Passage, Record, Span

# By code: entries of which kinds answer it, and whether anywhere in the article or only in the
# same paragraph.
ANSWERED_BY: dict[str, tuple[frozenset[str], bool]] = {
    "doubtful-headline": (frozenset({"headline"}), True),
    "no-date": (frozenset({"date"}), True),
    "doubtful-join": (frozenset({"join", "split", "merge", "move", "paragraph"}), False),
    "doubtful-split": (frozenset({"split", "merge", "move"}), False),
    "doubtful-order": (frozenset({"move", "join"}), False),
    "doubtful-furniture": (frozenset({"furniture", "move"}), False),
    "damaged-text": (frozenset({"doubt", "text"}), False),
}


def is_answered(record: Record, code: str, span: Span) -> bool:
    """Has an editor decided about just this?"""
    kinds, is_anywhere = ANSWERED_BY.get(code, (frozenset(), False))
    starts = [
        place.start
        for one in record.corrections
        if one.kind in kinds
        for place in (one.span, one.other)
        if place is not None
    ]
    if not starts:
        return False
    if any(span.start <= start < span.end for start in starts):
        return True
    around = list(_around(record, span.start, is_anywhere=is_anywhere))
    return any(position_of(passage, start) is not None for passage in around for start in starts)


def _around(record: Record, offset: int, *, is_anywhere: bool) -> Iterator[Passage]:
    for article in record.layout.articles:
        passages = [passage for _, passage in article.passages()]
        inside = [one for one in passages if position_of(one, offset) is not None]
        if inside:
            yield from passages if is_anywhere else inside
