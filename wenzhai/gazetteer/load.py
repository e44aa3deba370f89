"""Data files -> gazetteer."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import cast

from wenzhai.gazetteer.coined import coin_special
from wenzhai.gazetteer.forms import SPECIAL, make_characters, make_forms
from wenzhai.gazetteer.gazetteer import TOWN_DIGITS, Gazetteer, Row
from wenzhai.gazetteer.names import town_forms
from wenzhai.gazetteer.tables import cells
from wenzhai.model import RegionKind

STATISTICAL = "7"
"""The fifth digit of a code that is a development zone's, not a county's: 620171 兰州新区."""
MIN_NAME = 2  # code points of a town that are no mere 街道

Table = dict[str, Row]
Ids = defaultdict[str, list[str]]


@cache
def load_gazetteer() -> Gazetteer:
    """The register of all places."""
    rows: Table = {}
    town_numbers: dict[str, int] = {}
    _read_divisions(rows, town_numbers)
    _read_extra(rows)
    towns: Ids = defaultdict(list)
    below: Ids = defaultdict(list)
    for region_id, row in rows.items():
        if row.parent:
            below[row.parent].append(region_id)
        if len(region_id) == TOWN_DIGITS and region_id.isdigit():
            for form in (row.name, *town_forms(row.name)):
                towns[form].append(region_id)
    return Gazetteer(
        MappingProxyType(rows),
        MappingProxyType(make_forms(rows)),
        MappingProxyType({form: tuple(ids) for form, ids in towns.items()}),
        MappingProxyType(make_characters(rows)),
        MappingProxyType(town_numbers),
        tuple(town_numbers),
        MappingProxyType({parent: tuple(sorted(ids)) for parent, ids in below.items()}),
    )


def _read_divisions(rows: Table, town_numbers: dict[str, int]) -> None:
    towns: Table = {}
    for code, name, *printed_towns in cells("divisions.tsv"):
        rows[code] = Row(name, _parent(code, rows), _kind(code))
        for cell in printed_towns:
            is_own = cell[3:4].isdigit()
            town = cell[:TOWN_DIGITS] if is_own else code + cell[:3]
            town_numbers[town] = len(town_numbers)
            printed = cell[TOWN_DIGITS:] if is_own else cell[3:]
            towns[town] = Row(_own_name(printed, name), code, "administrative")
    rows.update(towns)


def _own_name(town: str, county: str) -> str:
    """The table has 济源市承留镇 for 承留镇."""
    own = town.removeprefix(county)
    return own if len(own) > MIN_NAME else town


def _parent(code: str, rows: Table) -> str:
    for above in (code[:4] + "00", code[:2] + "0000"):
        if above != code and above in rows:
            return above
    return ""


def _kind(code: str) -> RegionKind:
    return "functional" if code[4] == STATISTICAL else "administrative"


def _read_extra(rows: Table) -> None:
    for region_id, name, parent, kind, *_ in cells("extra.tsv"):
        rows[region_id] = Row(name, parent, cast(RegionKind, kind))
    for _, region_id, name, parent, _ in cells("changes.tsv"):
        rows[region_id] = Row(name, parent, "administrative")
    for sort in SPECIAL:
        for name, *_ in cells(f"{sort}.tsv"):
            rows[coin_special(sort, name)] = Row(name, "", cast(RegionKind, sort))
