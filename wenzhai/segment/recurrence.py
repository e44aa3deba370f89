"""Lines -> how much of each comes up again in the lines around it.

The words of a headline recur in its story; those of a line of text do so far less. On woven pages
the median is a third of the pairs of characters for headlines and nothing for lines of text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wenzhai.segment.lines import Line
from wenzhai.segment.signs import Signs
from wenzhai.segment.topics import pairs

REACH = 12  # lines before and after
WIDEST = 32.0  # Han characters; no headline line is longer
PAIRS_MIN = 3  # pairs; fewer say nothing


def recurrences(lines: Sequence[Line], signs: Sequence[Signs]) -> tuple[float | None, ...]:
    """The share of a line's pairs that recur before or after it; None where it was not counted."""
    places: dict[str, list[int]] = {}
    found = []
    for i, line in enumerate(lines):
        own = pairs(line.text)
        found.append(own)
        for pair in own:
            places.setdefault(pair, []).append(i)
    return tuple(
        None
        if sign.is_closed or sign.is_middle or line.width > WIDEST or len(own) < PAIRS_MIN
        else _share(own, places, i)
        for i, (line, sign, own) in enumerate(zip(lines, signs, found, strict=True))
    )


def _share(own: frozenset[str], places: dict[str, list[int]], i: int) -> float:
    after = before = 0
    for pair in own:
        at = places[pair]
        high = bisect_right(at, i)
        after += high < len(at) and at[high] <= i + REACH
        low = bisect_left(at, i)
        before += low > 0 and at[low - 1] >= i - REACH
    return max(after, before) / len(own)
