"""Corpus -> one register a kind of entity, by the table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from wenzhai.corpus import Sighting
from wenzhai.dataset.rows import Cell, Row, Source, dates_of, role_of
from wenzhai.facts import figure_fact, proposal_fact, quoted, replies
from wenzhai.kinds import Kind
from wenzhai.model import DetailName, EntityKind

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
            "url": _address(source, kind, key, found),
        }
        own = OWN.get(kind.id)
        if own is not None:
            cells |= own(source, key)
        yield tuple(cells[column] for column in columns)


def _address(source: Source, kind: Kind, key: str, found: Sequence[Sighting]) -> str:
    """Of its page; of a statement, which has none, the paragraph where it stands first."""
    if kind.style is not None or not found:
        return source.address(f"{kind.folder}/{key}.html")
    place = found[0].link.mention.place
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return source.address(f"articles/{found[0].entry.id}.html{anchor}")


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


def _organisation(source: Source, key: str) -> Mapping[str, Cell]:
    return {"region": _detail(source, "organisation", key, "where")}


def _initiative(source: Source, key: str) -> Mapping[str, Cell]:
    found = source.corpus.sightings["initiative"].get(key, ())
    parts = dict.fromkeys(
        quoted(sighting.entry.article, detail)
        for sighting in found
        for detail in sighting.link.mention.details
        if detail.name == "step"
    )
    return {"parts": "\n".join(parts) or None}


def _figure(source: Source, key: str) -> Mapping[str, Cell]:
    sighting = source.corpus.sightings["figure"][key][0]
    fact = figure_fact(sighting.link, sighting.entry.article)
    return {
        "article": sighting.entry.id,
        "value": fact.value,
        "bound": fact.bound,
        "unit": fact.unit or None,
        "what": fact.what,
        "when": fact.when,
        "region": fact.where if fact.where in source.corpus.regions else None,
        "change": fact.change,
        "sentence": fact.sentence,
        "url": _paragraph(source, sighting),
    }


def _proposal(source: Source, key: str) -> Mapping[str, Cell]:
    sighting = source.corpus.sightings["proposal"][key][0]
    fact = proposal_fact(sighting.link)
    answers = [quoted(sighting.entry.article, answer) for answer in fact.answers]
    answers += [
        " ".join(there.article.body[place.number].passage.text.split())
        for there, place in replies(sighting.link, sighting.record)
    ]
    return {
        "article": sighting.entry.id,
        "by": "\n".join(fact.who) or None,
        "to": "\n".join(fact.whom) or None,
        "text": fact.text,
        "answers": "\n".join(answers) or None,
        "url": _paragraph(source, sighting),
    }


def _paragraph(source: Source, sighting: Sighting) -> str | None:
    place = sighting.link.mention.place
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return source.address(f"articles/{sighting.entry.id}.html{anchor}")


def _detail(source: Source, kind: EntityKind, key: str, name: DetailName) -> str | None:
    found = source.corpus.sightings[kind].get(key, ())
    details = (d for sighting in found for d in sighting.link.mention.details)
    return next((d.value for d in details if d.name == name), None)


OWN: Mapping[EntityKind, Own] = MappingProxyType(
    {
        "person": _person,
        "region": _region,
        "organisation": _organisation,
        "initiative": _initiative,
        "figure": _figure,
        "proposal": _proposal,
    }
)
"""What is told of the entities of one kind only."""
