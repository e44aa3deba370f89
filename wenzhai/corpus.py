"""Everything known about a digest, with its indexes.

Built once from the records of all pages; checks and templates only read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from wenzhai.kinds import KINDS
from wenzhai.model import EntityKind, Entry, Finding, Link, Named, Person, Record, Region

T = TypeVar("T")


class Sighting(NamedTuple):
    """A decided link, with the article and the page it stands in."""

    record: Record
    entry: Entry
    link: Link


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that once named an article."""

    id: str
    page: str
    anchor: str
    successor: str | None
    """Id of the article that took its place; None when there is none."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole digest. Every mapping is sorted by its key, every tuple by page and place."""

    records: tuple[Record, ...]
    """Sorted by page name."""
    persons: Mapping[str, Person]
    """By id: everyone who is linked at least once."""
    regions: Mapping[str, Region]
    """By id: every region that is linked at least once, and all parents of those."""
    retired: tuple[Retired, ...] = ()
    findings: tuple[Finding, ...] = ()
    """About the digest as a whole; those about a page stand in its record."""
    others: Mapping[EntityKind, Mapping[str, Named]] = field(default_factory=dict)
    """Entities of the kinds without a register of their own shape, by kind and id."""
    entries: Mapping[str, Entry] = field(init=False)
    """By article id."""
    record_of: Mapping[str, Record] = field(init=False)
    """By article id: the page it stands on."""
    sightings: Mapping[EntityKind, Mapping[str, tuple[Sighting, ...]]] = field(init=False)
    """By kind and id, in the order of pages, articles and places. Of a region: where the
    region itself is meant, its parts not counted."""
    topic_entries: Mapping[str, tuple[str, ...]] = field(init=False)
    """By topic: ids of its articles."""

    def __post_init__(self) -> None:
        entries: dict[str, Entry] = {}
        record_of: dict[str, Record] = {}
        sightings: dict[EntityKind, defaultdict[str, list[Sighting]]] = {
            kind.id: defaultdict(list) for kind in KINDS
        }
        topics: defaultdict[str, list[str]] = defaultdict(list)
        for record in self.records:
            for entry in record.entries:
                entries[entry.id] = entry
                record_of[entry.id] = record
                for topic in entry.topics:
                    topics[topic].append(entry.id)
                for link in entry.links:
                    if link.entity is not None:
                        index = sightings[link.mention.kind]
                        index[link.entity].append(Sighting(record, entry, link))
        set_once = object.__setattr__
        set_once(self, "entries", _sealed(entries))
        set_once(self, "record_of", _sealed(record_of))
        sealed = {
            kind: _sealed({key: tuple(found) for key, found in index.items()})
            for kind, index in sightings.items()
        }
        set_once(self, "sightings", MappingProxyType(sealed))
        set_once(self, "topic_entries", _sealed({k: tuple(v) for k, v in topics.items()}))

    @property
    def person_sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        """By person id."""
        return self.sightings["person"]

    @property
    def region_sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        """By region id."""
        return self.sightings["region"]

    def names(self, kind: EntityKind) -> Mapping[str, str]:
        """By id: how the entities of a kind are called."""
        known: Mapping[str, Person | Region | Named]
        match kind:
            case "person":
                known = self.persons
            case "region":
                known = self.regions
            case _:
                known = self.others.get(kind, {})
        return {key: entity.name for key, entity in known.items()}

    def region_articles(self) -> Mapping[str, tuple[str, ...]]:
        """By region id: ids of the articles that name it or any part of it, each once."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for record in self.records:
            for entry in record.entries:
                for link in entry.links:
                    if link.mention.kind == "region" and link.entity is not None:
                        for region in (*self.regions[link.entity].parents, link.entity):
                            found[region][entry.id] = None
        return _sealed({key: tuple(value) for key, value in found.items()})

    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding, unsorted."""
        return (*self.findings, *(f for record in self.records for f in record.findings))


def _sealed(mapping: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(sorted(mapping.items())))


def sort_records(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records in the order of the digest: by page name."""
    return tuple(sorted(records, key=lambda record: record.page.name))
