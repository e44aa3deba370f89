"""Atlas -> the source pages: their articles, and their text as printed.

Each stretch of the text that became a paragraph is numbered and leads to it;
what belongs to the page alone is grey, and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wenzhai.model import Document, Entry, Place, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape_lines
from wenzhai.render.phrases import certainty, limits, page_label, printed_date
from wenzhai.render.press import Press


class Piece(NamedTuple):
    """A stretch of the page's text with one owner."""

    start: int
    end: int
    article: int | None
    """Index in the record; None for furniture."""
    place: Place | None
    note: str
    """Why it is not published; "" for published text."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece as shown."""

    text: Safe
    kind: str
    """"text", "furniture" or "gap" (white space between pieces)."""
    note: str
    anchor: Safe | None
    """Where an article begins: its id."""
    label: str
    """"2·7": second article, seventh paragraph; "" where none begins."""
    url: Safe | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the page."""

    id: Safe
    ref: Ref
    note: str
    date: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    label: str
    characters: int
    encoding: str
    digest: str
    rows: tuple[ArticleRow, ...]
    limits: str | None
    """Why the text is not shown; None when it is."""
    stretches: tuple[Stretch, ...]


def sources(atlas: Atlas, press: Press) -> Iterator[Document]:
    for record in atlas.corpus.records:
        label = page_label(record.page)
        meta = {
            "title": label,
            "description": press.word("page_description", label=label, count=len(record.entries)),
            "kind": "source",
            "source_page": record.page.name,
        }
        view = SourceView(
            label=label,
            characters=len("".join(record.page.text.split())),
            encoding=record.page.encoding,
            digest=record.page.digest,
            rows=tuple(
                ArticleRow(
                    Safe(entry.id),
                    atlas.articles[entry.id],
                    certainty(press, entry.article),
                    printed_date(press, entry.article),
                )
                for entry in record.entries
            ),
            limits=limits(press, record),
            stretches=() if limits(press, record) else tuple(_stretches(press, record)),
        )
        yield press.print(f"pages/{record.page.slug}.md", "source.md", meta, view)


def _stretches(press: Press, record: Record) -> Iterator[Stretch]:
    text = record.page.text
    begun: set[int] = set()
    last: tuple[int, Place] | None = None
    at = 0
    for piece in _merged(text, sorted(_pieces(press, record), key=_start)):
        if piece.start > at:
            yield _plain(text[at : piece.start], "gap", "")
        at = piece.end
        shown = text[piece.start : piece.end]
        if piece.article is None or piece.place is None or piece.note:
            yield _plain(shown, "furniture", piece.note)
            continue
        entry = record.entries[piece.article]
        anchor = None if piece.article in begun else Safe(entry.id)
        begun.add(piece.article)
        owner = (piece.article, piece.place)
        label = "" if owner == last else _label(*owner)
        last = owner
        yield Stretch(escape_lines(shown), "text", "", anchor, label, _url(entry, piece.place))
    if at < len(text):
        yield _plain(text[at:], "gap", "")


def _plain(text: str, kind: str, note: str) -> Stretch:
    return Stretch(escape_lines(text), kind, note, None, "", None)


def _label(article: int, place: Place) -> str:
    return f"{article + 1}·{place.number + 1}" if place.field == "body" else f"{article + 1}"


def _url(entry: Entry, place: Place) -> Safe:
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return Safe(f"../articles/{entry.id}.html{anchor}")


def _pieces(press: Press, record: Record) -> Iterator[Piece]:
    for furniture in record.layout.furniture:
        yield Piece(*furniture.span, None, None, _reason(press, furniture.reason))
    for number, entry in enumerate(record.entries):
        for place, passage in entry.article.passages():
            for run in passage.runs:
                yield Piece(run.source, run.source + run.length, number, place, "")
            for dropped in passage.dropped:
                yield Piece(*dropped.span, number, place, _reason(press, dropped.reason))


def _reason(press: Press, reason: str) -> str:
    """In the reader's language where the words are known."""
    return press.words.get(f"reason_{reason.replace(' ', '_')}", reason)


def _merged(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one owner with only white space between them are one piece; what
    overlaps an earlier piece is cut."""
    current: Piece | None = None
    for piece in pieces:
        if current is None:
            current = piece
            continue
        start = max(piece.start, current.end)
        if start >= piece.end:
            continue
        is_same = piece[2:] == current[2:]
        if is_same and not text[current.end : start].strip():
            current = current._replace(end=piece.end)
        else:
            yield current
            current = piece._replace(start=start)
    if current is not None:
        yield current


def _start(piece: Piece) -> tuple[int, int]:
    return piece.start, piece.end
