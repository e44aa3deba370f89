"""Lines -> the width of the column around each line.

Hard-wrapped text has most of its lines near one width; where that is not so, each paragraph is
printed on one line and there is no column.
"""

from __future__ import annotations

from collections.abc import Sequence

from wenzhai.segment.lines import Line

REACH = 9  # lines on either side; a column's width holds for an article of some lines
COLUMN_MIN = 7  # Han characters; narrower lines are headings and scraps
COLUMN_MAX = 60  # wider lines are whole paragraphs
SHARE = 0.45  # of the lines around that must be full for a column to be there
SLACK = 1.6  # Han characters by which a full line may fall short (a sign that may not begin a line)
FILL_REACH = 40  # lines over which a width is carried into lines that show none
OVERHANG = 3.0  # Han characters by which a line of the column may go over (punctuation, headlines)
LEAST = 3  # full lines that make a column


def column_widths(lines: Sequence[Line]) -> tuple[float | None, ...]:
    """For each line the width of a full line around it; None where paragraphs are not wrapped."""
    buckets = [min(int(line.width + 0.5), COLUMN_MAX + 1) for line in lines]
    counts = [0] * (COLUMN_MAX + 3)
    for bucket in buckets[: REACH + 1]:
        counts[bucket] += 1
    found: list[float | None] = []
    total = len(lines)
    for i in range(total):
        found.append(_column(counts, min(i + REACH, total - 1) - max(i - REACH, 0) + 1))
        if i + REACH + 1 < total:
            counts[buckets[i + REACH + 1]] += 1
        if i - REACH >= 0:
            counts[buckets[i - REACH]] -= 1
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


def _column(counts: list[int], size: int) -> float | None:
    best = 0
    width = 0
    for w in range(COLUMN_MIN, COLUMN_MAX):
        if not counts[w]:
            continue
        near = 2 * counts[w] + counts[w - 1] + counts[w + 1]
        if near > best:
            best = near
            width = w
    full = counts[width - 1] + counts[width] + counts[width + 1]
    if full < LEAST or full < SHARE * size:
        return None
    return float(width)


def is_full(line: Line, column: float | None, indent: float = 0.0) -> bool:
    """Whether the line reaches the edge of its column."""
    return column is not None and line.width >= column - SLACK - indent
