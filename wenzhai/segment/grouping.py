"""A page's paragraphs in groups, each an article, and what the grouping is worth in points.

A group has points for what its paragraphs share and for having one column width; the gaps have
points by whether the same article goes on, a new one begins, or one is taken up again.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wenzhai.segment.breaks import (
    LIKE_COST,
    LIKE_GROUND,
    LIKE_POWER,
    LIKE_SLOPE,
    Break,
    column_width,
    resume_points,
    weights,
)
from wenzhai.segment.likeness import Likeness
from wenzhai.segment.sheets import Sheet

NEIGHBOUR_WIDTH = 0.7  # a column one character wider counts as this share of the same
WIDTH_GROUND = 0.15  # share that any width has


class Facts(NamedTuple):
    """What does not change while paragraphs are moved."""

    sheet: Sheet
    blocks: Sequence[int]
    """The paragraphs' block numbers; elsewhere here paragraphs go by their place in this list."""
    breaks: Sequence[Break]
    """Of the gap below each paragraph."""
    shared: Sequence[dict[int, float]]
    sizes: Sequence[int]
    widths: Sequence[int | None]
    spread: Counter[int]
    """How many paragraphs are set in each width."""


Weights = Mapping[int, Mapping[int, float]]
"""Paragraph -> group -> what the two share."""


class Group:
    """One article in the making."""

    __slots__ = ("inside", "members", "points", "size", "widths")

    def __init__(self) -> None:
        self.members: list[int] = []
        self.inside = 0.0
        """Shared weight of all pairs of its paragraphs."""
        self.size = 0
        self.widths: Counter[int] = Counter()
        self.points = 0.0


def read_facts(
    sheet: Sheet, blocks: Sequence[int], breaks: Sequence[Break], like: Likeness
) -> Facts:
    place = {b: k for k, b in enumerate(blocks)}
    shared = [
        {place[o]: weight for o, weight in like.shared[b].items() if o in place} for b in blocks
    ]
    widths = [None if w is None else round(w) for b in blocks for w in [column_width(sheet, b)]]
    spread = Counter(w for w in widths if w is not None)
    return Facts(sheet, blocks, breaks, shared, [like.sizes[b] for b in blocks], widths, spread)


