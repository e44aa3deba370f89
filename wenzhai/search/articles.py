"""Corpus -> its articles as they are searched, from new to old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wenzhai.corpus import Corpus
from wenzhai.model import Article, Entry, Passage
from wenzhai.search.searchable import Searchable, one_line

LEADS = frozenset({"lead", "paragraph"})


def articles(corpus: Corpus) -> Iterator[Searchable]:
    printed: list[tuple[int, Entry]] = [
        (number, entry) for number, record in enumerate(corpus.records) for entry in record.entries
    ]
    dated = [one for one in printed if one[1].article.date is not None]
    dated.sort(key=lambda one: one[1].article.date or "", reverse=True)
    undated = [one for one in printed if one[1].article.date is None]
    for page, entry in [*dated, *undated]:
        yield _article(page, entry)


def _article(page: int, entry: Entry) -> Searchable:
    article = entry.article
    above = () if article.kicker is None else (article.kicker,)
    own = () if article.headline is None else (article.headline,)
    return Searchable(
        kind="article",
        id=entry.id,
        stack=_lines((*above, *own, *article.subheadlines)),
        headline=None if article.headline is None else len(above),
        rest=_lines(paragraph.passage for paragraph in article.body),
        lead=_lead(article),
        date=article.date or "",
        page=page,
    )


def _lead(article: Article) -> int | None:
    running = [i for i, paragraph in enumerate(article.body) if paragraph.kind in LEADS]
    return running[0] if running else None


def _lines(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(one_line(passage.text) for passage in passages)
