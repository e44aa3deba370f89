"""Dates -> a timeline of bars: months where they fit, else years or decades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wenzhai.render.escape import Safe
from wenzhai.render.pictures.svg import linked, picture, rectangle, words

WIDTH, TALLEST, FOOT = 360, 90, 22
BARS_MAX = 36
MONTHS = 12
YEARS_OF_DECADE = 10


class Bar(NamedTuple):
    """What happened in one step of the timeline."""

    sure: int
    """Articles whose date names the day."""
    rough: int
    """Articles of which only the month, or the year, is known."""
    title: str
    """The step and its numbers, in words."""
    url: str


def step_of(dates: Sequence[str]) -> int:
    """How many characters of an ISO date name a step: 7 a month, 4 a year, 3 a decade."""
    months = [_number(date, 7) for date in dates if len(date) >= 7]
    if len(months) == len(dates) and months and max(months) - min(months) < BARS_MAX:
        return 7
    years = [int(date[:4]) for date in dates]
    return 4 if years and max(years) - min(years) < BARS_MAX else 3


def _number(date: str, step: int) -> int:
    if step == 7:
        return int(date[:4]) * MONTHS + int(date[5:7]) - 1
    return int(date[:step])


def timeline(title: str, bars: Mapping[str, Bar], step: int) -> Safe:
    """Bars by their date cut to the step; steps without articles stay empty."""
    first = min(_number(date, step) for date in bars)
    last = max(_number(date, step) for date in bars)
    width = WIDTH / (last - first + 1)
    most = max(bar.sure + bar.rough for bar in bars.values())
    height = TALLEST + FOOT
    line = rectangle(0, TALLEST, WIDTH, 1, "wz-axis")
    parts = [line, *_drawn(bars, step, first, width, most)]
    return picture("timeline", WIDTH, height, title, parts)


def _drawn(
    bars: Mapping[str, Bar], step: int, first: int, width: float, most: int
) -> Iterator[str]:
    thick = min(width * 0.8, 28)
    labelled = -1e9
    for date, bar in sorted(bars.items()):
        x = (_number(date, step) - first) * width + (width - thick) / 2
        scale = (TALLEST - 16) / most
        sure, rough = bar.sure * scale, bar.rough * scale
        shapes = (
            rectangle(x, 0, thick, TALLEST, "wz-space")
            + (rectangle(x, TALLEST - sure, thick, sure, "wz-sure") if bar.sure else "")
            + (rectangle(x, TALLEST - sure - rough, thick, rough, "wz-rough") if bar.rough else "")
            + words(
                x + thick / 2, TALLEST - sure - rough - 4, str(bar.sure + bar.rough), "wz-number"
            )
        )
        yield linked(bar.url, bar.title, shapes)
        middle = min(max(x + thick / 2, 22), WIDTH - 22)
        if middle - labelled >= 50:
            yield words(middle, TALLEST + 16, date if step != 3 else f"{date}0", "wz-number")
            labelled = middle
