"""A file of fitted weights -> weight by sign.

A line is a weight, a tab, and the sign; lines that begin with "#" are comments. Thousands of lines
are read in a hundredth of the time that YAML takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load_weights(name: str) -> Mapping[str, float]:
    """`name` is a path below `wenzhai/data`."""
    return read_weights(files("wenzhai").joinpath("data", name).read_text(encoding="utf-8"))


def read_weights(text: str) -> dict[str, float]:
    """Raises ValueError where a line has no weight."""
    rows = (row.split("\t", 1) for row in text.split("\n") if row and row[0] != "#")
    return {name: float(weight) for weight, name in rows}


def write_weights(weights: Mapping[str, float]) -> str:
    """As `read_weights` reads it; signs must hold no tab and no line break."""
    return "".join(f"{weight:g}\t{name}\n" for name, weight in weights.items())
