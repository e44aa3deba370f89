"""A group of units -> what it is worth in points as one article.

Points are linear in the weights of `data/segment/woven.yml`: what its paragraphs share, whether
it begins and ends as an article does, how its parts follow each other on the page, and whether it
has one headline. A weight of `plain` counts as much as the page prints its articles in order.
Fitted by `bench/fit_woven.py`, which calls the same code with vectors for weights.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from wenzhai.segment.named import Named
from wenzhai.segment.units import Units, same_widths
from wenzhai.shipped import read_yaml

# What is shared counts for each character of a group, so that a large one has no more of it.
LIKE_SLOPE, LIKE_GROUND = 20.0, 60.0
SIZED = 0.05  # weight that a telling character is expected to share by chance
FAR_MAX = 3.0  # the logarithm of a distance in paragraphs, at most
MANY = 8  # paragraphs; few articles have more


@cache
def woven_weights() -> Mapping[str, Mapping[str, float]]:
    return read_yaml("segment/woven.yml")


class Group:
    """Units of one article in the making, in page order, and sums over them."""

    __slots__ = (
        "carried",
        "dated",
        "head_meaning",
        "head_shared",
        "head_size",
        "heads",
        "meaning",
        "named",
        "own",
        "persons",
        "points",
        "shared",
        "signed",
        "size",
        "squares",
        "texts",
        "things",
        "told",
        "widths",
    )

    def __init__(self) -> None:
        self.texts: list[int] = []
        self.heads: list[int] = []
        """Its lines of display type."""
        self.shared = self.meaning = 0.0
        """Of all pairs of its paragraphs."""
        self.head_shared = self.head_meaning = 0.0
        """Of all pairs of its display type with its paragraphs."""
        self.carried = 0.0
        """Sentences that go on from one of its paragraphs to another, as likely as they do."""
        self.size = self.head_size = 0
        """Of its paragraphs, and of its display type."""
        self.squares = 0
        """Of the sizes of its paragraphs."""
        self.dated = self.signed = 0
        """Paragraphs that begin with a dateline, and that end with a signature."""
        self.told = self.own = 0
        """Paragraphs that are long enough to show who tells them; those of whoever tells of himself."""
        self.widths: list[float] = []
        """Of the columns of its paragraphs, sorted."""
        self.named: dict[Named, int] = {}
        """In how many of its units each is named."""
        self.persons = self.things = 0
        """How often one is named again in another unit."""
        self.points = 0.0


class Worth:
    """The weights of a page, and what does not change while units are moved."""

    def __init__(self, page: Units, table: Mapping[str, Mapping[str, float]]) -> None:
        self.page = page
        plain = table["plain"]
        self.weights = {
            name: weight + page.plain * plain[name] if name in plain else weight
            for name, weight in table["groups"].items()
        }
        self.steps: dict[tuple[int, int, bool], float] = {}
        self.firsts = [self._first(u) for u in range(len(page.rows))]
        rows = page.rows
        self.places = [unit.place for unit in rows]
        self.dated = frozenset(u for u, unit in enumerate(rows) if unit.start == "dateline")
        self.signed = frozenset(u for u, unit in enumerate(rows) if unit.is_signed)

    def of(self, group: Group) -> float:
        """Points of a group."""
        if not group.texts:
            return self._orphans(group.heads)
        points = self._content(group) + self._named_again(group)
        points = points + self.firsts[group.texts[0]] + self._ends(group)
        inside, places, steps = group.heads, self.places, self.steps
        for a, b in pairwise(group.texts):
            is_parted = False
            if b - a > 1 and places[b] - places[a] == 1:
                is_parted = b - a - 1 > bisect_left(inside, b) - bisect_left(inside, a)
            step = steps.get((a, b, is_parted))
            if step is None:
                step = steps[a, b, is_parted] = self._step(a, b, is_parted)
            points += step
        return points + self._tellers(group) + self._headed(group)

    def _content(self, group: Group) -> float:
        w, page = self.weights, self.page
        count = len(group.texts)
        if count > 1:
            ground = LIKE_GROUND + group.size * (1 - 1 / count)
            points = (
                w["shared"] * (2 * LIKE_SLOPE * group.shared / ground)
                + w["meaning"] * (2 * group.meaning / count)
                + w["size"] * (SIZED * group.size)
                + w["shared-chance"]
                * (LIKE_SLOPE * page.common * (group.size**2 - group.squares) / ground)
                + w["meaning-chance"] * (page.common_meaning * (count - 1.0))
                + w["carried"] * group.carried
            )
            if count > MANY:
                points = points + w["many"] * (count - MANY)
        else:
            points = w["single"] * 1.0
        if group.heads:
            ground = LIKE_GROUND + group.size
            size = group.head_size
            points = (
                points
                + w["named"] * (LIKE_SLOPE * group.head_shared / ground)
                + w["named-meaning"] * (group.head_meaning / count)
                + w["named-size"] * (SIZED * size)
                + w["named-chance"] * (LIKE_SLOPE * page.common * group.size * size / ground)
            )
        return points

    def _named_again(self, group: Group) -> float:
        """Who and what is named in more than one of its units."""
        points = self.weights["persons"] * float(group.persons)
        return points + self.weights["things"] * float(group.things)

    def _first(self, u: int) -> float:
        """Points of a paragraph as the first one of its article."""
        w, unit = self.weights, self.page.rows[u]
        return w[f"first-{unit.start}"] + w["first-new"] * unit.new + w["first-words"] * unit.opens

    def _ends(self, group: Group) -> float:
        """What may stand once, at the beginning or at the end, and does not."""
        w, first, last = self.weights, group.texts[0], group.texts[-1]
        points = w["signed-last"] * (1.0 if last in self.signed else 0.0)
        points = points + w["last-words"] * self.page.rows[last].ends
        if group.dated:
            points = points + w["dateline-again"] * (group.dated - 1.0)
            points = points + w["dateline-inside"] * (group.dated - float(first in self.dated))
        if group.signed:
            points = points + w["signed-again"] * (group.signed - 1.0)
            points = points + w["signed-inside"] * (group.signed - float(last in self.signed))
        return points

    def _step(self, a: int, b: int, is_parted: bool) -> float:
        """Points of two paragraphs that follow each other in the article."""
        w, above, below = self.weights, self.page.rows[a], self.page.rows[b]
        distance = below.place - above.place
        is_open = not above.is_closed
        points = w["dialogue"] * (1.0 if above.is_spoken and below.is_spoken else 0.0)
        if distance > 1:
            points = points + w["resumed"] + w["far"] * min(FAR_MAX, math.log(distance))
            return points + w["open-resumed"] if is_open else points
        if is_open:
            points = points + w["open-next"]
        if is_parted:
            return points + w["parted"] + w["parted-new"] * below.new
        return points + w["next"] + w["next-new"] * below.new

    def _tellers(self, group: Group) -> float:
        """One column width, and one who tells."""
        points = self.weights["width"] * 0.0
        widths = group.widths
        if len(widths) > 1:
            pairs = len(widths) * (len(widths) - 1) / 2
            much = len(widths) * (same_widths(widths) / pairs - self.page.even)
            points = points + self.weights["width"] * much
        if group.told > 1:
            share = group.own / group.told
            points = points + self.weights["tellers"] * (group.told * share * (1 - share))
        return points

    def _headed(self, group: Group) -> float:
        """One headline, above the first paragraph or not."""
        w, rows, texts = self.weights, self.page.rows, group.texts
        points = w["no-head"] * 0.0
        for u in group.heads:
            if rows[u].is_crosshead:
                near = self._holds(group, u - 1) or self._holds(group, u + 1)
                points = points + w["crosshead-beside" if near else "crosshead-far"]
        heads = [u for u in group.heads if rows[u].is_head]
        if not heads:
            points = points + w["no-head"]
            is_dated = rows[texts[0]].start == "dateline"
            return points if is_dated else points + w["no-head-nor-dateline"]
        stacks = _runs(heads)
        points = points + w["stacked"] * float(len(heads) - len(stacks))
        points = points + w["heads-again"] * (len(stacks) - 1.0)
        for low, high in stacks:
            points = points + w[_place(low, high, texts)]
            if rows[low].is_sub:
                points = points + w["sub-first"]
        return points

    def _orphans(self, heads: Sequence[int]) -> float:
        """Display type without a paragraph."""
        w = self.weights
        points = w["orphan"] * float(len(heads))
        for a, b in pairwise(heads):
            if b == a + 1:
                points = points + w["stacked"] - w["orphan"]
        count = sum(self.page.rows[u].is_crosshead for u in heads)
        return points + w["crosshead-far"] * float(count)

    @staticmethod
    def _holds(group: Group, u: int) -> bool:
        return u in group.texts or u in group.heads


def _runs(units: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of those that stand together."""
    found: list[tuple[int, int]] = []
    for u in units:
        if found and found[-1][1] == u - 1:
            found[-1] = found[-1][0], u
        else:
            found.append((u, u))
    return found


def _place(low: int, high: int, texts: Sequence[int]) -> str:
    """Where a stack of headlines stands to the paragraphs of its article."""
    if high + 1 == texts[0]:
        return "head-above"
    if low - 1 == texts[-1]:
        return "head-below"
    return "head-inside" if texts[0] < low < texts[-1] else "head-far"
