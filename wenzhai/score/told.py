"""Gold page, layout, entries -> how well organisations, initiatives, figures, proposals and
topics were found.

Judged only where they are labelled. Names: by span as persons are, and by name and article.
A figure is right when value, unit and what are; a proposal when one of its proposers is, and
its sentences are to `SAME_EXTENT`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from wenzhai.model import Detail, EntityKind, Entry, Layout, Link, Mention, Passage, Place
from wenzhai.recognise.organisations.lexicon import load_organisations, usual
from wenzhai.score.gold import GoldArticle, GoldFigure, GoldName, GoldPage, GoldProposal
from wenzhai.score.names import Rate
from wenzhai.score.segmentation import match_articles
from wenzhai.score.text import ink, source_of

Places = frozenset[int]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SAME_EXTENT = 0.8  # of all characters in either; a clause more or less is the same proposal
FIELDS = (  # fields of ToldScore -> how they are printed
    ("organisations", "organisations, by span"),
    ("organisation_names", "organisations, by name"),
    ("initiatives", "initiatives, by span"),
    ("initiative_names", "initiatives, by name"),
    ("figures", "figures"),
    ("proposals", "proposals"),
    ("topics", "topics"),
)


@dataclass(frozen=True, slots=True)
class ToldScore:
    name: str
    level: str
    organisations: Rate
    organisation_names: Rate
    initiatives: Rate
    initiative_names: Rate
    figures: Rate
    proposals: Rate
    topics: Rate
    errors: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention with its printed place."""

    places: Places
    link: Link
    entry: Entry


def score_told(gold: GoldPage, layout: Layout, entries: Iterable[Entry]) -> ToldScore | None:
    """None where nothing is labelled."""
    if not any(article.told for article in gold.articles):
        return None
    found = list(entries)
    pairs = {m.gold: m.found for m in match_articles(gold, layout) if m.found is not None}
    tally = _Tally(gold, found)
    tally.names("organisation", "organisations", [_organisations(a) for a in gold.articles], pairs)
    tally.names("initiative", "initiatives", [_initiatives(a) for a in gold.articles], pairs)
    tally.figures()
    tally.proposals()
    tally.topics(pairs)
    return tally.score()


def _organisations(article: GoldArticle) -> tuple[GoldName, ...]:
    return article.told.organisations if article.told else ()


def _initiatives(article: GoldArticle) -> tuple[GoldName, ...]:
    return article.told.initiatives if article.told else ()


