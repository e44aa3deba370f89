"""Record -> its corrections as readers see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.edit.passage import position_of
from wenzhai.model import Correction, Document, Place, Record, Span
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import Sheet, sheets
from wenzhai.render.phrases import page_title, vague_date
from wenzhai.render.press import Press

QUOTE_MAX = 60  # characters of what was printed; a block that was moved may be a page long
ROWS_MAX = 200  # corrections on one page; about 60 kB of HTML


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction."""

    kind: str
    place: Ref | None
    """The paragraph, else the article; None for what belongs to the page alone."""
    printed: str
    others: tuple[str, ...]
    published: str | None
    reason: str
    by: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class CorrectedPage:
    page: Ref
    count: int
    """Of all corrections of the page."""
    rows: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    count: int
    pages: int
    sheet: Sheet
    groups: tuple[CorrectedPage, ...]


def corrections(atlas: Atlas, press: Press) -> Iterator[Document]:
    """The list of all corrections."""
    rows = [
        (number, row)
        for number, record in enumerate(atlas.corpus.records)
        for row in correction_rows(atlas, press, record)
    ]
    pages = len({number for number, _ in rows})
    lead = press.word("corrections_lead", count=len(rows), pages=pages)
    for sheet, shown in sheets("corrections", rows, ROWS_MAX):
        meta = {"title": press.words["corrections"], "description": lead, "kind": "index"}
        groups: dict[int, list[CorrectionRow]] = {}
        for number, row in shown:
            groups.setdefault(number, []).append(_from_root(row))
        view = CorrectionsView(
            len(rows),
            pages,
            sheet,
            tuple(_page(atlas, press, number, found) for number, found in groups.items()),
        )
        yield press.print(sheet.path, "corrections.md", meta, view)


def _page(atlas: Atlas, press: Press, number: int, rows: list[CorrectionRow]) -> CorrectedPage:
    record = atlas.corpus.records[number]
    url = Safe(f"pages/{record.page.slug}.html#corrections")
    ref = Ref(escape(page_title(press, record)), url)
    return CorrectedPage(ref, len(record.corrections), tuple(rows))


def _from_root(row: CorrectionRow) -> CorrectionRow:
    if row.place is None:
        return row
    place = Ref(row.place.text, Safe(row.place.url.removeprefix("../")))
    return CorrectionRow(
        row.kind, place, row.printed, row.others, row.published, row.reason, row.by, row.source
    )


def correction_rows(atlas: Atlas, press: Press, record: Record) -> tuple[CorrectionRow, ...]:
    """The corrections of a page; addresses are for a page one folder deep."""
    return tuple(
        CorrectionRow(
            kind=press.words[f"correction_{one.kind}"],
            place=_place(atlas, record, one),
            printed=_printed(record, one.span),
            others=tuple(_printed(record, span) for span in (one.other, *one.more) if span),
            published=_published(atlas, press, one),
            reason=one.reason,
            by=one.by,
            source=one.source,
        )
        for one in record.corrections
    )


def corrections_of(record: Record, number: int) -> int:
    """How many corrections are about an article of the page."""
    return sum(_owner(record, one)[0] == number for one in record.corrections)


def _owner(record: Record, one: Correction) -> tuple[int | None, Place | None]:
    """The article (its number on the page) and the passage that a correction is about."""
    for number, entry in enumerate(record.entries):
        for place, passage in entry.article.passages():
            if position_of(passage, one.span.start) is not None:
                return number, place
    return None, None


def _place(atlas: Atlas, record: Record, one: Correction) -> Ref | None:
    number, place = _owner(record, one)
    if number is None or place is None:
        return None
    article = atlas.articles[record.entries[number].id]
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return Ref(article.text, Safe(f"{article.url}{anchor}"))


def _printed(record: Record, span: Span) -> str:
    text = "".join(record.page.text[span.start : span.end].split())
    half = QUOTE_MAX // 2
    return text if len(text) <= QUOTE_MAX else f"{text[:half]}……{text[-half:]}"


def _published(atlas: Atlas, press: Press, one: Correction) -> str | None:
    """What stands there now, in the reader's words."""
    told = one.published
    nothing = press.words.get(f"correction_{one.kind}_none")
    if one.kind == "date" and told:
        return vague_date(press, told)
    if one.kind in ("region", "not_region") and told and told in atlas.corpus.regions:
        return "".join(atlas.corpus.regions[told].path)
    if one.kind == "furniture" and told:
        told = f"reason_{told.replace(' ', '_')}"
    if one.kind in ("kind", "genre"):
        told = f"{one.kind}_{told}"
    if one.kind == "confirm":
        told = f"confirmed_{told}"
    if one.kind in ("kind", "genre", "furniture", "confirm"):
        return press.words.get(told or "", told)
    return told or (None if one.kind in ("byline", "part_of") and one.other else nothing)
