"""One function for each kind of entry: carries it out on the desk, or raises `Stale`."""

from __future__ import annotations

from dataclasses import replace

from wenzhai.edit import entries
from wenzhai.edit.desk import Desk, Sheet
from wenzhai.edit.passage import differing, join, position_of, replace_text
from wenzhai.edit.quote import Print, Stale
from wenzhai.model import Article, DatePrecision, Furniture, Paragraph, Passage, Run, Span

SHOWN_IN_TEXT = frozenset({"text", "join", "order"})
"""Doubts that a paragraph tells its readers of."""
ROUND_BYLINES = " \u3000（）()○〇●□■◎—-"  # what may stand around a byline on a line of its own
PRECISION_OF_LENGTH: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}


def lift(desk: Desk, page: Print, entry: entries.Lift) -> None:
    span = page.block(entry.printed, entry.nth, entry.to)
    if not desk.release(span):
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
    taken = _released(desk, page, span) or desk.take(span)
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
    new = Passage(entry.own, ()) if entry.own is not None else _title(desk, page, entry, sheet)
    if sheet.headline is not None and sheet.headline.runs:
        sheet.body.insert(0, Paragraph("crosshead", sheet.headline))
    sheet.headline = new


def kicker(desk: Desk, page: Print, entry: entries.Title) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    new = None if entry.printed is None else _title(desk, page, entry, sheet)
    if sheet.kicker is not None:
        sheet.body.insert(0, Paragraph("crosshead", sheet.kicker))
    sheet.kicker = new


def subheadline(desk: Desk, page: Print, entry: entries.Title) -> None:
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    if entry.printed is None:
        sheet.body[0:0] = [Paragraph("crosshead", passage) for passage in sheet.subheadlines]
        sheet.subheadlines = []
        return
    new = _title(desk, page, entry, sheet)  # taking it makes the list anew
    sheet.subheadlines.append(new)


def _title(desk: Desk, page: Print, entry: entries.Title, sheet: Sheet) -> Passage:
    """One or more printed pieces as one line, with what the editor puts between.

    An article that had nothing but these pieces stays where it is, to be titled with them.
    """
    place = next(k for k, one in enumerate(desk.sheets) if one is sheet)
    first, *others = entries.quotes_of(entry.printed)
    whole = _piece(desk, page, page.block(first, entry.printed_nth, entry.to))
    for quote in others:
        whole = join(whole, Passage(entry.separator, ()))
        whole = join(whole, _piece(desk, page, page.block(quote, None, None)))
    if not any(one is sheet for one in desk.sheets):
        desk.sheets.insert(place, sheet)
    return whole


def _piece(desk: Desk, page: Print, span: Span) -> Passage:
    """A printed piece lifted out of wherever it stands."""
    taken = _released(desk, page, span)
    return taken[0].passage if taken else desk.take_passage(span)


def _released(desk: Desk, page: Print, span: Span) -> list[Paragraph]:
    """A piece of furniture as a paragraph again; nothing when the span is none."""
    if not desk.release(span):
        return []
    text = page.page.text[span.start : span.end]
    return [Paragraph("paragraph", _as_printed(text, span.start))]


def byline(desk: Desk, page: Print, entry: entries.Byline) -> None:
    """The phrases stay where they stand; a paragraph that is nothing else is a byline."""
    sheet = desk.sheet_of(page.find(entry.article, entry.nth))
    phrases: list[str] = []
    named: set[int] = set()
    for quote in entries.quotes_of(entry.printed):
        span = page.find(quote, entry.printed_nth)
        there, number = desk.paragraph_of(span)
        passage = there.body[number].passage
        start, end = position_of(passage, span.start), position_of(passage, span.end - 1)
        if there is not sheet or start is None or end is None or end < start:
            raise Stale(f"“{quote}” does not stand in the body of that article; `move` it there")
        phrases.append(passage.text[start : end + 1])
        if not passage.text.replace(phrases[-1], "").strip(ROUND_BYLINES):
            named.add(number)
    for number, paragraph in enumerate(sheet.body):
        if number in named:
            sheet.body[number] = replace(paragraph, kind="byline", speaker=None)
        elif paragraph.kind == "byline":
            sheet.body[number] = replace(paragraph, kind="note")
    sheet.article = replace(sheet.article, byline=tuple(phrases))


def kind(desk: Desk, page: Print, entry: entries.Role) -> None:
    for quote in entries.quotes_of(entry.printed):
        sheet, number = desk.paragraph_of(page.find(quote, entry.nth))
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
        change = differing(passage.text, start, end + 1, entry.right)
        sheet.article = _makers_corrected(sheet.article, passage.text, *change)
        return replace_text(passage, start, end + 1, entry.right)

    sheet.kicker = sheet.kicker and corrected(sheet.kicker)
    sheet.headline = sheet.headline and corrected(sheet.headline)
    sheet.subheadlines = [corrected(passage) for passage in sheet.subheadlines]
    sheet.body = [replace(p, passage=corrected(p.passage)) for p in sheet.body]


def _makers_corrected(article: Article, text: str, start: int, end: int, right: str) -> Article:
    """Byline and dateline repeat words of a text: what is corrected inside them is so there, too."""

    def phrase(words: str) -> str:
        at = text.find(words, max(0, end - len(words)), start + len(words)) if words else -1
        return words if at < 0 else words[: start - at] + right + words[end - at :]

    return replace(
        article,
        byline=tuple(map(phrase, article.byline)),
        dateline=article.dateline and phrase(article.dateline),
    )


def doubt(desk: Desk, page: Print, entry: entries.Doubt) -> None:
    sheet, number = desk.paragraph_of(page.find(entry.printed, entry.nth))
    sheet.body[number] = replace(sheet.body[number], is_doubtful=True, doubt=entry.note)


def confirm(desk: Desk, page: Print, entry: entries.Confirm) -> None:
    """Nothing moves; what readers were told to doubt is settled."""
    for quote in entries.quotes_of(entry.printed):
        span = page.find(quote, entry.nth)
        if entry.doubt not in SHOWN_IN_TEXT:
            continue
        sheet, number = desk.paragraph_of(span)
        sheet.body[number] = replace(sheet.body[number], is_doubtful=False, doubt=None)


def part_of(desk: Desk, page: Print, entry: entries.PartOf) -> None:
    report = None
    if entry.report is not None:
        report = desk.sheet_of(page.find(entry.report, entry.report_nth))
        report.article = replace(report.article, part_of=None)
    number = next((i for i, sheet in enumerate(desk.sheets) if sheet is report), None)
    for quote in entries.quotes_of(entry.article):
        sheet = desk.sheet_of(page.find(quote, entry.nth))
        if sheet is report:
            raise Stale(f"“{quote}” stands in the report itself")
        sheet.article = replace(sheet.article, part_of=number)


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
