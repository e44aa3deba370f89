"""Corpus -> one register a kind of entity, by the table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from wenzhai.dataset.rows import Cell, Row, Source, dates_of, role_of
from wenzhai.kinds import Kind
from wenzhai.model import EntityKind

Own = Callable[[Source, str], Mapping[str, Cell]]


def register(source: Source, kind: Kind, columns: tuple[str, ...]) -> Iterator[Row]:
    """The entities of a kind in the order of their ids; cells in the order of `columns`."""
    corpus = source.corpus
    for key, name in corpus.names(kind.id).items():
        found = corpus.sightings[kind.id].get(key, ())
        entries = {sighting.entry.id: sighting.entry for sighting in found}
        first, last = dates_of(entry.article for entry in entries.values())
        cells: dict[str, Cell] = {
            "id": key,
            "name": name,
            "articles": len(entries),
            "mentions": len(found),
            "first_date": first,
            "last_date": last,
            "url": source.address(f"{kind.folder}/{key}.html"),
        }
        own = OWN.get(kind.id)
        if own is not None:
            cells |= own(source, key)
        yield tuple(cells[column] for column in columns)


def _person(source: Source, key: str) -> Mapping[str, Cell]:
    person = source.corpus.persons[key]
    roles: dict[str, None] = {}
    for sighting in source.corpus.sightings["person"].get(key, ()):
        passage = dict(sighting.entry.article.passages())[sighting.link.mention.place]
        role = role_of(sighting.link, passage)
        if role is not None:
            roles[role] = None
    return {
        "surname": person.surname or None,
        "pinyin": person.pinyin,
        "roles": "\n".join(roles) or None,
    }


def _region(source: Source, key: str) -> Mapping[str, Cell]:
    region = source.corpus.regions[key]
    return {
        "kind": region.kind,
        "path": "/".join(region.path),
        "parent": region.parents[-1] if region.parents else None,
        "adcode": region.adcode,
        "code": region.code,
        "articles_below": source.articles_below(key),
    }


OWN: Mapping[EntityKind, Own] = MappingProxyType({"person": _person, "region": _region})
"""What is told of the entities of one kind only."""
