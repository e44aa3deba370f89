"""A place's parts -> a tree of bubbles, two levels deep, in the order of the codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from wenzhai.render.escape import Safe
from wenzhai.render.pictures.svg import breadth, circle, curve, label, linked, picture, words

WIDTH = 360
ROW = 26
LEFT, RIGHT = 16, 200  # where bubbles of the first and the second level stand
SMALLEST, LARGEST = 4, 12  # radius
ROWS_MAX = 40  # bubbles below each other; the list on the page has all


class Node(NamedTuple):
    name: str
    title: str
    """Name and count, in words."""
    articles: int
    url: str
    parts: tuple[Node, ...] = ()


def bubble_tree(title: str, nodes: Sequence[Node]) -> Safe:
    most = max((node.articles for node in _all(nodes)), default=1)
    drawn = list(_drawn(nodes, most))
    rows = sum(max(1, len(node.parts)) for node in nodes)
    return picture("tree", WIDTH, rows * ROW, title, drawn)


def cut(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """As many as fit: the parts of parts that have the fewest articles go first."""
    rows = sum(max(1, len(node.parts)) for node in nodes)
    if rows <= ROWS_MAX:
        return tuple(nodes)
    first = sorted(nodes, key=lambda node: -node.articles)[:ROWS_MAX]
    room = ROWS_MAX - len(first)
    parts = sorted((p for n in first for p in n.parts), key=lambda p: -p.articles)
    kept = {part.url for part in parts[: room + 1]}
    return tuple(
        node._replace(parts=tuple(p for p in node.parts if p.url in kept))
        for node in nodes
        if node in first
    )


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from node.parts


def _drawn(nodes: Sequence[Node], most: int) -> Iterator[str]:
    row = 0
    for node in nodes:
        height = max(1, len(node.parts))
        y = (row + height / 2) * ROW
        start = LEFT + LARGEST + 4 + breadth(_told(node)) + 4  # behind the words
        for number, _ in enumerate(node.parts):
            yield curve(start, y, RIGHT - LARGEST, (row + number + 0.5) * ROW, "wz-edge")
        yield _bubble(LEFT, y, node, most)
        for number, part in enumerate(node.parts):
            yield _bubble(RIGHT, (row + number + 0.5) * ROW, part, most)
        row += height


def _bubble(x: float, y: float, node: Node, most: int) -> str:
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(node.articles / most)
    text = words(x + LARGEST + 4, y + 4.5, _told(node))
    return linked(node.url, node.title, circle(x, y, radius, "wz-place") + text)


def _told(node: Node) -> str:
    return f"{label(node.name)} {node.articles}"
