"""Corpus -> what can be found: persons, regions and articles, numbered as they are shown.

Only published text goes in: what a passage does not show, the index does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from wenzhai.corpus import Corpus, Sighting
from wenzhai.model import Article, Entry, Passage, Person, Region
from wenzhai.render.escape import clean

Kind = Literal["person", "region", "article"]
KINDS: tuple[Kind, ...] = ("person", "region", "article")
"""In the order of their numbers: equals are shown in this order."""

OTHER_NAMES = frozenset({"full", "foreign", "pseudonym", "short", "one-character"})
"""Forms of mention whose name is another name of the one who is meant."""
LEADS = frozenset({"lead", "paragraph"})


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing that a reader can find."""

    kind: Kind
    id: str
    stack: tuple[str, ...]
    """Headline stack of an article, names of a person or region; the best place for a hit."""
    headline: int | None
    """Which line of the stack is the title; None when no headline is printed."""
    rest: tuple[str, ...]
    """An article's paragraphs; a person's roles; a region's path."""
    lead: int | None
    """Which line of `rest` is the lead."""
    date: str = ""
    """ISO 8601, cut to its precision; "" when not known."""
    page: int = -1
    """Number of the source page in the corpus; -1 for persons and regions."""

    def lines(self) -> tuple[str, ...]:
        return (*self.stack, *self.rest)


def searchables(
    corpus: Corpus, other_names: Mapping[str, tuple[str, ...]]
) -> tuple[Searchable, ...]:
    """Persons and regions from often to seldom named, then articles from new to old."""
    return (*_persons(corpus), *_regions(corpus, other_names), *_articles(corpus))


def _persons(corpus: Corpus) -> Iterator[Searchable]:
    def often_first(person: Person) -> tuple[int, str, str]:
        return -len(corpus.person_sightings.get(person.id, ())), person.sort_key, person.id

    for person in sorted(corpus.persons.values(), key=often_first):
        sightings = corpus.person_sightings.get(person.id, ())
        names = _distinct([person.name, *_other_names(sightings)])
        roles = _distinct(role for role in map(_role, sightings) if role)
        yield Searchable("person", person.id, names, 0, roles, None)


def _regions(corpus: Corpus, other_names: Mapping[str, tuple[str, ...]]) -> Iterator[Searchable]:
    articles = corpus.region_articles()

    def often_first(region: Region) -> tuple[int, str]:
        return -len(articles.get(region.id, ())), region.id

    for region in sorted(corpus.regions.values(), key=often_first):
        sightings = corpus.region_sightings.get(region.id, ())
        named_here = _other_names(sightings)
        names = _distinct([region.name, *other_names.get(region.id, ()), *named_here])
        path = ("/".join(region.path),) if len(region.path) > 1 else ()
        yield Searchable("region", region.id, names, 0, path, None)


def _articles(corpus: Corpus) -> Iterator[Searchable]:
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


def one_line(text: str) -> str:
    """Lines are paragraphs in the index, so nothing inside one may end a line."""
    shown = clean(text)  # as on the page: what must not be published is not searched for either
    return "".join(" " if c.isspace() or c == "\ufeff" else c for c in shown)


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


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
