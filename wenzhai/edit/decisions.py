"""One function for each kind of entry: carries it out on the desk, or raises `Stale`."""

from __future__ import annotations

from dataclasses import replace

from wenzhai.edit import format as entries
from wenzhai.edit.desk import Desk, Sheet
from wenzhai.edit.passage import join, position_of, replace_text
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Article, DatePrecision, Furniture, Paragraph, Passage, Run

PRECISION_OF_LENGTH: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}


def lift(desk: Desk, page: Print, entry: entries.Lift) -> None:
    span = page.block(entry.printed, entry.nth, entry.to)
    desk.take(span)
    desk.furniture.append(Furniture(span, entry.what))


def merge(desk: Desk, page: Print, entry: entries.Merge) -> None:
    one = desk.sheet_of(page.find(entry.article, entry.nth))
    other = desk.sheet_of(page.find(entry.other, entry.other_nth))
    if one is other:
        return
    one.body.extend([*_demoted(other), *other.body])
    desk.sheets.remove(other)


def split(desk: Desk, page: Print, entry: entries.Cut) -> None:
    sheet, number = desk.split_at(page.find(entry.before, entry.nth))
    if number == 0:
        return
    rest = sheet.body[number:]
    del sheet.body[number:]
    bare = replace(sheet.article, byline=(), dateline=None, decisions=())
    desk.sheets.insert(desk.sheets.index(sheet) + 1, Sheet(bare, None, None, [], rest))


def paragraph(desk: Desk, page: Print, entry: entries.Cut) -> None:
    desk.split_at(page.find(entry.before, entry.nth))


def move(desk: Desk, page: Print, entry: entries.Move) -> None:
    span = page.block(entry.printed, entry.nth, entry.to)
    freed = [piece for piece in desk.furniture if piece.span == span]
    if freed:
        desk.furniture.remove(freed[0])
        text = page.page.text[span.start : span.end]
        taken = [Paragraph("paragraph", _as_printed(text, span.start))]
    else:
        taken = desk.take(span)
    if entry.after is not None:
        sheet, number = desk.split_behind(page.find(entry.after, entry.there_nth))
        number += 1
    else:
        sheet, number = desk.split_at(page.find(entry.before or "", entry.there_nth))
    sheet.body[number:number] = taken


def join_on(desk: Desk, page: Print, entry: entries.Join) -> None:
    after = page.find(entry.after, entry.nth)
    from_sheet, from_number = desk.split_at(page.find(entry.next, entry.next_nth))
    moved = from_sheet.body.pop(from_number)
    sheet, number = desk.split_behind(after)
    whole = join(sheet.body[number].passage, moved.passage)
    sheet.body[number] = replace(sheet.body[number], passage=whole)
    desk.sheets = [one for one in desk.sheets if not one.is_empty()]


def headline(desk: Desk, page: Print, entry: entries.Headline) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    if entry.own is not None:
        new = Passage(entry.own, ())
    else:
        new = desk.take_passage(page.block(entry.printed or "", entry.printed_nth, entry.to))
    if sheet.headline is not None and sheet.headline.runs:
        sheet.body.insert(0, Paragraph("crosshead", sheet.headline))
    sheet.headline = new


def kicker(desk: Desk, page: Print, entry: entries.Title) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    new = None
    if entry.printed is not None:
        new = desk.take_passage(page.block(entry.printed, entry.printed_nth, entry.to))
    if sheet.kicker is not None:
        sheet.body.insert(0, Paragraph("crosshead", sheet.kicker))
    sheet.kicker = new


def subheadline(desk: Desk, page: Print, entry: entries.Title) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    if entry.printed is None:
        sheet.body[0:0] = [Paragraph("crosshead", passage) for passage in sheet.subheadlines]
        sheet.subheadlines = []
        return
    span = page.block(entry.printed, entry.printed_nth, entry.to)
    sheet.subheadlines.append(desk.take_passage(span))


def kind(desk: Desk, page: Print, entry: entries.Role) -> None:
    sheet, number = desk.paragraph_of(page.find(entry.printed, entry.nth))
    changed = replace(sheet.body[number], kind=entry.kind, speaker=entry.speaker)
    sheet.body[number] = changed


def genre(desk: Desk, page: Print, entry: entries.GenreOf) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    sheet.article = replace(sheet.article, genre=entry.genre)


def text(desk: Desk, page: Print, entry: entries.Text) -> None:
    span = page.find(entry.printed, entry.nth)
    sheet = desk.sheet_of(span)

    def corrected(passage: Passage) -> Passage:
        start = position_of(passage, span.start)
        end = position_of(passage, span.end - 1)
        if start is None:
            return passage
        if end is None or end < start:
            raise Stale(f"“{entry.printed}” is not published in one piece")
        return replace_text(passage, start, end + 1, entry.right)

    sheet.kicker = sheet.kicker and corrected(sheet.kicker)
    sheet.headline = sheet.headline and corrected(sheet.headline)
    sheet.subheadlines = [corrected(passage) for passage in sheet.subheadlines]
    sheet.body = [replace(p, passage=corrected(p.passage)) for p in sheet.body]


def doubt(desk: Desk, page: Print, entry: entries.Doubt) -> None:
    sheet, number = desk.paragraph_of(page.find(entry.printed, entry.nth))
    is_doubtful = entry.note is not None
    sheet.body[number] = replace(sheet.body[number], is_doubtful=is_doubtful, doubt=entry.note)


def date(desk: Desk, page: Print, entry: entries.DateOf) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    sheet.article = dated(sheet.article, entry.date)


def dated(article: Article, told: str | None) -> Article:
    """The article with a date as ISO 8601, cut to its precision, or with none."""
    if told is None:
        return replace(article, date=None, date_precision="none")
    return replace(article, date=told, date_precision=PRECISION_OF_LENGTH[len(told)])


def _demoted(sheet: Sheet) -> list[Paragraph]:
    """A headline stack as crossheads, when its article goes into another."""
    stack = [sheet.kicker, sheet.headline, *sheet.subheadlines]
    return [Paragraph("crosshead", passage) for passage in stack if passage and passage.runs]


def _as_printed(printed: str, start: int) -> Passage:
    """Printed words as a passage, white space left out."""
    kept = [(i, c) for i, c in enumerate(printed) if not c.isspace()]
    runs = tuple(Run(at, start + i, 1) for at, (i, _) in enumerate(kept))
    return Passage("".join(c for _, c in kept), runs)
