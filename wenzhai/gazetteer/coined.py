"""Ids of places that stand in no table: development zones and new villages.

A page names them (炉碧经济开发区), and their id says all there is to say: the kind, the
parent's id and the name, as hexadecimal UTF-16, so that any process can
read the place back from its id.
"""

from __future__ import annotations

from typing import NamedTuple

DIGITS = 4  # hexadecimal, for a unit of UTF-16
AREA = "area"
PLACE = "place"
RIVER = "river"


class Coined(NamedTuple):
    """A place outside the tables."""

    sort: str
    """AREA or PLACE (a town or village)."""
    parent: str
    """Id of the division that it lies in."""
    name: str


def coin(sort: str, parent: str, name: str) -> str:
    """Its id: "area-520121-5f0096337ecf5f00533a"."""
    return f"{sort}-{parent}-{_digits(name)}"


def coin_special(sort: str, name: str) -> str:
    """Id of a river or macro region, in the tables or not: "river-8d646c346cb3"."""
    return f"{sort}-{_digits(name)}"


def read_river(region_id: str) -> str | None:
    """The name of a river that stands in no table; None when it is another kind of id."""
    sort, _, digits = region_id.partition("-")
    return _letters(digits) if sort == RIVER and digits else None


def _digits(name: str) -> str:
    return name.encode("utf-16-be").hex()


def _letters(digits: str) -> str | None:
    try:
        return bytes.fromhex(digits).decode("utf-16-be")
    except ValueError:
        return None


def read_coined(region_id: str) -> Coined | None:
    """The place of such an id; None when it is another kind of id."""
    parts = region_id.split("-")
    if len(parts) != len(Coined._fields) or parts[0] not in (AREA, PLACE):
        return None
    sort, parent, digits = parts
    if not parent.isdigit() or len(digits) % DIGITS:
        return None
    name = _letters(digits)
    return Coined(sort, parent, name) if name else None
