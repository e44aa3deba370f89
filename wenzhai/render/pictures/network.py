"""Someone's ties -> a network of at most 20 nodes: people on the left, places on the right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wenzhai.render.escape import Safe
from wenzhai.render.pictures.svg import circle, curve, label, linked, picture, words

NODES_MAX = 20
NODES_MIN = 4  # fewer are read faster in the list
WIDTH, ROW = 360, 26
LEFT, MIDDLE, RIGHT = 110, 180, 250
RADIUS = 5


class Point(NamedTuple):
    id: str
    name: str
    title: str
    """Name and count, in words."""
    url: str
    style: str
    """"wz-someone" or "wz-place"."""


def network(
    title: str,
    centre: Point,
    left: Sequence[Point],
    right: Sequence[Point],
    pairs: Collection[tuple[str, str]],
) -> Safe:
    """`pairs` are ids of neighbours that are tied to each other as well."""
    height = ROW * max(len(left), len(right), 3)
    places = {
        **dict(zip((p.id for p in left), _column(LEFT, len(left), height), strict=True)),
        **dict(zip((p.id for p in right), _column(RIGHT, len(right), height), strict=True)),
    }
    middle = (MIDDLE, height / 2)
    return picture(
        "network", WIDTH, height, title, _drawn(centre, middle, left, right, places, pairs)
    )


def _column(x: float, count: int, height: float) -> list[tuple[float, float]]:
    top = (height - count * ROW) / 2
    return [(x, top + (number + 0.5) * ROW) for number in range(count)]


def _drawn(
    centre: Point,
    middle: tuple[float, float],
    left: Sequence[Point],
    right: Sequence[Point],
    places: dict[str, tuple[float, float]],
    pairs: Collection[tuple[str, str]],
) -> Iterator[str]:
    for one, other in sorted(pairs):
        if places[one][0] != places[other][0]:
            yield curve(*places[one], *places[other], "wz-edge wz-far")
    for point in (*left, *right):
        yield curve(*middle, *places[point.id], "wz-edge")
    for point in left:
        x, y = places[point.id]
        text = words(x - RADIUS - 5, y + 4.5, label(point.name), "wz-end")
        yield linked(point.url, point.title, circle(x, y, RADIUS, point.style) + text)
    for point in right:
        x, y = places[point.id]
        text = words(x + RADIUS + 5, y + 4.5, label(point.name))
        yield linked(point.url, point.title, circle(x, y, RADIUS, point.style) + text)
    yield circle(*middle, RADIUS + 3, centre.style)
    yield words(middle[0], middle[1] - 14, label(centre.name), "wz-centre")
