"""Gold page, layout and its entries -> how well persons and regions were found and linked.

By span: a mention is right when it prints exactly the labelled characters (white space aside),
wherever on the page. By name: each person or region once per article; the articles are paired
as in `segmentation`, and one that has no partner counts whole as missed or as false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wenzhai.model import Entry, Layout, Link, Passage
from wenzhai.score.compare import ADDRESS, VILLAGE, Places, bare, comparable, is_division
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.segmentation import match_articles
from wenzhai.score.text import ink, source_of

NEWS_PARTS = {"speaker", "subject", "mentioned"}  # the roles of reporters are not scored


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts for precision and recall."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        total = self.found + self.gold
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True)
class NameScore:
    name: str
    level: str
    persons: Rate = Rate()
    """By span."""
    person_names: Rate = Rate()
    """By name and article."""
    person_links: Rate = Rate()
    """Span and name; who is left undecided counts as not found."""
    roles: Rate = Rate()
    """Of people in the news: each printed run, byte for byte."""
    role_sets: Rate = Rate()
    """Of those of them who have roles: all runs right and none too many."""
    regions: Rate = Rate()
    """Printed names by span, deictic words aside."""
    region_names: Rate = Rate()
    """By code and article, deictic words included."""
    codes: Rate = Rate()
    """Span and code; links left undecided count as not found."""
    implied: Rate = Rate()
    """Deictic words with their code; any overlap of the span."""
    undecided: int = 0
    """Region mentions without a single candidate left."""
    persons_undecided: int = 0
    """Surnames with a title of which nobody is left, or several."""
    errors: tuple[str, ...] = field(default=(), repr=False)
    """One line for each false or missed mention, role and code."""


def score_names(
    gold: GoldPage, layout: Layout, entries: Iterable[Entry], names: Mapping[str, str] | None = None
) -> NameScore:
    """`names` gives the full name of each person id; without it the longest form counts."""
    text = gold.page.text
    entry_list = list(entries)
    found = [_Found(entry, text) for entry in entry_list]
    naming = _longest_names(found) | dict(names or {})
    partner = {m.gold: m.found for m in match_articles(gold, layout) if m.found is not None}
    tally = _Tally(gold)
    tally.spans(found, naming)
    for number, article in enumerate(gold.articles):
        at = partner.get(number)
        tally.article(article, found[at] if at is not None else None, naming)
    for extra in sorted(set(range(len(found))) - set(partner.values())):
        tally.article(None, found[extra], naming)
    return tally.score()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention with its printed place."""

    places: Places
    link: Link
    role: str | None


class _Found:
    """The mentions of one entry."""

    def __init__(self, entry: Entry, text: str) -> None:
        passages = dict(entry.article.passages())
        self.persons: list[_Seen] = []
        self.regions: list[_Seen] = []
        self.implied: list[_Seen] = []
        for link in entry.links:
            mention = link.mention
            passage = passages[mention.place]
            places = _printed(passage, mention.start, mention.end, text)
            if not places:
                continue  # an editor's own words
            role = None
            if mention.role is not None:
                role = "".join(text[i] for i in _printed(passage, *mention.role, text))
            seen = _Seen(places, link, role)
            if mention.kind == "person":
                self.persons.append(seen)
            elif mention.kind == "region":
                (self.implied if mention.form == "deictic" else self.regions).append(seen)


