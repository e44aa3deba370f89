"""Villages and urban communities by name, under a range of towns.

620,000 names are packed into 2 MB: one line for each town in the order of the table of
divisions, one cell for each village: its number in the town (three digits, only where it
does not follow the one before), a letter for the ending that was cut off, and the name.
Unpacking takes 0.15 s, when the first name is asked for; a search reads only the lines
of its towns, which for a county stand side by side.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType

ENDINGS: MappingProxyType[str, str] = MappingProxyType(
    {
        "A": "社区居民委员会",
        "B": "社区居委会",
        "C": "村民委员会",
        "D": "村委会",
        "E": "居民委员会",
        "F": "居委会",
        "G": "",
    }
)
"""Endings that the packed names leave out, longest first where one ends with another."""
VILLAGE_LETTERS = "CD"
COMMUNITY_LETTERS = "ABEF"
SUFFIXES = ("社区", "嘎查", "村")


@cache
def _packed() -> tuple[str, tuple[int, ...]]:
    """The text with a tab before and after each cell's line, and where each line begins."""
    file = files("wenzhai") / "data" / "regions" / "villages.xz"
    lines = lzma.decompress(file.read_bytes()).decode().split("\n")
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return "\n".join(lines) + "\n", tuple(starts)


def find_villages(name: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Number of the town and own number of each village of that name, in the towns from
    number `first` to `last`, both included. The name as printed: 罗城村, 景怡苑社区."""
    text, starts = _packed()
    end = starts[last + 1] if last + 1 < len(starts) else len(text)
    stem = name.removesuffix(next((s for s in SUFFIXES if name.endswith(s)), ""))
    at = text.find(stem, starts[first], end)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        if text[at - 1] in ENDINGS and at > starts[line]:
            own, found = _cell(text, starts[line], at)
            if found == name:
                yield line, own
        at = text.find(stem, at + 1, end)


def villages_of(town: int) -> tuple[tuple[int, str], ...]:
    """Own number and name of every village of the town with that number."""
    text, starts = _packed()
    found: list[tuple[int, str]] = []
    own = -1
    for cell in text[starts[town] : text.index("\n", starts[town])].split("\t"):
        if cell:
            own, name = _read(cell, own)
            found.append((own, name))
    return tuple(found)


def _cell(text: str, start: int, at: int) -> tuple[int, str]:
    """Own number and name of the cell that holds the position, in the line from `start` on."""
    own, name = -1, ""
    ends = [e for e in (text.find("\t", at), text.find("\n", at)) if e >= 0]
    for cell in text[start : min(ends)].split("\t"):
        own, name = _read(cell, own)
    return own, name


def _read(cell: str, last: int) -> tuple[int, str]:
    own = last + 1
    if cell[0].isdigit():
        own, cell = int(cell[:3]), cell[3:]
    return own, _full(cell[0], cell[1:])


def _full(letter: str, name: str) -> str:
    """罗城 with D is 罗城村."""
    if letter in VILLAGE_LETTERS and not name.endswith(SUFFIXES):
        return name + "村"
    if letter in COMMUNITY_LETTERS and not name.endswith(("村", "社区")):
        return name + "社区"
    return name
