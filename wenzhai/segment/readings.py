"""Lines of display type of one article -> the likeliest reading: which are kicker, headline, subheadline.

Every way to read them is worth the points of its elements (lines that belong together, as what they
are, by their traits) and of what follows what; the best is found by dynamic programming. The weights
of `data/segment/stacks.tsv` are those of a semi-Markov conditional random field (Sarawagi and Cohen
2004), fitted by `bench/fit_stacks.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from wenzhai.segment.rowtraits import Row
from wenzhai.weights import load_weights

ElementKind = Literal["kicker", "headline", "subheadline", "other"]
KINDS: tuple[ElementKind, ...] = ("kicker", "headline", "subheadline", "other")
LINES_MAX = 3  # of one element; what is no headline is read line by line
EDGE = "edge"  # before the first element, and behind the last

Weights = Mapping[str, float]


class Element(NamedTuple):
    kind: ElementKind
    first: int
    """Numbers of its lines, both included."""
    last: int


class _Way(NamedTuple):
    points: float
    elements: tuple[Element, ...]


State = tuple[str, bool]
"""What the last element is, and whether the headline is among those read."""
_Ways = dict[State, _Way]


def stack_weights() -> Weights:
    return load_weights("segment/stacks.tsv")


def read_row(row: Row, weights: Weights | None = None) -> tuple[Element, ...]:
    """All lines, each in one element, of which one is the headline."""
    table = stack_weights() if weights is None else weights
    total = len(row.lines)
    ways: list[_Ways] = [{} for _ in range(total + 1)]
    ways[0][EDGE, False] = _Way(0.0, ())
    for first in range(total):
        for last in range(first, min(total, first + LINES_MAX)):
            for element, points in _elements(row, first, last, table):
                _go_on(ways[first], element, points, ways[last + 1], table)
    ends = [
        (way.points + table.get(follows(before, EDGE), 0.0), way.elements)
        for (before, is_headed), way in ways[total].items()
        if is_headed
    ]
    return max(ends)[1]


def _elements(row: Row, first: int, last: int, table: Weights) -> Iterator[tuple[Element, float]]:
    """What some lines can be together, and what that is worth by itself."""
    traits = row.traits(first, last)
    for kind in KINDS if first == last else KINDS[:-1]:
        points = sum(table.get(f"{kind} {name}", 0.0) * x for name, x in traits)
        yield Element(kind, first, last), points


def _go_on(here: _Ways, element: Element, own: float, there: _Ways, table: Weights) -> None:
    """Carry on the best way of each state with an element."""
    for (before, is_headed), way in here.items():
        if is_headed and element.kind in ("kicker", "headline"):
            continue
        points = way.points + own + table.get(follows(before, element.kind), 0.0)
        state = element.kind, is_headed or element.kind == "headline"
        best = there.get(state)
        if best is None or points > best.points:
            there[state] = _Way(points, (*way.elements, element))


def follows(before: str, kind: str) -> str:
    """The name of a weight."""
    return f"{before} > {kind}"