class _Tally:
    def __init__(self, gold: GoldPage) -> None:
        self.gold = gold
        self.text = gold.page.text
        self.rates: Counter[str] = Counter()
        self.errors: list[str] = []
        self.undecided = self.persons_undecided = 0
        self.optional = {place for a in gold.articles for place in ink(self.text, a.optional)}

    def spans(self, found: list[_Found], naming: Mapping[str, str]) -> None:
        """What does not depend on the pairing of articles."""
        named_so = {
            (bare(self._places(s), self.text), p.name)
            for a in self.gold.articles
            for p in a.persons
            for s in p.mentions
        }
        seen = [(bare(s.places, self.text), s.link) for f in found for s in f.persons]
        self._count("persons", {(s, "") for s, _ in named_so}, {(s, "") for s, _ in seen})
        decided = {
            (places, naming.get(link.entity or "", link.mention.name))
            for places, link in seen
            if link.entity is not None or link.mention.form != "surname"
        }
        self._count("person_links", named_so, decided)
        self.persons_undecided = sum(
            link.entity is None and link.mention.form == "surname" for _, link in seen
        )
        regions = [r for a in self.gold.articles for r in a.regions]
        named = {(self._places(s), "") for r in regions for s in r.mentions}
        self._count("regions", named, {(s.places, "") for f in found for s in f.regions})
        coded = {(self._places(s), r.id) for r in regions if r.id for s in r.mentions}
        codeless = {self._places(s) for r in regions if r.id is None for s in r.mentions}
        villages = {
            (self._places(s), r.adcode)
            for r in regions
            if r.adcode and r.code is None and r.name.endswith(VILLAGE)
            for s in r.mentions
        }
        links = {
            (s.places, comparable(s.places, s.link.entity, villages))
            for f in found
            for s in f.regions
            if s.link.entity is not None
            # a zone's or river's own page has no code that could be compared
            and not (s.places in codeless and not is_division(s.link.entity))
        }
        self._count("codes", coded, links)
        self.undecided = sum(s.link.entity is None for f in found for s in f.regions)
        self._implied([s for f in found for s in f.implied])

    def article(
        self, gold: GoldArticle | None, found: _Found | None, naming: Mapping[str, str]
    ) -> None:
        persons = {} if gold is None else {p.name: p for p in gold.persons}
        seen: dict[str, set[str]] = {}
        for one in [] if found is None else found.persons:
            if self.optional.isdisjoint(one.places):
                name = naming.get(one.link.entity or "", one.link.mention.name)
                seen.setdefault(name, set()).update({one.role} - ADDRESS if one.role else set())
        self._add("person_names", len(persons.keys() & seen.keys()), len(seen), len(persons))
        for name, person in persons.items():
            if NEWS_PARTS.isdisjoint(person.kinds):
                continue
            expected, got = set(person.roles) - ADDRESS, seen.get(name, set())
            self._add("roles", len(expected & got), len(got), len(expected))
            if expected:
                self._add("role_sets", int(expected == got), int(bool(got)), 1)
            if expected != got:
                self.errors.append(f"role: {name}: gold {sorted(expected)}, found {sorted(got)}")
        places = set() if gold is None else {r.id or r.name for r in gold.regions}
        codeless = set() if gold is None else {r.name for r in gold.regions if r.id is None}
        linked = set()
        for one in [] if found is None else (*found.regions, *found.implied):
            entity = one.link.entity
            if entity is None or not self.optional.isdisjoint(one.places):
                continue
            name = one.link.mention.name
            if entity.isdigit():
                linked.add(entity)
            else:  # a slug: the labelled name that contains the printed one
                linked.add(next((n for n in sorted(codeless) if name in n), entity))
        self._add("region_names", len(places & linked), len(linked), len(places))

    def score(self) -> NameScore:
        def rate(what: str) -> Rate:
            return Rate(*(self.rates[f"{what}-{part}"] for part in ("right", "found", "gold")))

        return NameScore(
            name=self.gold.page.name,
            level=self.gold.level,
            persons=rate("persons"),
            person_names=rate("person_names"),
            person_links=rate("person_links"),
            roles=rate("roles"),
            role_sets=rate("role_sets"),
            regions=rate("regions"),
            region_names=rate("region_names"),
            codes=rate("codes"),
            implied=rate("implied"),
            undecided=self.undecided,
            persons_undecided=self.persons_undecided,
            errors=tuple(self.errors),
        )

    def _implied(self, seen: list[_Seen]) -> None:
        gold = [
            (self._places(span), region.id)
            for article in self.gold.articles
            for region in article.regions
            for span in region.implied
        ]
        judged = [s for s in seen if self.optional.isdisjoint(s.places)]
        right = sum(
            any(not set(s.places).isdisjoint(places) and s.link.entity == id_ for s in judged)
            for places, id_ in gold
        )
        self._add("implied", right, len(judged), len(gold))

    def _count(
        self, what: str, gold: set[tuple[Places, str]], found: set[tuple[Places, str]]
    ) -> None:
        judged = {one for one in found if self.optional.isdisjoint(one[0])}
        self._add(what, len(gold & judged), len(judged), len(gold))
        for title, ones in (("missed", gold - judged), ("false", judged - gold)):
            for places, id_ in sorted(ones):
                self.errors.append(f"{what} {title}: {self._context(places)} {id_}".rstrip())

    def _add(self, what: str, right: int, found: int, gold: int) -> None:
        for part, count in (("right", right), ("found", found), ("gold", gold)):
            self.rates[f"{what}-{part}"] += count

    def _places(self, span: tuple[int, int]) -> Places:
        return tuple(i for i in range(*span) if not self.text[i].isspace())

    def _context(self, places: Places) -> str:
        start, end = places[0], places[-1] + 1
        around = self.text[max(0, start - 8) : start], self.text[end : end + 8]
        name = "".join(self.text[i] for i in places)
        return f"{start}: {''.join(around[0].split())}[{name}]{''.join(around[1].split())}"


def _printed(passage: Passage, start: int, end: int, text: str) -> Places:
    return tuple(i for i in source_of(passage, start, end) if not text[i].isspace())


def _longest_names(found: Iterable[_Found]) -> dict[str, str]:
    names: dict[str, str] = {}
    for article in found:
        for seen in article.persons:
            entity, name = seen.link.entity, seen.link.mention.name
            if entity is not None and len(name) > len(names.get(entity, "")):
                names[entity] = name
    return names
