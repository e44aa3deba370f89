"""Articles of a page -> for each gap between paragraphs, by how many points what was decided is best.

A decision is as sure as pages with the other one are worse. Looked at are those one step off: with the
two groups in one, or with paragraphs on either side of the gap given to another group or to one of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wenzhai.segment.bundles import NOTHING, Bundles, Run
from wenzhai.segment.grouping import Grouping, Weights

REACH = 40  # paragraphs; so many on either side of a gap are given to another group together


def plain_margins(grouping: Grouping) -> list[float]:
    """For each paragraph but the first, points by which it is better apart from the one above it than
    in one article with that; below 0 where it is better so."""
    labels = grouping.labels
    weights = {k: grouping.weights(k) for k in range(len(labels))}
    return [
        -max(_unions(grouping, weights, k))
        if labels[k - 1] != labels[k]
        else max(_partings(grouping, weights, k))
        for k in range(1, len(labels))
    ]


def _unions(grouping: Grouping, weights: Weights, k: int) -> Iterator[float]:
    above, below = grouping.labels[k - 1], grouping.labels[k]
    yield grouping.merging(above, below)
    low, high = _around(grouping, k - 1)[0], _around(grouping, k)[1]
    for first, last, label in (
        (k, k, above),
        (k, high, above),
        (k - 1, k - 1, below),
        (low, k - 1, below),
    ):
        yield grouping.moving(first, last, label, weights)


def _partings(grouping: Grouping, weights: Weights, k: int) -> Iterator[float]:
    labels = grouping.labels
    low, high = _around(grouping, k)
    ends = (low - 1, high + 1)
    beside = {labels[at] for at in ends if 0 <= at < len(labels)} - {labels[k]}
    for first, last in {(k, high), (k, k), (low, k - 1), (k - 1, k - 1)}:
        for label in {max(labels) + 1, *beside}:
            yield grouping.moving(first, last, label, weights)


def _around(grouping: Grouping, k: int) -> tuple[int, int]:
    """The first and the last of the neighbours that are of one group with a paragraph, within reach."""
    labels = grouping.labels
    low = high = k
    while low > max(0, k - REACH) and labels[low - 1] == labels[k]:
        low -= 1
    while high + 1 < min(len(labels), k + REACH) and labels[high + 1] == labels[k]:
        high += 1
    return low, high


def woven_margins(grouping: Bundles) -> Iterator[tuple[int, float]]:
    """Each paragraph but the first, as a unit, with such points."""
    labels = grouping.labels
    texts = [u for u in range(len(labels)) if grouping.page.rows[u].is_text]
    for above, below in pairwise(texts):
        if labels[above] != labels[below]:
            yield below, -max(_woven_unions(grouping, above, below))
        else:
            yield below, max(_woven_partings(grouping, above, below))


def _woven_unions(grouping: Bundles, above: int, below: int) -> Iterator[float]:
    a, b = grouping.labels[above], grouping.labels[below]
    one, two = grouping.groups[a], grouping.groups[b]
    links = grouping.links(grouping.members(a)).get(b, NOTHING)
    yield grouping.joined(one, two, links).points - one.points - two.points
    for run, label in (((below,), a), (_from(grouping, below), a), ((above,), b)):
        yield dict(grouping.moving(run, (label,)))[label]


def _woven_partings(grouping: Bundles, above: int, below: int) -> Iterator[float]:
    """Only to the groups of neighbours: on a long page hundreds are alike."""
    labels = grouping.labels
    for run in ((below,), _from(grouping, below), (above,)):
        ends = (run[0] - 1, run[-1] + 1)
        beside = {labels[k] for k in ends if 0 <= k < len(labels)} - {labels[below]}
        for _, gain in grouping.moving(run, beside):
            yield gain


def _from(grouping: Bundles, u: int) -> Run:
    """A unit and all of its group that stands below."""
    return tuple(k for k in grouping.members(grouping.labels[u]) if k >= u)
