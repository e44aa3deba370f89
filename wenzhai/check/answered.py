"""Doubts that an editor has answered are no doubts any more."""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.edit.passage import position_of
from wenzhai.model import Correction, Passage, Record, Span

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
# By code: what an editor confirms that settles it, and whether anywhere in the article.
SETTLED_BY: dict[str, tuple[str, bool]] = {
    "doubtful-join": ("join", False),
    "doubtful-split": ("split", False),
    "doubtful-order": ("order", False),
    "doubtful-headline": ("headline", True),
    "no-headline": ("headline", True),
    "doubtful-furniture": ("furniture", False),
    "damaged-text": ("text", False),
    "undecided-person": ("person", False),
    "undecided-region": ("region", False),
    "no-date": ("date", True),
}
EXACT = frozenset({"undecided-person", "undecided-region"})
"""Doubts about words, not about the paragraph that holds them."""


def is_answered(record: Record, code: str, span: Span) -> bool:
    """Has an editor decided about just this?"""
    kinds, is_anywhere = ANSWERED_BY.get(code, (frozenset(), False))
    settled, is_settled_anywhere = SETTLED_BY.get(code, (None, False))
    decided = [one for one in record.corrections if one.kind in kinds]
    confirmed = [
        one for one in record.corrections if one.kind == "confirm" and one.published == settled
    ]
    return _reaches(record, decided, span, is_anywhere=is_anywhere) or _reaches(
        record, confirmed, span, is_anywhere=is_settled_anywhere, is_exact=code in EXACT
    )


def _reaches(
    record: Record,
    corrections: list[Correction],
    span: Span,
    *,
    is_anywhere: bool,
    is_exact: bool = False,
) -> bool:
    """Is one of the corrections about the place?"""
    places = [place for one in corrections for place in (one.span, one.other) if place is not None]
    if not places:
        return False
    if any(place.start < span.end and span.start < place.end for place in places):
        return True
    if is_exact:
        return False
    around = list(_around(record, span.start, is_anywhere=is_anywhere))
    return any(
        position_of(passage, place.start) is not None for passage in around for place in places
    )


def _around(record: Record, offset: int, *, is_anywhere: bool) -> Iterator[Passage]:
    for article in record.layout.articles:
        passages = [passage for _, passage in article.passages()]
        inside = [one for one in passages if position_of(one, offset) is not None]
        if inside:
            yield from passages if is_anywhere else inside
