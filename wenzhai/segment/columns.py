"""Lines -> the width of the column around each line.

Hard-wrapped text has most of its lines near one width; where that is not so, each paragraph is
printed on one line and there is no column.
"""

from __future__ import annotations

from collections.abc import Sequence

from wenzhai.segment.lines import Line

NEARNESS = tuple(1.0 / (1.0 + (distance / 2.5) ** 2) for distance in range(10))
REACH = 9  # lines on either side; a column's width holds for an article of some lines
AROUND = tuple(NEARNESS[abs(step)] for step in range(-REACH, REACH + 1))
COLUMN_MIN = 7  # Han characters; narrower lines are headings and scraps
COLUMN_MAX = 60  # wider lines are whole paragraphs
SHARE = 0.40  # of the lines around that must be full for a column to be there
SLACK = 1.6  # Han characters by which a full line may fall short (a sign that may not begin a line)
INDENTED = 2.0  # Han characters; the indent of a paragraph, whatever white space it is printed with
FILL_REACH = 40  # lines over which a width is carried into lines that show none
OVERHANG = 3.0  # Han characters by which a line of the column may go over (punctuation, headlines)
CLOSED_SHARE = 0.6  # of the full lines; where more end a sentence, each is a paragraph
LEAST = 3  # full lines that make a column


def column_widths(lines: Sequence[Line], closed: Sequence[bool]) -> tuple[float | None, ...]:
    """For each line the width of a full line around it; None where paragraphs are not wrapped."""
    buckets = [min(int(line.width + 0.5), COLUMN_MAX + 1) for line in lines]
    total = len(lines)
    found = [
        _column(
            buckets[max(0, i - REACH) : i + REACH + 1],
            closed[max(0, i - REACH) : i + REACH + 1],
            min(i, REACH),
        )
        for i in range(total)
    ]
    return _filled(found, lines)


def _filled(found: list[float | None], lines: Sequence[Line]) -> tuple[float | None, ...]:
    """Short items of a list show no width of their own: they have that of the lines near them."""
    filled = list(found)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        column: float | None = None
        age = 0
        for i in order:
            if found[i] is not None:
                column, age = found[i], 0
                continue
            age += 1
            if column is not None and (lines[i].width > column + OVERHANG or age > FILL_REACH):
                column = None
            if filled[i] is None:
                filled[i] = column
    return tuple(filled)


def _column(near: Sequence[int], closed: Sequence[bool], here: int) -> float | None:
    """The width that most lines have, the nearer ones counting more."""
    weights: dict[int, float] = {}
    total = 0.0
    for width, weight in zip(near, AROUND[REACH - here :], strict=False):
        total += weight
        weights[width] = weights.get(width, 0.0) + weight
    best, column = 0.0, 0
    for width, weight in weights.items():
        if COLUMN_MIN <= width < COLUMN_MAX:
            support = 2 * weight + weights.get(width - 1, 0.0) + weights.get(width + 1, 0.0)
            if (support, width) > (best, column):
                best, column = support, width
    full = sum(weights.get(width, 0.0) for width in (column - 1, column, column + 1))
    ends = [is_end for width, is_end in zip(near, closed, strict=True) if abs(width - column) <= 1]
    if full < SHARE * total or len(ends) < LEAST or sum(ends) > CLOSED_SHARE * len(ends):
        return None
    return float(column)


def is_full(line: Line, column: float | None, indent: float = 0.0) -> bool:
    """Whether the line reaches the edge of its column; `indent`: as if it had one of this width."""
    if column is None:
        return False
    return line.width + min(INDENTED, float(line.indent)) >= column - SLACK - indent
