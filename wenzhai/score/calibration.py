"""Decisions, gold page -> is the stated confidence the true share?

Judged are joins, splits, headlines, orders, furniture, kinds and dates. The place of a join,
a split or an order is the first printed character of its span that begins the later part;
what stands before it is the character before it in the published article (join, order) or the
one of any body before it on the page, notes left out (split). Lines, damage and genre have no labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wenzhai.model import Article, Decision, Layout
from wenzhai.score.gold import GoldPage
from wenzhai.score.segmentation import match_articles
from wenzhai.score.text import body_spans, ink, ink_in_order

BINS = 10
BIN_MIN = 30  # decisions; fewer say nothing about a share
DOUBTFUL = 0.2  # the share of decisions that an editor reads first


class Judged(NamedTuple):
    subject: str
    confidence: float
    is_right: bool


class Bin(NamedTuple):
    low: float
    size: int
    stated: float
    true: float


def judge(gold: GoldPage, layout: Layout) -> tuple[Judged, ...]:
    """Every decision that the labels can judge."""
    labels = _Labels(gold)
    matches = match_articles(gold, layout)
    matched = {m.found: m for m in matches if m.found is not None}
    found: list[Judged] = []
    for number, article in enumerate(layout.articles):
        order = ink_in_order(gold.page.text, body_spans(article))
        before = dict(zip(order[1:], order, strict=False))
        match = matched.get(number)
        for decision in article.decisions:
            if decision.subject == "headline":
                is_right: bool | None = match is not None and match.has_headline
            elif decision.subject == "date":
                is_right = match is not None and match.has_date
            elif decision.subject == "kind":
                is_right = labels.has_kind(decision, article)
            else:
                is_right = labels.is_right(decision, before)
            if is_right is not None:
                found.append(Judged(decision.subject, decision.confidence, is_right))
    for decision in layout.decisions:
        is_right = labels.is_right(decision, {})
        if is_right is not None:
            found.append(Judged(decision.subject, decision.confidence, is_right))
    return tuple(found)


def bins(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """By stated confidence; empty ones left out."""
    groups: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        groups[min(int(one.confidence * BINS), BINS - 1)].append(one)
    return tuple(
        Bin(
            i / BINS,
            len(group),
            sum(one.confidence for one in group) / len(group),
            sum(one.is_right for one in group) / len(group),
        )
        for i, group in enumerate(groups)
        if group
    )


def worst_gap(judged: Iterable[Judged]) -> float | None:
    """The largest distance of stated from true share in bins of at least BIN_MIN."""
    gaps = [abs(b.stated - b.true) for b in bins(judged) if b.size >= BIN_MIN]
    return max(gaps, default=None)


def caught(judged: Iterable[Judged]) -> float | None:
    """The share of all errors that the most doubtful fifth holds; None without errors."""
    ordered = sorted(judged, key=lambda one: one.confidence)
    errors = sum(not one.is_right for one in ordered)
    if not errors:
        return None
    doubtful = ordered[: round(len(ordered) * DOUBTFUL)]
    return sum(not one.is_right for one in doubtful) / errors


class _Labels:
    """To whom each printed character belongs."""

    def __init__(self, gold: GoldPage) -> None:
        self.text = gold.page.text
        self.article: dict[int, int] = {}
        self.rank: dict[int, int] = {}
        self.kind: dict[int, str] = {}
        for number, article in enumerate(gold.articles):
            self.article.update(dict.fromkeys(ink(self.text, article.spans()), number))
            body = ink_in_order(self.text, (s for p in article.body for s in p.spans))
            self.rank.update((place, i) for i, place in enumerate(body))
            for paragraph in article.body:
                self.kind.update(dict.fromkeys(ink(self.text, paragraph.spans), paragraph.kind))
        self.furniture = ink(self.text, (f.span for f in gold.furniture))

    def is_right(self, decision: Decision, before: dict[int, int]) -> bool | None:
        """None when the labels do not say."""
        places = sorted(ink(self.text, [decision.span]))
        if decision.subject == "furniture":
            hits = sum(place in self.furniture for place in places)
            return 2 * hits > len(places) if places else None
        if decision.subject not in ("join", "split", "order"):
            return None
        at = next(self._from(places[0] if places else decision.span.end), None)
        if at is None:
            return None
        if decision.subject == "split":
            earlier = next((i for i in range(at - 1, -1, -1) if self._tells(i)), None)
            return earlier is None or self.article.get(at) != self.article[earlier]
        previous = before.get(at)
        if previous is None:
            return None
        is_same = self.article.get(at, -1) == self.article.get(previous, -2)
        if decision.subject == "join":
            return is_same
        return is_same and self.rank.get(at, -1) > self.rank.get(previous, 0)

    def has_kind(self, decision: Decision, article: Article) -> bool | None:
        places = ink(self.text, [decision.span])
        for paragraph in article.body:
            if not places.isdisjoint(ink(self.text, paragraph.passage.spans())):
                said = "note" if paragraph.kind == "byline" else paragraph.kind
                kinds = [self.kind.get(place) for place in sorted(places)]
                return 2 * kinds.count(said) > len(kinds)
        return None

    def _tells(self, place: int) -> bool:
        """Whether it stands in a body, and not in a note: a split says nothing of whose a byline is."""
        return self.kind.get(place, "note") != "note"

    def _from(self, place: int) -> Iterator[int]:
        return (i for i in range(place, len(self.text)) if not self.text[i].isspace())
