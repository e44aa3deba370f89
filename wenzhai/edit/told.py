"""Corrections that were carried out -> what readers are told of them."""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.edit.entries import Entry, quotes_of
from wenzhai.edit.format import Corrections
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
    ("byline", "article", None, "printed"),
    ("kind", "printed", "kind", None),
    ("genre", "article", "genre", None),
    ("text", "printed", "right", None),
    ("doubt", "printed", "note", None),
    ("confirm", "printed", "doubt", None),
    ("part_of", "article", None, "report"),
    ("date", "article", "date", None),
    ("person", "printed", "name", None),
    ("region", "printed", "region", None),
    ("organisation", "printed", "name", None),
    ("initiative", "printed", "name", None),
    ("figure", "printed", "value", None),
    ("proposal", "printed", "who", None),
    ("hide", "printed", None, None),
)
NTH = {
    "other": "other_nth",
    "after": "there_nth",
    "next": "next_nth",
    "printed": "printed_nth",
    "report": "report_nth",
}
"""Which number belongs to a second quotation."""


def told_corrections(
    page: Page, corrections: Corrections, done: frozenset[tuple[str, int]]
) -> tuple[Correction, ...]:
    """Those of `done`, in the order of their kinds; an entry about several places tells of each."""
    printed = Print(page)
    found: list[Correction] = []
    for kind, quote, published, other in TOLD:
        entries: tuple[Entry, ...] = getattr(corrections, kind)
        for number, entry in enumerate(entries):
            if (kind, number) in done:
                others = _others(printed, entry, other) if other else ()
                found.extend(_told(printed, kind, entry, quote, published, others))
    return tuple(found)


def _told(
    printed: Print,
    kind: str,
    entry: Entry,
    quote: str,
    published: str | None,
    others: tuple[Span, ...],
) -> Iterator[Correction]:
    to = getattr(entry, "to", None) if quote == "printed" else None
    words = getattr(entry, published) if published else None
    excluded = getattr(entry, f"not_{kind}" if kind == "region" else "not_name", None)
    for one in quotes_of(getattr(entry, quote)):
        yield Correction(
            kind=kind if excluded is None else f"not_{kind}",
            span=printed.block(one, getattr(entry, "nth", None) or 1, to),
            published=words if excluded is None else excluded,
            reason=entry.reason,
            by=entry.by,
            source=entry.source,
            other=others[0] if others else None,
            more=others[1:],
        )


def _others(printed: Print, entry: Entry, field: str) -> tuple[Span, ...]:
    name = "before" if field == "after" and getattr(entry, field) is None else field
    to = getattr(entry, "to", None) if field == "printed" else None
    nth = getattr(entry, NTH[field], None) or 1
    found = []
    for quote in quotes_of(getattr(entry, name)):
        try:
            found.append(printed.block(quote, nth, to))
        except Stale:  # what a move or a headline took along may end elsewhere by now
            continue
    return tuple(found)
