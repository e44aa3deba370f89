"""Corpus -> what articles can be narrowed by: person, region, topic, genre, page, date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wenzhai.corpus import Corpus
from wenzhai.model import Entry
from wenzhai.render.phrases import page_called
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


def facts(corpus: Corpus, found: Sequence[Searchable]) -> dict[str, object]:
    """The file `facts`, as facets.js reads it: columns with a cell for each article."""
    persons = {one.id: i for i, one in enumerate(o for o in found if o.kind == "person")}
    regions = {one.id: i for i, one in enumerate(o for o in found if o.kind == "region")}
    topics = {topic: i for i, topic in enumerate(corpus.topic_entries)}
    genres = {genre: i for i, genre in enumerate(GENRES)}
    articles = [one for one in found if one.kind == "article"]
    entries = [corpus.entries[one.id] for one in articles]
    return {
        "person": list(persons),
        "region": list(regions),
        "above": [[regions[up] for up in corpus.regions[one].parents] for one in regions],
        "topic": list(topics),
        "genre": [[genre, GENRES[genre]] for genre in genres],
        "page": [[record.page.slug, page_called(record)] for record in corpus.records],
        "columns": {
            "person": [_linked(entry, persons) for entry in entries],
            "region": [_linked(entry, regions) for entry in entries],
            "topic": [sorted(topics[topic] for topic in set(entry.topics)) for entry in entries],
            "genre": [genres[entry.article.genre] for entry in entries],
            "page": [one.page for one in articles],
            "date": [one.date for one in articles],
        },
    }


def _linked(entry: Entry, numbers: Mapping[str, int]) -> list[int]:
    named = {link.entity for link in entry.links if link.entity is not None}
    return sorted(numbers[one] for one in named & numbers.keys())
