"""Units -> the article each belongs to, on a page whose articles are woven paragraph by paragraph.

There the order of the page says hardly anything of what belongs together, so that paragraphs and
lines of display type are weighed alike: each is first a group by itself, the groups that gain most
by it are put together, and units and ends of groups are moved to where they fit better, until
nothing is gained. On other pages the gaps decide (`clusters`).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import count

from wenzhai.segment.bundles import NOTHING, Bundles, Run, added
from wenzhai.segment.margins import woven_margins
from wenzhai.segment.units import Units, stretch_of
from wenzhai.segment.worth import Group, woven_weights

SWEEPS = 4  # on the labelled pages hardly anything moves after three
LEAST_GAIN = 1e-6
LONGEST = 160  # units; the longest labelled page has 72
BESIDE = 2  # units; groups that stand so near are tried together though they share nothing


def group_units(page: Units) -> tuple[dict[int, int], dict[int, float]]:
    """The article of each block, paragraphs and display type; what heads nothing has none. And by the
    block below each gap between paragraphs how sure its being one is (`woven_margins`).

    Articles are numbered by their first paragraphs."""
    labels: list[tuple[int, int]] = []
    margins: dict[int, float] = {}
    for low, high in stretches(page):
        grouping = Bundles(stretch_of(page, low, high), range(high - low), woven_weights())
        search(grouping)
        labels.extend((low, label) for label in grouping.labels)
        for u, margin in woven_margins(grouping):
            margins[page.rows[low + u].block] = margin
    numbers: dict[tuple[int, int], int] = {}
    for unit, label in zip(page.rows, labels, strict=True):
        if unit.is_text:
            numbers.setdefault(label, len(numbers))
    articles = {
        unit.block: numbers[label]
        for unit, label in zip(page.rows, labels, strict=True)
        if label in numbers
    }
    return articles, margins


def stretches(page: Units) -> Iterator[tuple[int, int]]:
    """Where a file longer than any printed page is parted, so that the search stays short."""
    low = 0
    while len(page.rows) - low > LONGEST:
        place = range(low + LONGEST // 2, low + LONGEST)
        high = max(place, key=lambda u: (page.rows[u].is_text, page.rows[u].new, u))
        while high - 1 > low + LONGEST // 2 and not page.rows[high - 1].is_text:
            high -= 1  # its headlines come along
        yield low, high
        low = high
    yield low, len(page.rows)


def search(grouping: Bundles) -> None:
    known = _Known()
    for _ in range(SWEEPS):
        merge_groups(grouping, known)
        if not move_units(grouping, known):
            break


class _Known:
    """What has been tried in vain, and with which groups; a group that changes is a new one."""

    def __init__(self) -> None:
        self.apart: dict[tuple[int, int], tuple[Group, Group]] = {}
        """Two groups that gain nothing by being one."""
        self.still: dict[Run, list[Group]] = {}
        """Units that gain nothing by leaving the first group for any of the others."""

    def stay(self, run: Run, groups: list[Group]) -> bool:
        tried = self.still.get(run, [])
        return len(tried) == len(groups) and all(a is b for a, b in zip(tried, groups, strict=True))

    def are_apart(self, low: int, high: int, first: Group, second: Group) -> bool:
        tried = self.apart.get((low, high))
        return tried is not None and tried[0] is first and tried[1] is second


class _Mergers:
    """What every two groups would gain by being one, the most first."""

    def __init__(self, grouping: Bundles, known: _Known) -> None:
        self.grouping = grouping
        self.known = known
        self.links = {
            label: grouping.links(grouping.members(label)) for label in sorted(grouping.groups)
        }
        for u, label in enumerate(grouping.labels):
            for other in grouping.labels[max(0, u - BESIDE) : u]:
                if other != label:
                    self.links[other].setdefault(label, NOTHING)
                    self.links[label].setdefault(other, NOTHING)
        self.heap: list[tuple[float, int, int, int, Group]] = []
        self.order = count()

    def may_gain(self, one: int, two: int) -> bool:
        """Whether the two tell of the same things, share a sentence, or stand near each other."""
        links, labels = self.links[one][two], self.grouping.labels
        if links[1] + links[3] + links[4] > 0:
            return True
        group, second = self.grouping.groups[one], self.grouping.groups[two]
        if not group.named.keys().isdisjoint(second.named):
            return True
        return any(
            two in labels[max(0, u - BESIDE) : u + BESIDE + 1] for u in (*group.texts, *group.heads)
        )

    def offer(self, one: int, two: int) -> None:
        low, high = min(one, two), max(one, two)
        first, second = self.grouping.groups[low], self.grouping.groups[high]
        if self.known.are_apart(low, high, first, second):
            return
        made = self.grouping.joined(first, second, self.links[low][high])
        gain = made.points - first.points - second.points
        if gain > LEAST_GAIN:
            heapq.heappush(self.heap, (-gain, low, high, next(self.order), made))
        else:
            self.known.apart[low, high] = first, second

    def is_stale(self, low: int, high: int, made: Group) -> bool:
        """One of the two has grown since, or is gone."""
        first, second = self.grouping.groups.get(low), self.grouping.groups.get(high)
        return (
            first is None
            or second is None
            or len(first.texts) + len(second.texts) != len(made.texts)
            or len(first.heads) + len(second.heads) != len(made.heads)
        )

    def merge(self, low: int, high: int, made: Group) -> None:
        self.grouping.groups[low] = made
        del self.grouping.groups[high]
        for u in (*made.texts, *made.heads):
            self.grouping.labels[u] = low
        for other, shared in self.links.pop(high).items():
            self.links[other].pop(high, None)  # what is summed up in another order may be nothing
            if other != low:
                both = added(self.links[low].get(other, NOTHING), shared)
                self.links[low][other] = self.links[other][low] = both


def merge_groups(grouping: Bundles, known: _Known) -> None:
    """Put groups together, those first that gain most by it."""
    mergers = _Mergers(grouping, known)
    for one in sorted(mergers.links):
        for two in mergers.links[one]:
            if one < two and mergers.may_gain(one, two):
                mergers.offer(one, two)
    while mergers.heap:
        _, low, high, _, made = heapq.heappop(mergers.heap)
        if mergers.is_stale(low, high, made):
            continue
        mergers.merge(low, high, made)
        for other in sorted(mergers.links[low]):
            if mergers.may_gain(low, other):
                mergers.offer(low, other)


def move_units(grouping: Bundles, known: _Known) -> bool:
    """Move units, and ends of groups, to where they fit better."""
    is_moved = False
    for u in range(len(grouping.labels)):
        for run in _runs(grouping, u):
            gain, target = best_move(grouping, run, known)
            if gain > LEAST_GAIN:
                move(grouping, run, target)
                is_moved = True
                break
    return is_moved


def _runs(grouping: Bundles, u: int) -> Iterator[Run]:
    """A unit, with the next one where that stands beside it, and with all that follows."""
    yield (u,)
    members = grouping.members(grouping.labels[u])
    at = members.index(u)
    rest = members[at:]
    if len(rest) > 1 and rest[1] == u + 1:
        yield rest[:2]
    if at and len(rest) > 2:
        yield rest


def best_move(grouping: Bundles, run: Run, known: _Known) -> tuple[float, int]:
    """Points gained by the best other place for units of one group, and its label (-1: its own)."""
    others = grouping.near(run)
    tried = [grouping.groups[label] for label in (grouping.labels[run[0]], *others)]
    if known.stay(run, tried):
        return 0.0, -1
    best = float("-inf"), -1
    for label, gain in grouping.moving(run, others):
        if gain > best[0]:
            best = gain, label
    if best[0] <= LEAST_GAIN:
        known.still[run] = tried
    return best


def move(grouping: Bundles, run: Run, target: int) -> None:
    groups = grouping.groups
    label = grouping.labels[run[0]]
    links = grouping.links(run)
    part = grouping.part(run)
    rest = grouping.parted(groups[label], part, grouping.links_left(run))
    if target < 0:
        target = max(groups) + 1
        groups[target] = part
    else:
        groups[target] = grouping.joined(groups[target], part, links.get(target, NOTHING))
    if rest is None:
        del groups[label]
    else:
        groups[label] = rest
    for u in run:
        grouping.labels[u] = target
