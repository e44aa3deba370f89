"""Corrections, layout -> findings: entries about one thing that say different things."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from wenzhai.edit.desk import Desk
from wenzhai.edit.entries import Entry, PersonIs, RegionIs, quotes_of
from wenzhai.edit.format import Corrections
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Finding, Layout, Span

ABOUT_ARTICLES = ("headline", "kicker", "byline", "genre", "date", "part_of")
ABOUT_PARAGRAPHS = ("kind", "doubt")
ABOUT_WORDS = ("text", "person", "region")
ABOUT_TOLD = ("organisation", "initiative", "figure", "proposal")
"""About exactly the words that are quoted: a name may stand in words that are none."""
UNSAID = ("article", "nth", "printed_nth", "reason", "by", "source")
"""Fields that find the place or tell why, in every kind of entry."""


def contradictions(
    name: str, entries: Iterable[Entry], layout: Layout, printed: Print, shown: str
) -> Iterator[Finding]:
    """Among entries of one kind; `layout` is the page before they are carried out."""
    said: dict[Hashable, Entry] = {}
    for entry in entries:
        against: Entry | None = None  # an entry is told once, whatever it contradicts
        for about, quote in _subjects(name, entry, layout, printed):
            other = said.setdefault(about, entry)
            if against is None and _says(name, other) != _says(name, entry):
                against = other
                yield _finding(f"{name}: two entries about “{quote}”", shown)


def settled_and_doubted(
    corrections: Corrections, layout: Layout, printed: Print, shown: str
) -> Iterator[Finding]:
    """A paragraph whose text is right as it is, and in doubt."""
    desk = Desk.lay_out(layout)
    right = {
        about
        for entry in corrections.confirm
        if entry.doubt == "text"
        for quote in quotes_of(entry.printed)
        for about in _paragraph(desk, printed, quote, entry.nth)
    }
    for entry in corrections.doubt:
        if right.intersection(_paragraph(desk, printed, entry.printed, entry.nth)):
            yield _finding(f"doubt, confirm: two entries about “{entry.printed}”", shown)


def _finding(what: str, shown: str) -> Finding:
    return Finding("contradicting-corrections", shown, f"{what} say different things")


def _subjects(
    name: str, entry: Entry, layout: Layout, printed: Print
) -> Iterator[tuple[Hashable, str]]:
    """What an entry is about, with the quotation that says so; nothing where it is stale."""
    nth = getattr(entry, "nth", None)
    desk = Desk.lay_out(layout)
    if name in ABOUT_ARTICLES:
        for quote in quotes_of(getattr(entry, "article", None)):
            for span in _found(printed, quote, nth):
                yield from ((number, quote) for number in _article(desk, span))
    elif name in ABOUT_PARAGRAPHS:
        for quote in quotes_of(getattr(entry, "printed", None)):
            yield from ((about, quote) for about in _paragraph(desk, printed, quote, nth))
    elif name in ABOUT_WORDS and not _excludes(entry):
        quote = str(getattr(entry, "printed", ""))
        everywhere = nth is None and name != "text"
        spans = _everywhere(printed, quote) if everywhere else _found(printed, quote, nth)
        for span in spans:
            yield from ((offset, quote) for offset in range(span.start, span.end))
    elif name in ABOUT_TOLD:
        yield from _told(name, str(getattr(entry, "printed", "")), nth, printed)
    elif name == "join":
        yield from _ends_joined(entry, printed)


def _told(name: str, quote: str, nth: int | None, printed: Print) -> Iterator[tuple[Hashable, str]]:
    """A proposal by where it begins; what else is told by exactly its words."""
    for span in _everywhere(printed, quote) if nth is None else _found(printed, quote, nth):
        yield (span.start, 0 if name == "proposal" else span.end), quote


def _ends_joined(entry: Entry, printed: Print) -> Iterator[tuple[Hashable, str]]:
    for field, count in (("after", "nth"), ("next", "next_nth")):
        quote = str(getattr(entry, field))
        for span in _found(printed, quote, getattr(entry, count)):
            yield (field, span.end if field == "after" else span.start), quote


def _says(name: str, entry: Entry) -> dict[str, object]:
    """What an entry decides, without where and why."""
    fields = dict(entry.model_dump())
    unsaid = set(UNSAID)
    if name in (*ABOUT_PARAGRAPHS, *ABOUT_TOLD, "person", "region"):
        unsaid.add("printed")
    return {field: value for field, value in fields.items() if field not in unsaid}


def _excludes(entry: Entry) -> bool:
    """Says who is not meant; of one word several may be said."""
    return (isinstance(entry, PersonIs) and entry.not_name is not None) or (
        isinstance(entry, RegionIs) and entry.not_region is not None
    )


def _found(printed: Print, quote: str, nth: int | None) -> Iterator[Span]:
    try:
        yield printed.find(quote, nth)
    except Stale:
        return


def _everywhere(printed: Print, quote: str) -> Iterable[Span]:
    try:
        return printed.find_all(quote, None)
    except Stale:
        return ()


def _article(desk: Desk, span: Span) -> Iterator[int]:
    try:
        yield next(i for i, one in enumerate(desk.sheets) if one is desk.sheet_of(span))
    except Stale:
        return


def _paragraph(
    desk: Desk, printed: Print, quote: str, nth: int | None
) -> Iterator[tuple[int, int]]:
    try:
        sheet, number = desk.paragraph_of(printed.find(quote, nth))
    except Stale:
        return
    yield next(i for i, one in enumerate(desk.sheets) if one is sheet), number
