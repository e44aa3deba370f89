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

from wenzhai.segment.cuts import Cut
from wenzhai.segment.headroles import Match
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.topics import Topics

ROUNDS = 3  # after three rounds nothing moves any more on the tuning pages
COMMON = 10  # articles; a pair that more of them have says nothing
HEADLINE_WEIGHT = 2  # a pair of the headline counts as if two paragraphs had it
VOCABULARY = 1.6  # points for e times as much shared vocabulary
GROUND = 0.5  # shared weight that chance alone gives
SIZE_GROUND = 30.0  # pairs; so large is an article of which one knows nothing yet
SIZE_POWER = 0.6  # an article with twice the pairs shares about half as many again by chance
JUMP_COST = 3.2  # points against carrying on an article after another one
SHIFT_COST = 1.0  # points against an article's beginning one paragraph later than its headline
PIN = 1.0  # points of evidence that make a beginning certain
HEADLESS = -2.0  # points that a beginning needs when no headline speaks for it
HEADED_LEAST = -1.4  # ... and where display type stands above it, which may be a crosshead
NEIGHBOUR = 1.0  # points a paragraph for staying with the article before it
BELOW_MIN = 1.0  # exclusive pairs with which a headline vouches for the article above it
HEADED = 3.0  # points for a headline above, all of whose words recur
VOUCHED_CONTENT = 0.8  # exclusive pairs with which a headline above makes a beginning certain
VOUCHED_MARKS = -1.0  # ... unless other marks speak against it as much as this
RESUMED = 0.3  # points a paragraph for carrying on the article that a notice with signature cut
INSET_MAX = 30  # paragraphs of a notice that cuts an article
APART = 0.3  # points a paragraph for standing alone behind a certain end
REACH = 3  # articles before and after that a paragraph is compared with
FAR_CANDIDATES = 2  # more of them from the whole page


@dataclass(slots=True)
class _Index:
    """How many paragraphs of each article have each pair."""

    topics: Topics
    holders: dict[str, dict[int, int]]
    sizes: Counter[int]
    """Pairs that each article has."""

    def add(self, b: int, article: int, count: int = 1) -> None:
        """Count a block in an article, or with a negative count take it out."""
        size = self.topics.alone(b) * (1 if count > 0 else -1)
        for pair in self.topics.rare[b]:
            held = self.holders.setdefault(pair, {})
            before = held.get(article, 0)
            after = before + count
            if after:
                held[article] = after
                size += not before
            else:
                del held[article]
                size -= 1
        self.sizes[article] += size

    def shares(self, b: int, own: int) -> tuple[dict[int, float], int]:
        """Weight that each article shares with a paragraph that now stands in `own`, and how many
        pairs `own` has from that paragraph only."""
        found: dict[int, float] = {}
        single = self.topics.alone(b)
        for pair in self.topics.rare[b]:
            held = self.holders.get(pair)
            if held is None or len(held) > COMMON + 1:
                continue
            alone = held.get(own, 0) == 1
            single += alone
            spread = len(held) - alone
            if not spread or spread > COMMON:
                continue
            weight = 1.0 / (spread * spread)
            for article in held:
                if article != own or not alone:
                    found[article] = found.get(article, 0.0) + weight
        return found, single

    def fit(self, own: int, single: int, article: int, shared: float) -> float:
        """Points for a paragraph of `own` to belong to an article."""
        size = self.sizes[article] - (single if article == own else 0)
        return VOCABULARY * math.log((GROUND + shared) / (SIZE_GROUND + size) ** SIZE_POWER)


def assign_paragraphs(
    sheet: Sheet, cuts: Sequence[Cut], groups: Sequence[Sequence[int]], matches: Mapping[int, Match]
) -> list[int]:
    """For each paragraph, in page order, the number of its group; `matches` are their headlines."""
    heads = {g: match.block for g, match in matches.items()}
    bonus = {groups[g][0]: HEADED * m.overlap for g, m in matches.items() if m.place == "above"}
    vouched = frozenset(
        groups[g][0]
        for g, m in matches.items()
        if m.place == "above" and m.content >= VOUCHED_CONTENT
    )
    below = frozenset(
        g for g, m in matches.items() if m.place != "above" and m.content >= BELOW_MIN
    )
    labels = [g for g, group in enumerate(groups) for _ in group]
    texts = [b for group in groups for b in group]
    starts = {group[0]: g for g, group in enumerate(groups)}
    if len(groups) < 2:
        return labels
    index = _Index(sheet.topics, {}, Counter())
    for label, b in zip(labels, texts, strict=True):
        index.add(b, label)
    for g, b in heads.items():
        index.add(b, g, HEADLINE_WEIGHT)
    for _ in range(ROUNDS):
        moved = _best_labels(cuts, texts, labels, starts, bonus, vouched, index)
        if moved == labels:
            break
        for b, old, new in zip(texts, labels, moved, strict=True):
            if old != new:
                index.add(b, old, -1)
                index.add(b, new)
        labels = moved
    return _without_headless(cuts, texts, labels, below, bonus, index)


