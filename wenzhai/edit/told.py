"""Corrections that were carried out -> what readers are told of them."""

from __future__ import annotations

from wenzhai.edit.format import Corrections, Entry
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Correction, Page, Span

# By kind: the field that quotes the place, the one that says what stands there now, and the
# one that quotes a second place. An entry's words are what readers need; its numbers are not.
TOLD: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("merge", "article", None, "other"),
    ("split", "before", None, None),
    ("furniture", "printed", "what", None),
    ("paragraph", "before", None, None),
    ("move", "printed", None, "after"),
    ("join", "after", None, "next"),
    ("headline", "article", "own", "printed"),
    ("kicker", "article", None, "printed"),
    ("subheadline", "article", None, "printed"),
    ("kind", "printed", "kind", None),
    ("genre", "article", "genre", None),
    ("text", "printed", "right", None),
    ("doubt", "printed", "note", None),
    ("date", "article", "date", None),
    ("person", "printed", "name", None),
    ("region", "printed", "region", None),
    ("hide", "printed", None, None),
)
NTH = {"other": "other_nth", "after": "there_nth", "next": "next_nth", "printed": "printed_nth"}
"""Which number belongs to a second quotation."""


def told_corrections(
    page: Page, corrections: Corrections, done: frozenset[tuple[str, int]]
) -> tuple[Correction, ...]:
    """Those of `done`, in the order of their kinds."""
    printed = Print(page)
    found: list[Correction] = []
    for kind, quote, published, other in TOLD:
        entries: list[Entry] = getattr(corrections, kind)
        for number, entry in enumerate(entries):
            if (kind, number) in done:
                found.append(_told(printed, kind, entry, quote, published, other))
    return tuple(found)


def _told(
    printed: Print, kind: str, entry: Entry, quote: str, published: str | None, other: str | None
) -> Correction:
    to = getattr(entry, "to", None) if quote == "printed" else None
    first = printed.block(getattr(entry, quote), getattr(entry, "nth", None) or 1, to)
    return Correction(
        kind=kind,
        span=first,
        published=getattr(entry, published) if published else None,
        reason=entry.reason,
        by=entry.by,
        source=entry.source,
        other=_other(printed, entry, other) if other else None,
    )


def _other(printed: Print, entry: Entry, field: str) -> Span | None:
    name = "before" if field == "after" and getattr(entry, field) is None else field
    quote = getattr(entry, name)
    if quote is None:
        return None
    to = getattr(entry, "to", None) if field == "printed" else None
    try:
        return printed.block(quote, getattr(entry, NTH[field]) or 1, to)
    except Stale:  # what a move or a headline took along may end elsewhere by now
        return None