class Grouping:
    def __init__(self, facts: Facts, labels: Sequence[int]) -> None:
        self.facts = facts
        self.labels = list(labels)
        table = weights()
        self.content, self.width, self.single = (
            table["groups"][name] for name in ("content", "width", "single")
        )
        self.table = table["taken-up"]
        self.fore: defaultdict[int, list[float]] = defaultdict(_alone)
        self.back: defaultdict[int, list[float]] = defaultdict(_alone)
        """What the run of so many more paragraphs from one on, or up to one, shares within itself."""
        self.groups: dict[int, Group] = {}
        for k, label in enumerate(labels):
            group = self.groups.setdefault(label, Group())
            group.members.append(k)
            group.size += facts.sizes[k]
            width = facts.widths[k]
            if width is not None:
                group.widths[width] += 1
            for other, weight in facts.shared[k].items():
                if other < k and labels[other] == label:
                    group.inside += weight
        for group in self.groups.values():
            group.points = self.worth(group.inside, group.size, len(group.members), group.widths)

    def worth(self, inside: float, size: int, count: int, widths: Counter[int]) -> float:
        """Points of a group."""
        if count < 2:
            return self.single if count else 0.0
        ground = math.pow(LIKE_GROUND + size * (1 - 1 / count), LIKE_POWER)
        points = self.content * (2 * LIKE_SLOPE * inside / ground - LIKE_COST * size)
        return points + self.width * self._evenness(widths)

    def fit(self, k: int, shared: float, label: int) -> float:
        """Points of one paragraph in a group, itself left out."""
        group = self.groups[label]
        size = group.size - (self.facts.sizes[k] if self.labels[k] == label else 0)
        if size <= 0:
            return 0.0
        return (
            LIKE_SLOPE * shared / math.pow(LIKE_GROUND + size, LIKE_POWER)
            - LIKE_COST * (self.facts.sizes[k])
        )

    def _evenness(self, widths: Counter[int]) -> float:
        total = sum(widths.values()) - 1
        if total < 1:
            return 0.0
        spread, everywhere = self.facts.spread, sum(self.facts.spread.values()) - 1
        points = 0.0
        for width, count in widths.items():
            if not count:
                continue
            here = (count - 1 + NEIGHBOUR_WIDTH * (widths[width - 1] + widths[width + 1])) / total
            near = NEIGHBOUR_WIDTH * (spread[width - 1] + spread[width + 1])
            usual = (spread[width] - 1 + near) / everywhere
            points += count * math.log(
                (min(here, 1.0) + WIDTH_GROUND) / (min(usual, 1.0) + WIDTH_GROUND)
            )
        return points

    def gap(self, k: int, before: int | None) -> float:
        """Points of the gap above a paragraph whose group was last seen at `before`."""
        if before == k - 1:
            return 0.0
        marks = self.facts.breaks[k - 1]
        if before is None:
            return marks.new
        blocks = self.facts.blocks
        return marks.resumed + resume_points(
            self.facts.sheet, self.table, blocks[before], blocks[k], k - before
        )

    def before(self, label: int, k: int) -> int | None:
        """The last paragraph of a group before a place."""
        members = self.groups[label].members if label in self.groups else []
        at = bisect_left(members, k)
        return members[at - 1] if at else None

    def after(self, label: int, k: int) -> int | None:
        """The first paragraph of a group behind a place."""
        members = self.groups[label].members if label in self.groups else []
        at = bisect_left(members, k + 1)
        return members[at] if at < len(members) else None

    def weights(self, k: int) -> dict[int, float]:
        """What a paragraph shares with each group, itself left out."""
        labels = self.labels
        found: dict[int, float] = {}
        for other, weight in self.facts.shared[k].items():
            label = labels[other]
            found[label] = found.get(label, 0.0) + weight
        return found

    def between(self, one: Sequence[int], two: Sequence[int]) -> float:
        """What paragraphs share with others."""
        few, many = (one, two) if len(one) < len(two) else (two, one)
        among = frozenset(many)
        points = 0.0
        for k in few:
            row = self.facts.shared[k]
            for other in many if len(many) < len(row) else row:
                if other in among and other in row:
                    points += row[other]
        return points

    def merging(self, first: int, second: int) -> float:
        """Points gained by making one group of two."""
        one, two = self.groups[first], self.groups[second]
        if one.members[0] > two.members[0]:
            one, two, first, second = two, one, second, first
        points = self.worth(
            one.inside + two.inside + self.between(one.members, two.members),
            one.size + two.size,
            len(one.members) + len(two.members),
            one.widths + two.widths,
        )
        points -= one.points + two.points
        for own, other in ((two, first), (one, second)):
            at = None
            for k in own.members:
                last = self.before(other, k)
                if last is not None and (at is None or last > at):
                    points += self.gap(k, last) - self.gap(k, at)
                at = k
        return points

    def _within(self, low: int, high: int) -> float:
        """What neighbours share with each other: summed up from the first on, or from the last."""
        fore, back, steps = self.fore[low], self.back[high], high - low
        if steps >= max(len(fore), len(back)):
            is_fore, is_back = len(fore) >= len(back), len(back) >= len(fore)
            for k in range(low + len(fore), high + 1) if is_fore else ():
                fore.append(fore[-1] + self._beside(k, low, k))
            for k in range(high - len(back), low - 1, -1) if is_back else ():
                back.append(back[-1] + self._beside(k, k + 1, high + 1))
        return fore[steps] if steps < len(fore) else back[steps]

    def _beside(self, k: int, low: int, high: int) -> float:
        """What a paragraph shares with neighbours."""
        row = self.facts.shared[k]
        points = 0.0
        for other in range(low, high) if high - low < len(row) else row:
            if low <= other < high and other in row:
                points += row[other]
        return points

    def moving(self, low: int, high: int, label: int, weights: Weights) -> float:
        """Points gained by giving paragraphs low to high, neighbours of one group, to another;
        `weights` of each of them."""
        facts, own = self.facts, self.labels[low]
        out = to = 0.0
        size = 0
        widths: Counter[int] = Counter()
        for k in range(low, high + 1):
            size += facts.sizes[k]
            width = facts.widths[k]
            if width is not None:
                widths[width] += 1
            out += weights[k].get(own, 0.0)
            to += weights[k].get(label, 0.0)
        inside = self._within(low, high)
        out -= 2 * inside
        source, target = self.groups[own], self.groups.get(label) or Group()
        count = high - low + 1
        rest = source.widths - widths
        gained = self.worth(
            target.inside + to + inside,
            target.size + size,
            len(target.members) + count,
            target.widths + widths,
        )
        kept = self.worth(
            source.inside - out - inside, source.size - size, len(source.members) - count, rest
        )
        return gained + kept - target.points - source.points + self._gaps(low, high, label)

    def _gaps(self, low: int, high: int, label: int) -> float:
        """Points that the gaps gain: at both ends, and where either group is met again."""
        own = self.labels[low]
        source, target = self.before(own, low), self.before(label, low)
        points = self.gap(low, target) - self.gap(low, source) if low else 0.0
        back = self.after(own, high)
        if back is not None:
            points += self.gap(back, source) - self.gap(back, high)
        again = self.after(label, high)
        if again is not None:
            points += self.gap(again, high) - self.gap(again, target)
        return points

    def move(self, low: int, high: int, label: int) -> None:
        """Give paragraphs to another group, or to a new one."""
        own = self.labels[low]
        target = self.groups.setdefault(label, Group())
        source = self.groups[own]
        facts = self.facts
        for k in range(low, high + 1):
            width = facts.widths[k]
            for other, weight in facts.shared[k].items():
                if self.labels[other] == own and other != k:
                    source.inside -= weight
                elif self.labels[other] == label:
                    target.inside += weight
            source.members.remove(k)
            insort(target.members, k)
            source.size -= facts.sizes[k]
            target.size += facts.sizes[k]
            if width is not None:
                source.widths[width] -= 1
                target.widths[width] += 1
            self.labels[k] = label
        for group in (source, target):
            group.points = self.worth(group.inside, group.size, len(group.members), group.widths)
        if not source.members:
            del self.groups[own]


def _alone() -> list[float]:
    return [0.0]
