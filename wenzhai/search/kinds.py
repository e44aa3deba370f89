"""Corpus -> what can be found, kind by kind.

Kinds of entity come from their own table (`wenzhai.kinds`); a further kind of page is a row
here. Only published text goes in: what a passage does not show, the index does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from wenzhai.corpus import Corpus, Sighting
from wenzhai.kinds import KINDS as ENTITY_KINDS
from wenzhai.model import EntityKind, Entry
from wenzhai.render.phrases import page_facts, page_title
from wenzhai.render.press import Press
from wenzhai.render.slugs import topic_slugs
from wenzhai.search.aliases import Aliases
from wenzhai.search.articles import articles
from wenzhai.search.searchable import Searchable, distinct, one_line

OTHER_NAMES = frozenset({"full", "foreign", "pseudonym", "short", "one-character"})
"""Forms of mention whose name is another name of the one who is meant."""


class Source(NamedTuple):
    """What the things to be found are read from."""

    corpus: Corpus
    press: Press
    names: Aliases
    """Of places, besides those in the articles."""
    topics: Mapping[str, str]
    """Names of their pages."""


class Kind(NamedTuple):
    """A kind of things that can be found."""

    name: str
    folder: str
    """Of its pages; also the key in words.yml of what readers call it."""
    things: Callable[[Source], Iterator[Searchable]]
    of_article: Callable[[Source, Entry], Iterable[str]] | None = None
    """Ids of those that an article belongs to; None where articles are not narrowed by it."""
    is_last: bool = False
    """Shown after all articles, unless the query is its whole name."""


def source_of(corpus: Corpus, press: Press, names: Aliases) -> Source:
    return Source(corpus, press, names, topic_slugs(corpus.topic_entries))


def searchables(source: Source) -> tuple[Searchable, ...]:
    """Everything; entities from often to seldom named, articles from new to old."""
    return tuple(thing for kind in KINDS for thing in kind.things(source))


def _entities(kind: EntityKind) -> Kind:
    def things(source: Source) -> Iterator[Searchable]:
        corpus = source.corpus
        names = corpus.names(kind)
        counts = _articles_of(corpus, kind)
        for id_ in sorted(names, key=lambda one: (-counts.get(one, 0), _sort_key(corpus, one))):
            sightings = corpus.sightings[kind].get(id_, ())
            known = source.names.other.get(id_, ())
            stack = distinct([one_line(names[id_]), *known, *_other_names(sightings)])
            roles = (role for role in map(_role, sightings) if role)
            yield Searchable(kind, id_, stack, 0, distinct([*_path(corpus, id_), *roles]))

    def of_article(_: Source, entry: Entry) -> Iterator[str]:
        decided = (link for link in entry.links if link.mention.kind == kind)
        return (link.entity for link in decided if link.entity is not None)

    folder = next(one.folder for one in ENTITY_KINDS if one.id == kind)
    return Kind(kind, folder, things, of_article)


def _articles_of(corpus: Corpus, kind: EntityKind) -> dict[str, int]:
    """How often each is named; a region with all its parts."""
    if kind == "region":
        return {id_: len(found) for id_, found in corpus.region_articles().items()}
    return {id_: len(found) for id_, found in corpus.sightings[kind].items()}


def _sort_key(corpus: Corpus, id_: str) -> tuple[str, str]:
    person = corpus.persons.get(id_)
    return ("" if person is None else person.sort_key, id_)


def _path(corpus: Corpus, id_: str) -> tuple[str, ...]:
    region = corpus.regions.get(id_)
    return ("/".join(region.path),) if region is not None and len(region.path) > 1 else ()


def _other_names(sightings: Iterable[Sighting]) -> Iterator[str]:
    for _, _, link in sightings:
        if link.mention.form in OTHER_NAMES:
            yield one_line(link.mention.name)


def _role(sighting: Sighting) -> str | None:
    mention = sighting.link.mention
    if mention.role is None:
        return None
    passage = dict(sighting.entry.article.passages())[mention.place]
    return one_line(passage.text[mention.role.start : mention.role.end])


def _topics(source: Source) -> Iterator[Searchable]:
    entries = source.corpus.topic_entries
    for topic in sorted(entries, key=lambda topic: (-len(entries[topic]), topic)):
        yield Searchable("topic", source.topics[topic], (one_line(topic),), 0)


def _topics_of(source: Source, entry: Entry) -> Iterator[str]:
    return (source.topics[topic] for topic in entry.topics)


def _pages(source: Source) -> Iterator[Searchable]:
    for record in source.corpus.records:
        title = one_line(page_title(source.press, record))
        names = distinct(
            [title, one_line(PurePath(record.page.name).stem)]
        )  # editors know the file
        facts = one_line(page_facts(source.press, record))
        rest = (facts,) if facts else ()
        date = record.facts.date or ""
        yield Searchable("page", record.page.slug, names, 0, rest, date=date)


def _page_of(source: Source, entry: Entry) -> Iterator[str]:
    yield source.corpus.record_of[entry.id].page.slug


def _all_articles(source: Source) -> Iterator[Searchable]:
    return articles(source.corpus)


KINDS: tuple[Kind, ...] = (
    *(_entities(kind.id) for kind in ENTITY_KINDS if kind.is_searched),
    Kind("topic", "topics", _topics, _topics_of),
    Kind("page", "pages", _pages, _page_of, is_last=True),
    Kind("article", "articles", _all_articles),
)
"""In the order of their numbers: equals are shown in this order. Articles are the last."""