def _without_headless(
    cuts: Sequence[Cut],
    texts: Sequence[int],
    labels: list[int],
    below: frozenset[int],
    bonus: Mapping[int, float],
    index: _Index,
) -> list[int]:
    """An article that nothing but its vocabulary sets apart goes to the one it fits best."""
    members: dict[int, list[int]] = {}
    for k, label in enumerate(labels):
        members.setdefault(label, []).append(k)
    for label in sorted(members):
        places = sorted(members[label])
        if label in below or places[0] == 0:
            continue
        target = _better_home(cuts[places[0] - 1], texts, labels, places, bonus, index)
        if target is None:
            continue
        for k in places:
            index.add(texts[k], label, -1)
            index.add(texts[k], target)
            labels[k] = target
        members.setdefault(target, []).extend(places)
    return labels


def _better_home(
    cut: Cut,
    texts: Sequence[int],
    labels: Sequence[int],
    places: Sequence[int],
    bonus: Mapping[int, float],
    index: _Index,
) -> int | None:
    """The article to which an article without a beginning belongs; None when it stands alone."""
    label, before = labels[places[0]], labels[places[0] - 1]
    least = HEADLESS if cut.evidence[0].rule == "no-mark" else HEADED_LEAST
    is_family = any(e.rule.startswith("crosshead") for e in cut.evidence)
    if cut.vouched + (0.0 if is_family else bonus.get(texts[places[0]], 0.0)) >= least:
        return None
    is_apart = cut.marks >= least
    points: dict[int, float] = {before: 0.0 if is_apart else NEIGHBOUR * len(places)}
    back = range(places[0] - 1, max(-1, places[0] - 1 - INSET_MAX), -1)
    inset = next((labels[k] for k in back if labels[k] != before), None)
    if is_apart and inset is not None:
        points[inset] = RESUMED * len(places)
    for k in places:
        shares, single = index.shares(texts[k], label)
        neighbour = index.fit(label, single, before, shares.get(before, 0.0))
        nearest = sorted(shares, key=lambda g, found=shares: (-found[g], g))[:4]  # type: ignore[misc]
        for other in {*nearest} - {label, before}:
            fit = index.fit(label, single, other, shares.get(other, 0.0))
            points[other] = points.get(other, 0.0) + fit - neighbour
        if is_apart:
            own = index.fit(label, single, label, shares.get(label, 0.0))
            points[label] = points.get(label, 0.0) + own - neighbour + APART
    target = max(points, key=lambda g: (points[g], -abs(g - label)))
    return None if target == label else target


def _best_labels(
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
        shares, single = index.shares(b, labels[k])
        here: dict[int, tuple[float, int]] = {}
        is_pinned = b in starts and (
            k == 0
            or cuts[k - 1].vouched >= PIN
            or (b in vouched and cuts[k - 1].marks >= VOUCHED_MARKS)
        )
        for label in [starts[b]] if is_pinned else _candidates(labels, k, shares, index.sizes):
            fit = index.fit(labels[k], single, label, shares.get(label, 0.0))
            if not rows:
                here[label] = (fit, -1)
                continue
            points = cuts[k - 1].marks + bonus.get(b, 0.0)
            stay, go = -_softplus(points), -_softplus(-points)
            best = max(
                (
                    (
                        before + (stay if other == label else go - _entry(starts, b, other, label)),
                        -other,
                    )
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
    near = {
        g for g in range(own - REACH, own + REACH + 1) if 0 <= g <= last and (sizes[g] or g == own)
    }
    far = sorted(shares, key=lambda g: (-shares[g], g))[:FAR_CANDIDATES]
    return sorted(near | set(far))


def _entry(starts: dict[int, int], b: int, before: int, label: int) -> float:
    """Points against entering an article at a paragraph."""
    if starts.get(b) == label:
        return 0.0
    return SHIFT_COST if label == before + 1 else JUMP_COST


def _softplus(x: float) -> float:
    return x if x > 30 else math.log1p(math.exp(x))
