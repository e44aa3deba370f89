"""Atlas -> the index of articles, and rows that several indexes have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.phrases import page_title, printed_date
from wenzhai.render.press import Press


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index: what, and a word about it."""

    ref: Ref
    note: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    title: str
    lead: str
    sheet: Sheet
    rows: tuple[Row, ...]


def article_index(atlas: Atlas, press: Press) -> Iterator[Document]:
    """All articles, the latest first."""
    rows = [article_row(atlas, press, key) for key in atlas.newest]
    lead = press.word("articles_lead", count=len(rows))
    yield from _list(press, "articles/index", press.words["articles"], lead, rows)


def article_row(atlas: Atlas, press: Press, key: str) -> Row:
    record = atlas.corpus.record_of[key]
    date = printed_date(press, atlas.corpus.entries[key].article)
    return Row(atlas.articles[key], page_title(press, record), date)


def topic_rows(atlas: Atlas, press: Press) -> tuple[Row, ...]:
    return tuple(
        Row(
            Ref(escape(topic), Safe(f"../topics/{atlas.topic_slugs[topic]}.html")),
            press.word("n_articles", count=len(keys)),
        )
        for topic, keys in sorted(
            atlas.corpus.topic_entries.items(), key=lambda pair: (-len(pair[1]), pair[0])
        )
    )


def _list(
    press: Press, stem: str, title: str, lead: str, rows: Sequence[Row]
) -> Iterator[Document]:
    for sheet, shown in sheets(stem, rows, ROWS_MAX):
        yield press.print(
            sheet.path,
            "list.md",
            {"title": title, "description": lead, "kind": "index"},
            ListView(title, lead, sheet, tuple(shown)),
        )
