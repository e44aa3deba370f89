"""Source -> what articles can be narrowed by: person, region, topic, page, genre, date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from wenzhai.model import Genre
from wenzhai.search.kinds import KINDS, Source
from wenzhai.search.searchable import Searchable


def facts(source: Source, found: Sequence[Searchable]) -> dict[str, object]:
    """The file `facts`, as facets.js reads it: columns with a cell for each article."""
    corpus, words = source.corpus, source.press.words
    articles = [one for one in found if one.kind == "article"]
    entries = [corpus.entries[one.id] for one in articles]
    genres = {genre: i for i, genre in enumerate(get_args(Genre))}
    ids: dict[str, list[str]] = {}
    columns: dict[str, object] = {}
    for kind in KINDS:
        if kind.of_article is None:
            continue
        ids[kind.name] = [one.id for one in found if one.kind == kind.name]
        numbers = {id_: i for i, id_ in enumerate(ids[kind.name])}
        columns[kind.name] = [_cell(kind.of_article(source, entry), numbers) for entry in entries]
    regions = {id_: i for i, id_ in enumerate(ids["region"])}
    return {
        "ids": ids,
        "above": {
            "region": [[regions[up] for up in corpus.regions[one].parents] for one in regions]
        },
        "genre": [[genre, words[f"genre_{genre}"]] for genre in genres],
        "columns": {
            **columns,
            "genre": [genres[entry.article.genre] for entry in entries],
            "date": [one.date for one in articles],
        },
    }


def _cell(ids: Iterable[str], numbers: Mapping[str, int]) -> list[int]:
    return sorted({numbers[id_] for id_ in ids if id_ in numbers})
