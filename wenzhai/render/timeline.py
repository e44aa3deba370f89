"""Atlas -> the timeline: all articles by date with its certainty, and its picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.indexes import Row
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.phrases import date_certainty, page_title, printed_date, vague_date
from wenzhai.render.pictures.bars import Bar, step_of, timeline
from wenzhai.render.press import Press

DAY = 10  # characters of an ISO date that names the day
STEM = "timeline/index"
UNDATED = "none"


@dataclass(frozen=True, slots=True)
class Section:
    """A month, a year of which no month is known, or what has no date."""

    id: Safe
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    lead: str
    sheet: Sheet
    picture: Safe | None
    """On the first page, when there are dates."""
    sections: tuple[Section, ...]


def timeline_pages(atlas: Atlas, press: Press) -> Iterator[Document]:
    entries = atlas.corpus.entries
    dated = sum(entry.article.date is not None for entry in entries.values())
    lead = press.word("timeline_lead", count=dated, undated=len(entries) - dated)
    for sheet, keys in sheets(STEM, atlas.newest, ROWS_MAX):
        sections: dict[str, list[str]] = {}
        for key in keys:
            sections.setdefault(_month(entries[key].article.date), []).append(key)
        view = TimelineView(
            lead=lead,
            sheet=sheet,
            picture=picture_of(atlas, press, atlas.newest, "") if sheet.number == 1 else None,
            sections=tuple(
                Section(
                    Safe(f"m{month}"),
                    _heading(press, month),
                    tuple(_row(atlas, press, key) for key in found),
                )
                for month, found in sections.items()
            ),
        )
        meta = {"title": press.words["timeline"], "description": lead, "kind": "index"}
        yield press.print(sheet.path, "timeline.md", meta, view)


def _month(date: str | None) -> str:
    return UNDATED if date is None else date[:7]


def _heading(press: Press, month: str) -> str:
    if month == UNDATED:
        return press.words["date_unknown"]
    year, _, number = month.partition("-")
    if not number:
        return vague_date(press, month)
    return press.word("heading_month", year=year, month=int(number))


def _row(atlas: Atlas, press: Press, key: str) -> Row:
    record, article = atlas.corpus.record_of[key], atlas.corpus.entries[key].article
    date = printed_date(press, article)
    told = date_certainty(press, record, article)
    shown = None if date is None else press.word("date_with_certainty", date=date, told=told)
    return Row(atlas.articles[key], page_title(press, record), shown if told else date)


def picture_of(
    atlas: Atlas, press: Press, keys: Iterable[str], folder: str = "../timeline/"
) -> Safe | None:
    """The articles' dates as bars; None without at least two different dates."""
    entries = atlas.corpus.entries
    dates = {key: date for key in keys if (date := entries[key].article.date) is not None}
    if len(set(dates.values())) < 2:
        return None
    step = step_of(tuple(dates.values()))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, date in dates.items():
        found[date[:step]].append(key)
    bars = {
        cut: _bar(atlas, press, cut, same, dates, folder) for cut, same in sorted(found.items())
    }
    return timeline(press.word("picture_timeline", count=len(dates)), bars, step)


def _bar(
    atlas: Atlas,
    press: Press,
    cut: str,
    keys: list[str],
    dates: Mapping[str, str],
    folder: str,
) -> Bar:
    sure = sum(len(dates[key]) == DAY for key in keys)
    newest = max(keys, key=lambda key: (dates[key], key))
    only: Ref = atlas.articles[newest]
    number = 1 + atlas.rank[_first_of_month(atlas, dates[newest])] // ROWS_MAX
    page = "index.html" if number == 1 else f"index.{number}.html"
    url = only.url if len(keys) == 1 else f"{folder}{page}#m{_month(dates[newest])}"
    shown = f"{cut}0" if len(cut) == 3 else cut
    title = press.word("picture_bar", when=shown, count=len(keys), rough=len(keys) - sure)
    return Bar(sure, len(keys) - sure, title, url)


def _first_of_month(atlas: Atlas, date: str) -> str:
    """The article under which the month's heading first stands."""
    return atlas.first_of_month[date[:7]]
