"""Corpus -> what articles can be narrowed by: person, region, topic, genre, page, date."""

from __future__ import annotations

from collections.abc import Sequence

from wenzhai.corpus import Corpus
from wenzhai.model import Entry
from wenzhai.search.entries import Searchable

GENRES = {  # the words of templates/words.yml
    "news": "消息",
    "report": "通讯",
    "feature": "特写",
    "interview": "访谈",
    "speech": "讲话",
    "opinion": "评论",
    "list": "名录",
    "photo": "图片",
    "notice": "公告",
}
Row = tuple[list[int], list[int], list[int], int, int, str]
"""Persons, regions with all above them, topics, genre, page, date: numbers in the lists."""


def facts(corpus: Corpus, found: Sequence[Searchable]) -> dict[str, object]:
    """The file `facts`, as facets.js reads it."""
    persons = {one.id: i for i, one in enumerate(o for o in found if o.kind == "person")}
    regions = {one.id: i for i, one in enumerate(o for o in found if o.kind == "region")}
    topics = {topic: i for i, topic in enumerate(corpus.topic_entries)}
    genres = {genre: i for i, genre in enumerate(GENRES)}

    def row(entry: Entry, page: int) -> Row:
        named = {link.entity for link in entry.links if link.entity is not None}
        places = {place for one in named & regions.keys() for place in _upwards(corpus, one)}
        return (
            sorted(persons[one] for one in named & persons.keys()),
            sorted(regions[one] for one in places),
            sorted(topics[topic] for topic in set(entry.topics)),
            genres[entry.article.genre],
            page,
            entry.article.date or "",
        )

    articles = [one for one in found if one.kind == "article"]
    return {
        "person": [[one.id, one.stack[0]] for one in found if one.kind == "person"],
        "region": [[one.id, one.stack[0]] for one in found if one.kind == "region"],
        "topic": [[topic, topic] for topic in topics],
        "genre": [[genre, GENRES[genre]] for genre in genres],
        "page": [[record.page.slug, record.page.name] for record in corpus.records],
        "rows": [row(corpus.entries[one.id], one.page) for one in articles],
    }


def _upwards(corpus: Corpus, region: str) -> tuple[str, ...]:
    return (*corpus.regions[region].parents, region)
