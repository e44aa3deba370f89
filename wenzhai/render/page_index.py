"""Atlas -> the index of pages: by day of issue where it is known, each with its headlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.model import Document, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import Sheet, sheets
from wenzhai.render.phrases import page_facts, page_title, vague_date
from wenzhai.render.press import Press

PAGES_MAX = 100  # source pages on one page of the index; with their headlines about 80 kB of HTML
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A source page and the articles on it."""

    ref: Ref
    note: str
    """What is told of the page, and how much of it was corrected."""
    summary: str
    """Its first headline and the number of articles."""
    headlines: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The pages of one day of issue; those of unknown day stand together."""

    id: Safe
    heading: str
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar, and its days."""

    heading: str
    days: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class PagesView:
    lead: str
    calendar: tuple[Month, ...]
    """On the first page; empty when no day is known."""
    first_day: str
    """ISO 8601; "" where none is known."""
    last_day: str
    sheet: Sheet
    days: tuple[Day, ...]


def page_index(atlas: Atlas, press: Press) -> Iterator[Document]:
    records = sorted(atlas.corpus.records, key=lambda record: record.facts.date or "", reverse=True)
    lead = press.word("pages_lead", count=len(records))
    known = [day for record in records if (day := record.facts.date) is not None]
    pages = list(sheets("pages/index", records, PAGES_MAX))
    for sheet, shown in pages:
        days: dict[str, list[Record]] = {}
        for record in shown:
            days.setdefault(record.facts.date or UNDATED, []).append(record)
        view = PagesView(
            lead=lead,
            calendar=tuple(_calendar(press, records)) if sheet.number == 1 else (),
            first_day=min(known, default=""),
            last_day=max(known, default=""),
            sheet=sheet,
            days=tuple(_day(atlas, press, day, found) for day, found in days.items()),
        )
        meta = {"title": press.words["pages"], "description": lead, "kind": "index"}
        yield press.print(sheet.path, "pages.md", meta, view)


def _day(atlas: Atlas, press: Press, day: str, records: list[Record]) -> Day:
    heading = press.words["pages_undated"] if day == UNDATED else vague_date(press, day)
    return Day(Safe(f"d{day}"), heading, tuple(_row(atlas, press, record) for record in records))


def _row(atlas: Atlas, press: Press, record: Record) -> PageRow:
    told = [page_facts(press, record)]
    if record.corrections:
        told.append(press.word("page_corrected", count=len(record.corrections)))
    first = next((atlas.titles[entry.id] for entry in record.entries), "")
    return PageRow(
        ref=Ref(escape(page_title(press, record)), Safe(f"{record.page.slug}.html")),
        note=" · ".join(filter(None, told)),
        summary=press.word(
            "page_holds" if len(record.entries) > 1 else "page_holds_one",
            first=first,
            count=len(record.entries),
        ),
        headlines=tuple(atlas.articles[entry.id] for entry in record.entries),
    )


def _calendar(press: Press, records: list[Record]) -> Iterator[Month]:
    """Every day on which a page appeared, by month, the latest first."""
    months: dict[str, dict[str, Safe]] = {}
    for number, record in enumerate(records):
        day = record.facts.date
        if day is not None:
            page = 1 + number // PAGES_MAX
            name = "index.html" if page == 1 else f"index.{page}.html"
            months.setdefault(day[:7], {}).setdefault(day, Safe(f"{name}#d{day}"))
    for month, days in months.items():
        year, _, number_of_month = month.partition("-")
        heading = press.word("heading_month", year=year, month=int(number_of_month))
        found = (Ref(escape(str(int(day[8:]))), url) for day, url in sorted(days.items()))
        yield Month(heading, tuple(found))
