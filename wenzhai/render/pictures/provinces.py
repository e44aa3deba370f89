"""Counts by province -> a grid of the 34 provinces: a schematic, no map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from wenzhai.render.escape import Safe
from wenzhai.render.pictures.svg import linked, picture, rectangle, words

DATA = Path(__file__).parents[2] / "data" / "render" / "provinces.tsv"
SIDE = 44  # of a cell; nine characters' width, so that eight columns fit 360 pixels
GAP = 2
STEPS = (1, 3, 10, 30, 100)  # articles from which on a cell is darker


class Cell(NamedTuple):
    code: str
    character: str
    row: int
    column: int


@cache
def cells() -> tuple[Cell, ...]:
    """In the order of the file: from north to south."""
    rows = [
        line.split("\t")
        for line in DATA.read_text(encoding="utf-8").split("\n")
        if line and not line.startswith("#")
    ]
    return tuple(Cell(code, name, int(row), int(column)) for code, name, row, column in rows)


class Province(NamedTuple):
    """What a cell shows and where it leads."""

    title: str
    """Name and count, in words."""
    articles: int
    url: str


def province_grid(title: str, known: Mapping[str, Province]) -> Safe:
    """By code; a province without articles is an empty cell."""
    width = SIDE * (1 + max(cell.column for cell in cells()))
    height = SIDE * (1 + max(cell.row for cell in cells()))
    return picture("provinces", width, height, title, _drawn(known))


def _drawn(known: Mapping[str, Province]) -> Iterator[str]:
    for cell in cells():
        x, y = cell.column * SIDE, cell.row * SIDE
        province = known.get(cell.code)
        count = 0 if province is None else province.articles
        tone = sum(count >= step for step in STEPS)
        box = rectangle(x + GAP / 2, y + GAP / 2, SIDE - GAP, SIDE - GAP, f"wz-t{tone}")
        name = words(x + SIDE / 2, y + (20 if count else 27), cell.character, f"wz-on{tone}")
        if province is None:
            yield box + name
            continue
        number = words(x + SIDE / 2, y + 36, str(count), f"wz-on{tone} wz-number")
        yield linked(province.url, province.title, box + name + number)
