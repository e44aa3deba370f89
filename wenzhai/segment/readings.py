"""Lines of display type of one article -> the likeliest reading: which are kicker, headline, subheadline.

Every way to read them is worth the points of its elements (lines that belong together, as what they
are, by their traits) and of what follows what; the best, and how much likelier its headline is than all
others, is found by dynamic programming. The weights
of `data/segment/stacks.tsv` are those of a semi-Markov conditional random field (Sarawagi and Cohen
2004), fitted by `bench/fit_stacks.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from wenzhai.segment.rowtraits import Row
from wenzhai.weights import load_weights

ElementKind = Literal["kicker", "headline", "subheadline", "other"]
KINDS: tuple[ElementKind, ...] = ("kicker", "headline", "subheadline", "other")
LINES_MAX = 3  # of one element; what is no headline is read line by line
EDGE = "edge"  # before the first element, and behind the last

Weights = Mapping[str, float]
Told = TypeVar("Told")


class Element(NamedTuple):
    kind: ElementKind
    first: int
    """Numbers of its lines, both included."""
    last: int


class Reading(NamedTuple):
    elements: tuple[Element, ...]
    """All lines, each in one element, of which one is the headline."""
    odds: float
    """Log-odds of that headline against all others; infinite where there can be no other."""


class _Part(NamedTuple):
    """What some lines can be together, and the points of that by itself."""

    element: Element
    points: float


State = tuple[str, bool]
"""What the last element is, and whether the headline is among those read."""


def stack_weights() -> Weights:
    return load_weights("segment/stacks.tsv")


def read_row(row: Row, weights: Weights | None = None) -> Reading:
    """Of one line at least."""
    table = stack_weights() if weights is None else weights
    total = len(row.lines)
    parts = [
        part
        for first in range(total)
        for last in range(first, min(total, first + LINES_MAX))
        for part in _parts(row, first, last, table)
    ]
    elements = _best(parts, total, table)
    headline = next(element for element in elements if element.kind == "headline")
    own = (p for p in parts if p.element == headline or p.element.kind != "headline")
    others = (p for p in parts if p.element != headline)
    return Reading(elements, _all(own, total, table) - _all(others, total, table))


def _parts(row: Row, first: int, last: int, table: Weights) -> Iterator[_Part]:
    traits = row.traits(first, last)
    for kind in KINDS if first == last else KINDS[:-1]:
        points = sum(table.get(f"{kind} {name}", 0.0) * x for name, x in traits)
        yield _Part(Element(kind, first, last), points)


def _best(parts: Iterable[_Part], total: int, table: Weights) -> tuple[Element, ...]:
    """The elements of the way of most points."""
    ways: list[dict[State, tuple[float, tuple[Element, ...]]]] = [{} for _ in range(total + 1)]
    ways[0][EDGE, False] = 0.0, ()
    for part in parts:
        there = ways[part.element.last + 1]
        for (points, elements), step, state in _steps(ways[part.element.first], part, table):
            best = there.get(state)
            if best is None or points + step > best[0]:
                there[state] = points + step, (*elements, part.element)
    ends = [
        (points + table.get(follows(before, EDGE), 0.0), elements)
        for (before, is_headed), (points, elements) in ways[total].items()
        if is_headed
    ]
    return max(ends)[1]


def _all(parts: Iterable[_Part], total: int, table: Weights) -> float:
    """The logarithm of what all ways weigh together."""
    ways: list[dict[State, float]] = [{} for _ in range(total + 1)]
    ways[0][EDGE, False] = 0.0
    for part in parts:
        there = ways[part.element.last + 1]
        for points, step, state in _steps(ways[part.element.first], part, table):
            there[state] = _sum((there.get(state, -math.inf), points + step))
    return _sum(
        points + table.get(follows(before, EDGE), 0.0)
        for (before, is_headed), points in ways[total].items()
        if is_headed
    )


def _sum(logarithms: Iterable[float]) -> float:
    known = list(logarithms)
    most = max(known, default=-math.inf)
    if most == -math.inf:
        return most
    return most + math.log(sum(math.exp(one - most) for one in known))


def _steps(
    ways: Mapping[State, Told], part: _Part, table: Weights
) -> Iterator[tuple[Told, float, State]]:
    """What is known of each way, its points for going on with a part, and what it is then."""
    kind = part.element.kind
    for (before, is_headed), told in ways.items():
        if not (is_headed and kind in ("kicker", "headline")):
            step = part.points + table.get(follows(before, kind), 0.0)
            yield told, step, (kind, is_headed or kind == "headline")


def follows(before: str, kind: str) -> str:
    """The name of a weight."""
    return f"{before} > {kind}"
