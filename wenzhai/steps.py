"""A file of step functions -> points for what was measured.

What a measure says need not grow with it: of each the file has the values from which it says something
else. A line is a measure, a value, and the points of all that is more, parted by tabs; before the first
value it says what stands at the value "-".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Steps(NamedTuple):
    values: Sequence[float]
    """Rising."""
    points: Sequence[float]
    """Of what is at most the first value, at most the second, ..., more than the last."""


Table = Mapping[str, Steps]


def sum_points(table: Table, measures: Mapping[str, float]) -> float:
    """A measure that the table has not says nothing."""
    total = 0.0
    for name, x in measures.items():
        if name in table:
            values, points = table[name]
            total += points[bisect_left(values, x)]
    return total


@cache
def load_steps(name: str) -> Table:
    """`name` is a path below `wenzhai/data`."""
    return read_steps(files("wenzhai").joinpath("data", name).read_text(encoding="utf-8"))


def read_steps(text: str) -> Table:
    """Raises ValueError where a line has no points, or the values of a measure do not rise."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    for row in text.split("\n"):
        if not row or row[0] == "#":
            continue
        name, value, points = row.split("\t")
        values, all_points = found.setdefault(name, ([], []))
        all_points.append(float(points))
        if value != "-":
            values.append(float(value))
    for name, (values, all_points) in found.items():
        if values != sorted(values) or len(all_points) != len(values) + 1:
            raise ValueError(f"the values of {name} do not rise from -")
    return {name: Steps(*both) for name, both in found.items()}


def write_steps(table: Table) -> str:
    """As `read_steps` reads it."""
    return "".join(
        f"{name}\t{value}\t{points:g}\n"
        for name, steps in table.items()
        for value, points in zip(
            ("-", *(f"{value:g}" for value in steps.values)), steps.points, strict=True
        )
    )
