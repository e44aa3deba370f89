"""Corpus -> atlas: what several kinds of page need, computed once.

Titles, addresses, who and which places stand in which article. Everything here
grows in step with the corpus: nothing compares all articles with all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import digits
from typing import NamedTuple

from wenzhai.corpus import Corpus, Sighting
from wenzhai.kinds import KINDS, Kind
from wenzhai.model import Article, EntityKind, Entry, Region
from wenzhai.render.anchors import evidence_files
from wenzhai.render.escape import Safe, escape
from wenzhai.render.slugs import topic_slugs
from wenzhai.render.ties import Ties, ties_of

UNTITLED_LENGTH = 16  # characters of the body that stand for a missing headline, at most
CLAUSE_LEAST = 6  # characters of clauses that say enough by themselves
CLAUSE_ENDS = "，。；！？："

COMPANY_MAX = 50  # entities of one article that count as "named together"; a list of 300
# delegates says nothing about who works with whom, and pairs grow with the square


class Ref(NamedTuple):
    """A link: what it shows and where it leads, relative to a page one folder deep.

    Lists of links are printed as HTML, which MkDocs takes as it is: as Markdown they cost
    three times the CPU of everything else. So the address is that of the finished page."""

    text: Safe
    url: Safe


class Count(NamedTuple):
    """A link with the number of articles behind it."""

    text: Safe
    url: Safe
    articles: int


@dataclass(frozen=True, slots=True)
class Atlas:
    corpus: Corpus
    titles: Mapping[str, str]
    """By article id: the headline, or 〔无题〕 and how the article begins. Plain text."""
    articles: Mapping[str, Ref]
    refs: Mapping[EntityKind, Mapping[str, Ref]]
    """By kind and id: the page of each entity."""
    persons_in: Mapping[str, tuple[str, ...]]
    """By article id: ids in the order of their first mention."""
    regions_in: Mapping[str, tuple[str, ...]]
    inside: Mapping[EntityKind, Mapping[str, tuple[str, ...]]]
    """The same by kind, for those that are neither."""
    articles_of: Mapping[str, tuple[str, ...]]
    """By id of an entity of any kind: ids of the articles that name it, in the order of the digest."""
    articles_below: Mapping[str, tuple[str, ...]]
    """By region id: ids of the articles that name it or any part of it, each once."""
    children: Mapping[str, tuple[str, ...]]
    """By region id: ids of the regions just below it, by code."""
    newest: tuple[str, ...]
    """All article ids, dated ones first, the latest first."""
    rank: Mapping[str, int]
    """By article id: its place in `newest`."""
    first_of_month: Mapping[str, str]
    """By month ("2023-11"), or year where no month is known: its first article in `newest`."""
    topic_slugs: Mapping[str, str]
    """By topic."""
    evidence: Mapping[str, Safe]
    """By article id: the page that says why."""
    ties: Ties
    """What is said of two persons, or of a person and a region."""

    @property
    def persons(self) -> Mapping[str, Ref]:
        return self.refs["person"]

    @property
    def regions(self) -> Mapping[str, Ref]:
        return self.refs["region"]

    def person_count(self, identity: str) -> Count:
        return Count(*self.persons[identity], len(self.articles_of.get(identity, ())))

    def region_count(self, identity: str) -> Count:
        """Articles here and below."""
        return Count(*self.regions[identity], len(self.articles_below.get(identity, ())))

    def company(self, articles: Iterable[str], others: str, most: int) -> tuple[Count, ...]:
        """Who (or which places) stand most often in these articles; `others` is
        "persons" or "regions". The count is that of the articles shared."""
        inside = self.persons_in if others == "persons" else self.regions_in
        shown = self.persons if others == "persons" else self.regions
        counter = Counter(one for article in articles for one in inside[article][:COMPANY_MAX])
        best = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return tuple(Count(*shown[identity], count) for identity, count in best)


def survey(corpus: Corpus, untitled: str) -> Atlas:
    """`untitled` stands before the beginning of what has no headline."""
    newest = _newest(corpus)
    titles = {key: title_of(entry.article, untitled) for key, entry in corpus.entries.items()}
    return Atlas(
        corpus=corpus,
        titles=titles,
        articles={k: Ref(escape(v), Safe(f"../articles/{k}.html")) for k, v in titles.items()},
        refs={kind.id: _refs(corpus, kind) for kind in KINDS},
        persons_in={k: _linked(e, "person", corpus.persons) for k, e in corpus.entries.items()},
        regions_in={k: _linked(e, "region", corpus.regions) for k, e in corpus.entries.items()},
        inside={
            kind.id: {
                k: _linked(e, kind.id, corpus.others.get(kind.id, {}))
                for k, e in corpus.entries.items()
            }
            for kind in KINDS
        },
        articles_of={
            key: tuple(entry for entry, _ in by_article(sightings))
            for index in corpus.sightings.values()
            for key, sightings in index.items()
        },
        articles_below=corpus.region_articles(),
        children=_children(corpus.regions),
        newest=newest,
        rank={key: number for number, key in enumerate(newest)},
        first_of_month=_months(corpus, newest),
        topic_slugs=topic_slugs(corpus.topic_entries),
        evidence=evidence_files(corpus),
        ties=ties_of(corpus),
    )


def _refs(corpus: Corpus, kind: Kind) -> Mapping[str, Ref]:
    """A statement leads to the paragraph that makes it."""
    if kind.style is None:
        found = corpus.sightings[kind.id]
        return {
            key: Ref(escape(name), paragraph_url(found[key][0]))
            for key, name in corpus.names(kind.id).items()
        }
    return {
        key: Ref(escape(name), Safe(f"../{kind.folder}/{key}.html"))
        for key, name in corpus.names(kind.id).items()
    }


def paragraph_url(sighting: Sighting) -> Safe:
    """Where a mention stands, from a page one folder deep."""
    place = sighting.link.mention.place
    anchor = f"#p{place.number + 1}" if place.field == "body" else ""
    return Safe(f"../articles/{sighting.entry.id}.html{anchor}")


def most_named(counts: Sequence[Count], most: int) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda count: (-count.articles, count.url))[:most])


def title_of(article: Article, untitled: str) -> str:
    if article.headline is not None:
        return article.headline.text
    told = [p.passage.text for p in article.body if p.kind != "byline"][:3]
    return f"{untitled}{_beginning(''.join(''.join(told).split()))}"


def _beginning(text: str) -> str:
    """Its first clauses; a part of the first one where that is long, but no part of a number in digits."""
    if len(text) <= UNTITLED_LENGTH:
        return text
    cut = text[:UNTITLED_LENGTH]
    at = max(map(cut.rfind, CLAUSE_ENDS))
    return f"{cut[:at] if at >= CLAUSE_LEAST else cut.rstrip(digits)}…"


def by_article(sightings: Iterable[Sighting]) -> Iterable[tuple[str, tuple[Sighting, ...]]]:
    """Sightings of one entity in groups, an article each, in the order of the digest."""
    for key, group in groupby(sightings, key=lambda sighting: sighting.entry.id):
        yield key, tuple(group)


def _linked(entry: Entry, kind: str, known: Container[str]) -> tuple[str, ...]:
    found = (link.entity for link in entry.links if link.mention.kind == kind)
    return tuple(dict.fromkeys(entity for entity in found if entity in known and entity))


def _children(regions: Mapping[str, Region]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, region in regions.items():
        if region.parents:
            found.setdefault(region.parents[-1], []).append(key)
    return {key: tuple(sorted(value)) for key, value in found.items()}


def _newest(corpus: Corpus) -> tuple[str, ...]:
    dated = [key for key, entry in corpus.entries.items() if entry.article.date is not None]
    order = [entry.id for record in corpus.records for entry in record.entries]
    undated = [key for key in order if corpus.entries[key].article.date is None]
    dated.sort(key=lambda key: corpus.entries[key].article.date or "", reverse=True)
    return (*dated, *undated)


def _months(corpus: Corpus, newest: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key in newest:
        date = corpus.entries[key].article.date
        if date is not None:
            found.setdefault(date[:7], key)
    return found
