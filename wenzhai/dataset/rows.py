"""Corpus -> the rows of each table, one at a time, in the order of the digest.

Everything is taken from the corpus as it may be shown; what is hidden there is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType
from typing import TypeAlias

from wenzhai.corpus import Corpus
from wenzhai.findings import level_of, sort_findings
from wenzhai.kinds import KINDS
from wenzhai.model import Article, EntityKind, Entry, Link, Passage, Place
from wenzhai.relate import relations
from wenzhai.render.slugs import topic_slugs

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What rows are made from."""

    corpus: Corpus
    address: Callable[[str], str]
    """A path below the site's root -> the address to give for it."""
    topic_slugs: Mapping[str, str] = field(init=False)
    below: Mapping[str, tuple[str, ...]] = field(init=False)
    """By region: articles that name it or any part of it."""
    known: Mapping[EntityKind, Container[str | None]] = field(init=False)
    """Ids by kind."""

    def __post_init__(self) -> None:
        set_once = object.__setattr__
        set_once(self, "topic_slugs", topic_slugs(self.corpus.topic_entries))
        set_once(self, "below", self.corpus.region_articles())
        set_once(self, "known", {kind.id: self.corpus.names(kind.id).keys() for kind in KINDS})

    def knows(self, kind: EntityKind, entity: str | None) -> bool:
        """Whether the entity has a row in its register."""
        return entity in self.known[kind]

    def articles_below(self, region: str) -> int:
        return len(self.below.get(region, ()))


def pages(source: Source) -> Iterator[Row]:
    for record in source.corpus.records:
        page, facts = record.page, record.facts
        yield (
            page.slug, page.name, facts.newspaper, facts.date, facts.edition, facts.page_number,
            facts.home, facts.source, facts.scanned_by, facts.rights, page.encoding,
            _solid(page.text), len(record.entries), source.address(f"pages/{page.slug}.html"),
        )  # fmt: skip


def articles(source: Source) -> Iterator[Row]:
    for record in source.corpus.records:
        for number, entry in enumerate(record.entries, 1):
            one = entry.article
            yield (
                entry.id, record.page.slug, number, _text(one.headline), one.headline_source,
                _text(one.kicker), _lines(passage.text for passage in one.subheadlines),
                one.genre, _lines(one.byline), one.dateline, one.date, one.date_precision,
                round(one.confidence, 3), sum(_solid(p.passage.text) for p in one.body),
                sum(p.is_doubtful for p in one.body), source.address(f"articles/{entry.id}.html"),
            )  # fmt: skip


def paragraphs(source: Source) -> Iterator[Row]:
    for entry in _entries(source):
        for number, one in enumerate(entry.article.body, 1):
            kind = "note" if one.kind == "byline" else one.kind
            address = source.address(f"articles/{entry.id}.html#p{number}")
            yield entry.id, number, kind, one.speaker, one.passage.text, one.doubt, address


def topics(source: Source) -> Iterator[Row]:
    for topic, found in source.corpus.topic_entries.items():
        slug = source.topic_slugs[topic]
        yield slug, topic, len(found), source.address(f"topics/{slug}.html")


def article_topics(source: Source) -> Iterator[Row]:
    for entry in _entries(source):
        for topic in dict.fromkeys(entry.topics):
            yield entry.id, source.topic_slugs[topic]


def mentions(source: Source) -> Iterator[Row]:
    for entry in _entries(source):
        passages = dict(entry.article.passages())
        for number, link in enumerate(entry.links, 1):
            yield (entry.id, number, *_mention(source, link, passages))


def _mention(source: Source, link: Link, passages: Mapping[Place, Passage]) -> Row:
    mention = link.mention
    entity = link.entity if source.knows(mention.kind, link.entity) else None
    passage = passages[mention.place]
    on_page = passage.source(mention.start, mention.end)
    candidates = None if link.entity else " ".join(link.candidates) or None
    start, end = on_page or (None, None)
    return (
        mention.kind, entity, candidates, mention.name, mention.form,
        " ".join(mention.parts) or None,        role_of(link, passage), mention.place.field, mention.place.number + 1, mention.start,
        mention.end, start, end, link.rule, round(link.confidence, 3),
    )  # fmt: skip


def details(source: Source) -> Iterator[Row]:
    for entry in _entries(source):
        passages = dict(entry.article.passages())
        for mention, link in enumerate(entry.links, 1):
            for number, one in enumerate(link.mention.details, 1):
                text = passages[one.place].text[one.start : one.end]
                yield (
                    entry.id, mention, number, one.name, text or None, one.value or None,
                    one.place.field, one.place.number + 1, one.start, one.end,
                )  # fmt: skip


def role_of(link: Link, passage: Passage) -> str | None:
    """The role printed at a mention, in one line."""
    role = link.mention.role
    return None if role is None else " ".join(passage.text[role.start : role.end].split()) or None


def related(source: Source) -> Iterator[Row]:
    """A row for each sentence that says so."""
    for record in source.corpus.records:
        for entry in record.entries:
            known = (
                one
                for one in relations(entry, record.facts.rights)
                if source.knows("person", one.person)
                and source.knows("region" if one.kind == "at" else "person", one.other)
            )
            told = ((one, evidence) for one in known for evidence in one.evidence)
            for number, (one, evidence) in enumerate(told, 1):
                yield (
                    entry.id, number, one.kind, one.person, one.other, evidence.rule,
                    evidence.place.field, evidence.place.number + 1, evidence.start, evidence.end,
                    round(evidence.confidence, 3),
                )  # fmt: skip


def corrections(source: Source) -> Iterator[Row]:
    for record in source.corpus.records:
        for number, one in enumerate(record.corrections, 1):
            yield (
                record.page.slug, number, one.kind, one.span.start, one.span.end, one.published,
                one.reason, one.source, one.by,
            )  # fmt: skip


def furniture(source: Source) -> Iterator[Row]:
    for record in source.corpus.records:
        for number, one in enumerate(record.layout.furniture, 1):
            yield record.page.slug, number, one.span.start, one.span.end, one.reason


def findings(source: Source) -> Iterator[Row]:
    found = sort_findings(source.corpus.all_findings())
    for number, one in enumerate(found, 1):
        name = PurePath(one.path).name  # where the project lies is nobody's business
        yield number, level_of(one), one.code, name, one.line, one.message


def retired(source: Source) -> Iterator[Row]:
    for one in source.corpus.retired:
        yield one.id, one.page, one.successor, source.address(f"articles/{one.id}.html")


ROWS: Mapping[str, Callable[[Source], Iterator[Row]]] = MappingProxyType(
    {
        "pages": pages,
        "articles": articles,
        "topics": topics,
        "article_topics": article_topics,
        "mentions": mentions,
        "details": details,
        "relations": related,
        "corrections": corrections,
        "furniture": furniture,
        "findings": findings,
        "retired": retired,
        "paragraphs": paragraphs,
    }
)
"""By table; the registers are in `registers`."""


def _entries(source: Source) -> Iterator[Entry]:
    for record in source.corpus.records:
        yield from record.entries


def _text(passage: Passage | None) -> str | None:
    return None if passage is None else passage.text


def _lines(texts: Iterable[str]) -> str | None:
    return "\n".join(" ".join(text.split()) for text in texts) or None


def _solid(text: str) -> int:
    """Characters, white space not counted."""
    return len("".join(text.split()))


def dates_of(found: Iterable[Article]) -> tuple[str | None, str | None]:
    """The first and the last."""
    dates = sorted(one.date for one in found if one.date is not None)
    return (dates[0], dates[-1]) if dates else (None, None)
