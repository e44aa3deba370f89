"""Villages and urban communities of a town, unpacked when first asked for.

620,000 names are packed into 2 MB, one line for each town in the order of the table
of divisions. Unpacking takes 0.15 s; a line is only read when its town is on a page.
"""

from __future__ import annotations

import lzma
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


@cache
def _lines() -> tuple[bytes, ...]:
    packed = (files("wenzhai") / "data" / "regions" / "villages.xz").read_bytes()
    return tuple(lzma.decompress(packed).split(b"\n"))


def villages_of(town: str, number: int) -> tuple[tuple[str, str], ...]:
    """Code and name of every village of the town with that number in the table.

    A name has no 村委会 and ends with 村 or 社区: 罗城村, 景怡苑社区.
    """
    found: list[tuple[str, str]] = []
    own = -1
    for cell in _lines()[number].decode().split("\t"):
        if not cell:
            continue
        if cell[0].isdigit():
            own, cell = int(cell[:3]), cell[3:]
        else:
            own += 1
        found.append((f"{town}{own:03}", _full(cell[0], cell[1:])))
    return tuple(found)


def _full(letter: str, name: str) -> str:
    if letter in VILLAGE_LETTERS and not name.endswith(("村", "社区", "嘎查")):
        return name + "村"
    if letter in COMMUNITY_LETTERS and not name.endswith(("村", "社区")):
        return name + "社区"
    return name


def village_of(town: str, number: int, code: str) -> str:
    """The name of the village with that code; KeyError when there is none."""
    return dict(villages_of(town, number))[code]