class _Tally:
    def __init__(self, gold: GoldPage, entries: list[Entry]) -> None:
        self.gold = gold
        self.text = gold.page.text
        self.entries = entries
        self.rates: Counter[str] = Counter()
        self.errors: list[str] = []
        told = [article.told for article in gold.articles if article.told]
        self.unsure = {i for one in told for i in ink(self.text, one.unsure)}

    def seen(self, kind: EntityKind) -> list[_Seen]:
        """What was found of a kind and is judged."""
        found: list[_Seen] = []
        for entry in self.entries:
            passages = dict(entry.article.passages())
            for link in entry.links:
                mention = link.mention
                if mention.kind == kind and (places := self.printed(mention, passages)):
                    more = [d for d in mention.details if d.name == "more"]
                    places = places.union(*(self.printed(detail, passages) for detail in more))
                    found.append(_Seen(places, link, entry))
        return [one for one in found if not self.is_unsure(kind, one.places)]

    def is_unsure(self, kind: EntityKind, places: Places) -> bool:
        """A name or figure where any of it is; a proposal, of whole sentences, where most is."""
        if kind == "proposal":
            return 2 * len(places & self.unsure) > len(places)
        return not self.unsure.isdisjoint(places)

    def printed(self, mention: Mention | Detail, passages: dict[Place, Passage]) -> Places:
        sources = source_of(passages[mention.place], mention.start, mention.end)
        return frozenset(i for i in sources if not self.text[i].isspace())

    def names(
        self,
        kind: EntityKind,
        what: str,
        labelled: Sequence[tuple[GoldName, ...]],
        pairs: dict[int, int],
    ) -> None:
        seen = self.seen(kind)
        expected = {
            ink(self.text, [span]): name.name
            for names in labelled
            for name in names
            for span in name.mentions
        }
        expected = {k: v for k, v in expected.items() if self.unsure.isdisjoint(k)}
        got = {one.places for one in seen}
        self.add(what, len(expected.keys() & got), len(got), len(expected))
        for title, ones in (("missed", expected.keys() - got), ("false", got - expected.keys())):
            self.errors.extend(f"{what} {title}: {self.context(one)}" for one in _in_order(ones))
        right = total = 0
        for number, names in enumerate(labelled):
            entry = self.entries[pairs[number]] if number in pairs else None
            own = {fold_name(one.link.mention.name) for one in seen if one.entry is entry}
            told = {fold_name(name.name) for name in names if self.is_judged(name)}
            right += len(own & told)
            total += len(told)
            for name in sorted(told - own):
                self.errors.append(f"{what} name missed: {name}; found {sorted(own - told)}")
        every = {(id(one.entry), fold_name(one.link.mention.name)) for one in seen}
        self.add(f"{kind}_names", right, len(every), total)

    def is_judged(self, name: GoldName) -> bool:
        return any(self.unsure.isdisjoint(ink(self.text, [span])) for span in name.mentions)

    def figures(self) -> None:
        expected = [
            (ink(self.text, [figure.span]), figure)
            for article in self.gold.articles
            if article.told
            for figure in article.told.figures
        ]
        expected = [one for one in expected if self.unsure.isdisjoint(one[0])]
        seen = self.seen("figure")
        used: set[int] = set()
        for places, figure in expected:
            at = next((i for i, s in enumerate(seen) if not places.isdisjoint(s.places)), None)
            told = None if at is None else _figure(seen[at])
            if at is not None and at not in used and told and _is_same(figure, told):
                used.add(at)
            else:
                self.errors.append(
                    f"figures: {self.context(places)} is {figure.value} {figure.unit} "
                    f"{figure.what}; found {told}"
                )
        for i, one in enumerate(seen):
            if i not in used and all(one.places.isdisjoint(places) for places, _ in expected):
                self.errors.append(f"figures false: {self.context(one.places)} {_figure(one)}")
        self.add("figures", len(used), len(seen), len(expected))

    def proposals(self) -> None:
        expected = [
            proposal
            for article in self.gold.articles
            if article.told
            for proposal in article.told.proposals
            if not self.is_unsure("proposal", ink(self.text, proposal.spans))
        ]
        seen = self.seen("proposal")
        used: set[int] = set()
        for proposal in expected:
            places = ink(self.text, proposal.spans)
            fits = [
                i
                for i, one in enumerate(seen)
                if i not in used and self.is_same_proposal(proposal, places, one)
            ]
            used.update(fits[:1])
            if not fits:
                near = [self.told(one) for one in seen if not places.isdisjoint(one.places)]
                self.errors.append(
                    f"proposals missed: {proposal.by} {self.context(places)}; found {near}"
                )
        for i, one in enumerate(seen):
            if i not in used:
                self.errors.append(f"proposals false: {self.told(one)}")
        self.add("proposals", len(used), len(seen), len(expected))

    def is_same_proposal(self, proposal: GoldProposal, places: Places, one: _Seen) -> bool:
        shared, every = len(places & one.places), len(places | one.places)
        by = {fold_name(name) for name in proposal.by}
        return shared >= SAME_EXTENT * every and not by.isdisjoint(map(fold_name, _who(one)))

    def told(self, one: _Seen) -> str:
        return f"{_who(one)} {self.context(one.places)}"

    def topics(self, pairs: dict[int, int]) -> None:
        for number, article in enumerate(self.gold.articles):
            if article.told is None:
                continue
            told = set(article.told.topics)
            got = set(self.entries[pairs[number]].topics) if number in pairs else set()
            self.add("topics", len(told & got), len(got), len(told))
            if told != got:
                self.errors.append(
                    f"topics of {number}: missed {sorted(told - got)}, false {sorted(got - told)}"
                )

    def score(self) -> ToldScore:
        rates = {
            key: Rate(*(self.rates[f"{key}-{part}"] for part in ("right", "found", "gold")))
            for key, _ in FIELDS
        }
        return ToldScore(self.gold.page.name, self.gold.level, errors=tuple(self.errors), **rates)

    def add(self, what: str, right: int, found: int, gold: int) -> None:
        for part, count in (("right", right), ("found", found), ("gold", gold)):
            self.rates[f"{what}-{part}"] += count

    def context(self, places: Places) -> str:
        start, end = min(places), max(places) + 1
        before = "".join(self.text[max(0, start - 8) : start].split())
        after = "".join(self.text[end : end + 8].split())
        shown = "".join(self.text[start:end].split())
        return f"{start}: {before}[{shown}]{after}"


def _figure(one: _Seen) -> tuple[str, str, str]:
    """Value with its mark, unit, what."""
    details = {detail.name: detail.value for detail in one.link.mention.details}
    return details.get("value", ""), details.get("unit", ""), details.get("what", "")


def _is_same(gold: GoldFigure, told: tuple[str, str, str]) -> bool:
    value, unit, what = told
    if _measure(gold.value, gold.unit) != _measure(value, unit):
        return False
    if gold.what is None:
        return True
    return bool(what) and (gold.what in what or what in gold.what)


def fold_name(printed: str) -> str:
    """The long and the short form of a body are one: 应急管理局, 应急局."""
    return usual(printed, load_organisations())


def _measure(value: str, unit: str) -> tuple[str, str]:
    """Some hands write 个月, others 月; some 6 成, others 60 %."""
    if unit == "成":
        return NUMBER.sub(lambda number: f"{Decimal(number[0]) * 10:f}", value), "%"
    return NUMBER.sub(lambda number: f"{Decimal(number[0]):f}", value), unit.removeprefix(
        "个"
    ) or unit


def _who(one: _Seen) -> list[str]:
    return [detail.value for detail in one.link.mention.details if detail.name == "who"]


def _in_order(ones: Iterable[Places]) -> list[Places]:
    return sorted(ones, key=lambda places: (min(places), max(places)))
