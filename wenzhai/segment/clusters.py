"""Paragraphs -> the article each belongs to, where the columns of a page cut across each other.

The page is first cut wherever anything may begin. Then the groups that gain most by it are put
together, and runs of paragraphs are moved to the group that they fit better, until nothing is
gained: what is weighed is the whole page, not a single gap.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from wenzhai.segment.breaks import Break
from wenzhai.segment.cuts import Cut
from wenzhai.segment.grouping import Grouping, Weights, read_facts
from wenzhai.segment.likeness import Likeness, read_likeness
from wenzhai.segment.margins import plain_margins
from wenzhai.segment.sheets import Sheet

MAYBE = -2.5  # points from which something may begin at a gap
SURE_MARKS = 0.0  # points of the marks from which two parts of a page are taken as apart
SWEEPS = 3  # after three sweeps nothing moves any more on the tuning pages
SLACK = 0.5  # points by which a paragraph may fit its own group better and still be tried elsewhere
LEAST_GAIN = 1e-6
TORN_WEIGHT = 60.0  # shared weight of a torn sentence; two long paragraphs of one article share 30
REACH = 60  # paragraphs; hardly an article is interrupted for longer


def assign_paragraphs(
    sheet: Sheet, breaks: Sequence[Break], like: Likeness
) -> tuple[list[int], dict[int, float]]:
    """For each paragraph, in page order, the number of its article; and by the block below each gap how
    sure its being one is (`plain_margins`)."""
    blocks = [b for b, block in enumerate(sheet.blocks) if block.kind == "text"]
    facts = read_facts(sheet, blocks, breaks, like)
    labels = [0]
    for marks in facts.breaks:
        labels.append(labels[-1] + (marks.new > MAYBE))
    grouping = Grouping(facts, labels)
    for _ in range(SWEEPS):
        merge_groups(grouping)
        if not _move_runs(grouping):
            break
    numbers: dict[int, int] = {}
    labels = [numbers.setdefault(label, len(numbers)) for label in grouping.labels]
    return labels, dict(zip(blocks[1:], plain_margins(grouping), strict=True))


def page_likeness(sheet: Sheet, cuts: Sequence[Cut]) -> Likeness:
    parts = [0] * len(sheet.blocks)
    for cut in cuts:
        is_crosshead = any(e.rule.startswith("crosshead") for e in cut.evidence)
        parts[cut.gap.above + 1] = int(cut.marks > SURE_MARKS and not is_crosshead)
    for b in range(1, len(parts)):
        parts[b] += parts[b - 1]
    texts = [block.text if block.kind in ("text", "display") else "" for block in sheet.blocks]
    like = read_likeness(texts, sheet.topics.rare, parts)
    _hold_together(sheet, like)
    return like


def _hold_together(sheet: Sheet, like: Likeness) -> None:
    """The halves of a torn sentence share it, besides what they speak of."""
    owner = {i: b for b, block in enumerate(sheet.blocks) for i in block.lines}
    for b, block in enumerate(sheet.blocks):
        if block.is_torn and block.kind == "text" and block.carries_on in owner:
            a = owner[block.carries_on]
            weight = like.shared[b].get(a, 0.0) + TORN_WEIGHT
            like.shared[a][b] = like.shared[b][a] = weight


def merge_groups(grouping: Grouping) -> None:
    """Put groups together, those first that gain most by it."""
    gains: dict[tuple[int, int], float] = {}
    beside: defaultdict[int, set[int]] = defaultdict(set)
    queue: list[tuple[float, int, int]] = []

    def weigh(one: int, two: int) -> None:
        gain = gains[one, two] = grouping.merging(one, two)
        beside[one].add(two)
        beside[two].add(one)
        if gain > LEAST_GAIN:
            heapq.heappush(queue, (-gain, one, two))

    for pair in sorted(_pairs(grouping)):
        weigh(*pair)
    while queue:
        gain, first, second = heapq.heappop(queue)
        if gains.get((first, second)) != -gain:
            continue  # one of the two has changed since
        for low, high in _runs(grouping, second):
            grouping.move(low, high, first)
        touched = beside.pop(first) | beside.pop(second)
        for other in touched - {first, second}:
            for gone in (first, second):
                beside[other].discard(gone)
                gains.pop((min(gone, other), max(gone, other)), None)
        del gains[first, second]
        touched |= _neighbours(grouping, first)
        for other in sorted(touched - {first, second}):
            weigh(min(first, other), max(first, other))


def _pairs(grouping: Grouping) -> set[tuple[int, int]]:
    """Groups that share anything, or stand side by side."""
    labels = grouping.labels
    found = set(pairwise(labels))
    for k, row in enumerate(grouping.facts.shared):
        found.update((labels[other], labels[k]) for other in row if k - REACH <= other < k)
    return {(min(p), max(p)) for p in found if p[0] != p[1]}


def _neighbours(grouping: Grouping, label: int) -> set[int]:
    labels = grouping.labels
    members = grouping.groups[label].members
    near = {k + step for k in members for step in (-1, 1) if 0 <= k + step < len(labels)}
    return {labels[k] for k in near}


def _runs(grouping: Grouping, label: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for k in grouping.groups[label].members:
        if found and found[-1][1] == k - 1:
            found[-1] = found[-1][0], k
        else:
            found.append((k, k))
    return found


def _move_runs(grouping: Grouping) -> bool:
    """Move runs of paragraphs that fit another group, or none, better than their own."""
    is_moved = False
    fresh = max(grouping.labels) + 1
    at = 0
    while at < len(grouping.labels):
        end = at
        while end + 1 < len(grouping.labels) and grouping.labels[end + 1] == grouping.labels[at]:
            end += 1
        weights = {k: grouping.weights(k) for k in range(at, end + 1)}
        tried = [
            (grouping.moving(low, high, label, weights), -low, high, label)
            for low, high, label in _moves(grouping, at, end, fresh, weights)
        ]
        best = max(tried, default=(0.0, 0, 0, 0))
        if best[0] > LEAST_GAIN:
            grouping.move(-best[1], best[2], best[3])
            fresh += 1
            is_moved = True
        at = end + 1
    return is_moved


def _moves(
    grouping: Grouping, low: int, high: int, fresh: int, weights: Weights
) -> list[tuple[int, int, int]]:
    """Parts of a run with the groups that they may belong to."""
    breaks = grouping.facts.breaks
    found = {(k, high, fresh) for k in range(low + 1, high + 1) if breaks[k - 1].new > MAYBE}
    for label, places in _wanting(grouping, low, high, fresh, weights).items():
        start = places[0]
        for k, following in zip(places, [*places[1:], -1], strict=True):
            if following == k + 1:
                continue
            found |= {(start, k, label), (low, k, label), (start, high, label), (low, high, label)}
            found |= {(p, p, label) for p in (start, k)}
            start = following
    members = grouping.groups[grouping.labels[low]].members
    if len(members) == high - low + 1:
        found.discard((low, high, fresh))
    return sorted(found)


def _wanting(
    grouping: Grouping, low: int, high: int, fresh: int, weights: Weights
) -> dict[int, list[int]]:
    """Paragraphs of a run by the group, another or a fresh one, that they fit nearly as well."""
    labels = grouping.labels
    own = labels[low]
    beside = [labels[step] for step in (low - 1, high + 1) if 0 <= step < len(labels)]
    found: dict[int, list[int]] = {}
    for k in range(low, high + 1):
        least = grouping.fit(k, weights[k].get(own, 0.0), own) - SLACK
        for label, weight in {**dict.fromkeys(beside, 0.0), **weights[k]}.items():
            if label != own and grouping.fit(k, weight, label) > least:
                found.setdefault(label, []).append(k)
        if least < 0.0:
            found.setdefault(fresh, []).append(k)
    return found
