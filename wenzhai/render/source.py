"""Atlas -> the source pages: their text as printed, beside their articles as cleaned.

Each stretch of the text that became a paragraph is numbered and leads to it, and back;
what belongs to the page alone is grey, and says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wenzhai.model import Document, Place, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.cleaned import CleanedArticle, cleaned, label, spot
from wenzhai.render.corrected import CorrectionRow, correction_rows
from wenzhai.render.doubts import UNCERTAIN, certainty
from wenzhai.render.escape import Safe, escape_lines
from wenzhai.render.phrases import limits, page_facts, page_title, printed_date
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
    id: Safe | None
    """Where a passage begins."""
    label: str
    """"2·7": second article, seventh paragraph; "" where none begins."""
    url: Safe | None
    """Of the passage as cleaned."""


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
    facts: str
    characters: int
    encoding: str
    digest: str
    rows: tuple[ArticleRow, ...]
    limits: str | None
    """Why the text is not shown; None when it is."""
    stretches: tuple[Stretch, ...]
    cleaned: tuple[CleanedArticle, ...]
    corrections: tuple[CorrectionRow, ...]


def sources(atlas: Atlas, press: Press) -> Iterator[Document]:
    for record in atlas.corpus.records:
        title = page_title(press, record)
        left_out = limits(press, record)
        meta = {
            "title": title,
            "description": press.word("page_description", label=title, count=len(record.entries)),
            "kind": "source",
            "source_page": record.page.name,
        }
        view = SourceView(
            label=title,
            facts=page_facts(press, record),
            characters=len("".join(record.page.text.split())),
            encoding=record.page.encoding,
            digest=record.page.digest,
            rows=tuple(
                ArticleRow(
                    Safe(entry.id),
                    atlas.articles[entry.id],
                    certainty(press, record, number),
                    printed_date(press, entry.article),
                )
                for number, entry in enumerate(record.entries)
            ),
            limits=left_out,
            stretches=() if left_out else tuple(_stretches(press, record)),
            cleaned=() if left_out else tuple(cleaned(atlas, press, record)),
            corrections=correction_rows(atlas, press, record),
        )
        yield press.print(f"pages/{record.page.slug}.md", "source.md", meta, view)


def _stretches(press: Press, record: Record) -> Iterator[Stretch]:
    text = record.page.text
    marks = _marks(press, record)
    begun: set[int] = set()
    seen: set[tuple[int, Place]] = set()
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
        numbered = "" if owner == last else label(*owner)
        first = None if owner in seen else Safe(f"s{spot(*owner)}")
        last = owner
        seen.add(owner)
        marked = _marked(shown, piece.start, marks)
        yield Stretch(marked, "text", "", anchor, first, numbered, _url(*owner))
    if at < len(text):
        yield _plain(text[at:], "gap", "")


def _plain(text: str, kind: str, note: str) -> Stretch:
    return Stretch(escape_lines(text), kind, note, None, None, "", None)


def _url(article: int, place: Place) -> Safe:
    return Safe(f"#c{article + 1}" if place.field == "headline" else f"#c{spot(article, place)}")


def _marks(press: Press, record: Record) -> dict[int, str]:
    """By offset: what to put in before a character. Uncertain joins, and corrected words."""
    found: dict[int, str] = {}
    title = escape_lines(press.words["uncertain_join"])
    for finding in record.findings:
        if finding.code in UNCERTAIN and finding.span is not None:
            found[finding.span.start] = f'<b class="wz-join" title="{title}">？</b>'
    for one in record.corrections:
        if one.kind == "text":
            found[one.span.start] = found.get(one.span.start, "") + "<mark>"
            found[one.span.end] = "</mark>" + found.get(one.span.end, "")
    return found


def _marked(text: str, start: int, marks: Mapping[int, str]) -> Safe:
    """Escaped text with its marks; a mark that begins or ends elsewhere is closed here."""
    inside = [i for i in range(start, start + len(text)) if i in marks]
    pieces: list[str] = []
    at = 0
    is_open = False
    for offset in inside:
        pieces.append(escape_lines(text[at : offset - start]))
        at = offset - start
        insert = marks[offset]
        if "</mark>" in insert and not is_open:
            insert = insert.replace("</mark>", "", 1)
        pieces.append(insert)
        is_open = insert.rfind("<mark>") > insert.rfind("</mark>") or (
            is_open and "</mark>" not in insert
        )
    pieces.append(escape_lines(text[at:]))
    return Safe("".join(pieces) + ("</mark>" if is_open else ""))


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
