"""Paragraphs -> the article each belongs to, where the columns of a page cut across each other.

The stretches between cuts are taken as a first guess. Then every paragraph is compared with the
articles near it: pairs of characters that only one of them has speak for it, with a weight of one
over the square of the number of articles that have the pair. The best way through the page keeps
neighbours together unless the gap between them, or the vocabulary, says otherwise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wenzhai.segment.cuts import Cut, Sheet
from wenzhai.segment.headlines import Match

ROUNDS = 3  # after three rounds nothing moves any more on the tuning pages
COMMON = 10  # articles; a pair that more of them have says nothing
HEADLINE_WEIGHT = 2  # a pair of the headline counts as if two paragraphs had it
VOCABULARY = 1.6  # points for e times as much shared vocabulary
GROUND = 0.5  # shared weight that chance alone gives
SIZE_GROUND = 30.0  # pairs; so large is an article of which one knows nothing yet
SIZE_POWER = 0.6  # an article with twice the pairs shares about half as many again by chance
JUMP_COST = 4.0  # points against carrying on an article after another one
SHIFT_COST = 1.0  # points against an article's beginning one paragraph later than its headline
PIN = 1.0  # points of evidence that make a beginning certain
HEADLESS = -2.2  # points that a beginning needs when no headline speaks for it
NEIGHBOUR = 1.0  # points a paragraph for staying with the article before it
BELOW_MIN = 1.0  # exclusive pairs with which a headline vouches for the article above it
HEADED = 3.0  # points for a headline above, all of whose words recur
VOUCHED_CONTENT = 0.8  # exclusive pairs with which a headline above makes a beginning certain
VOUCHED_MARKS = -1.4  # ... unless other marks speak against it as much as this
REACH = 3  # articles before and after that a paragraph is compared with
FAR_CANDIDATES = 2  # more of them from the whole page


@dataclass(slots=True)
class _Index:
    """How many paragraphs of each article have each pair."""

    holders: dict[str, Counter[int]]
    sizes: Counter[int]
    """Pairs that each article has."""

    def add(self, pairs: frozenset[str], article: int, count: int = 1) -> None:
        for pair in pairs:
            held = self.holders.setdefault(pair, Counter())
            if not held[article]:
                self.sizes[article] += 1
            held[article] += count
            if not held[article]:
                del held[article]
                self.sizes[article] -= 1

    def shares(self, pairs: frozenset[str], own: int) -> dict[int, float]:
        """Weight that each article shares with a paragraph that now stands in `own`."""
        found: dict[int, float] = {}
        for pair in pairs:
            held = self.holders.get(pair)
            if held is None or len(held) > COMMON:
                continue
            alone = held.get(own, 0) == 1
            spread = len(held) - (1 if alone else 0)
            for article in held:
                if article != own or not alone:
                    found[article] = found.get(article, 0.0) + 1.0 / (spread * spread)
        return found

    def fit(self, pairs: frozenset[str], own: int, article: int, shared: float) -> float:
        """Points for a paragraph of `own` to belong to an article."""
        size = self.sizes[article]
        if article == own:
            size -= sum(1 for pair in pairs if self.holders[pair].get(own, 0) == 1)
        return VOCABULARY * math.log((GROUND + shared) / (SIZE_GROUND + size) ** SIZE_POWER)


def assign_paragraphs(
    sheet: Sheet, cuts: Sequence[Cut], groups: Sequence[Sequence[int]], matches: Mapping[int, Match]
) -> list[int]:
    """For each paragraph, in page order, the number of its group; `matches` are their headlines."""
    heads = {g: match.block for g, match in matches.items()}
    bonus = {
        groups[g][0]: HEADED * m.overlap for g, m in matches.items() if m.place == "above"
    }
    vouched = frozenset(
        groups[g][0]
        for g, m in matches.items()
        if m.place == "above" and m.content >= VOUCHED_CONTENT
    )
    below = frozenset(g for g, m in matches.items() if m.place != "above" and m.content >= BELOW_MIN)
    labels = [g for g, group in enumerate(groups) for _ in group]
    texts = [b for group in groups for b in group]
    starts = {group[0]: g for g, group in enumerate(groups)}
    if len(groups) < 2:
        return labels
    index = _Index({}, Counter())
    for label, b in zip(labels, texts, strict=True):
        index.add(sheet.topics.of[b], label)
    for g, b in heads.items():
        index.add(sheet.topics.of[b], g, HEADLINE_WEIGHT)
    for _ in range(ROUNDS):
        moved = _best_labels(sheet, cuts, texts, labels, starts, bonus, vouched, index)
        if moved == labels:
            break
        for b, old, new in zip(texts, labels, moved, strict=True):
            if old != new:
                index.add(sheet.topics.of[b], old, -1)
                index.add(sheet.topics.of[b], new)
        labels = moved
    return _without_headless(sheet, cuts, texts, labels, below, index)


def _without_headless(
    sheet: Sheet,
    cuts: Sequence[Cut],
    texts: Sequence[int],
    labels: list[int],
    below: frozenset[int],
    index: _Index,
) -> list[int]:
    """An article that nothing but its vocabulary sets apart goes to the one it fits best."""
    for label in sorted(set(labels)):
        places = [k for k, g in enumerate(labels) if g == label]
        if label in below or places[0] == 0 or cuts[places[0] - 1].marks >= HEADLESS:
            continue
        before = labels[places[0] - 1]
        points: Counter[int] = Counter()
        for k in places:
            pairs = sheet.topics.of[texts[k]]
            shares = index.shares(pairs, label)
            for other in {before, *sorted(shares, key=lambda g: -shares[g])[:4]} - {label}:
                fit = index.fit(pairs, label, other, shares.get(other, 0.0))
                points[other] += fit - index.fit(pairs, label, before, shares.get(before, 0.0))
        points[before] = NEIGHBOUR * len(places)
        target = max(points, key=lambda g: (points[g], -abs(g - label)))
        for k in places:
            pairs = sheet.topics.of[texts[k]]
            index.add(pairs, label, -1)
            index.add(pairs, target)
            labels[k] = target
    return labels


def _best_labels(
    sheet: Sheet,
    cuts: Sequence[Cut],
    texts: Sequence[int],
    labels: Sequence[int],
    starts: dict[int, int],
    bonus: Mapping[int, float],
    vouched: frozenset[int],
    index: _Index,
) -> list[int]:
    rows: list[dict[int, tuple[float, int]]] = []
    for k, b in enumerate(texts):
        shares = index.shares(sheet.topics.of[b], labels[k])
        here: dict[int, tuple[float, int]] = {}
        is_pinned = b in starts and (
            k == 0
            or cuts[k - 1].marks >= PIN
            or (b in vouched and cuts[k - 1].marks >= VOUCHED_MARKS)
        )
        for label in [starts[b]] if is_pinned else _candidates(labels, k, shares, index.sizes):
            fit = index.fit(sheet.topics.of[b], labels[k], label, shares.get(label, 0.0))
            if not rows:
                here[label] = (fit, -1)
                continue
            points = cuts[k - 1].marks + bonus.get(b, 0.0)
            stay, go = -_softplus(points), -_softplus(-points)
            best = max(
                (
                    (before + (stay if other == label else go - _entry(starts, b, other, label)), -other)
                    for other, (before, _) in rows[-1].items()
                )
            )
            here[label] = (best[0] + fit, -best[1])
        rows.append(here)
    label = max(rows[-1], key=lambda g: (rows[-1][g][0], -g))
    way = [label]
    for row in reversed(rows[1:]):
        label = row[label][1]
        way.append(label)
    return way[::-1]


def _candidates(
    labels: Sequence[int], k: int, shares: dict[int, float], sizes: Counter[int]
) -> list[int]:
    own = labels[k]
    last = labels[-1] if labels[-1] > own else max(labels[max(0, k - 9) : k + 10])
    near = {g for g in range(own - REACH, own + REACH + 1) if 0 <= g <= last and (sizes[g] or g == own)}
    far = sorted(shares, key=lambda g: (-shares[g], g))[:FAR_CANDIDATES]
    return sorted(near | set(far))


def _entry(starts: dict[int, int], b: int, before: int, label: int) -> float:
    """Points against entering an article at a paragraph."""
    if starts.get(b) == label:
        return 0.0
    return SHIFT_COST if label == before + 1 else JUMP_COST


def _softplus(x: float) -> float:
    return x if x > 30 else math.log1p(math.exp(x))
