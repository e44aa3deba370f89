"""Data files -> gazetteer.

Forms in the order of their rank: a full name is never hidden by a form of lower rank,
and a form made by rule (凯里县 for 凯里市) stands only where nothing else bears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from wenzhai.gazetteer.coined import coin_special
from wenzhai.gazetteer.gazetteer import (
    COUNTY,
    COUNTY_DIGITS,
    PREFECTURE,
    PROVINCE,
    TOWN_DIGITS,
    Form,
    FormKind,
    Gazetteer,
    Row,
)
from wenzhai.gazetteer.names import LEVEL_WORDS, level_forms, short_form, town_forms
from wenzhai.model import RegionKind

STATISTICAL = "7"
"""The fifth digit of a code that is a development zone's, not a county's: 620171 兰州新区."""
MIN_NAME = 2  # code points of a town that are no mere 街道
RAISED = ("市", "区")
"""Endings of counties that were a 县 before: 凯里市 was 凯里县."""

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
    forms = _forms(rows)
    return Gazetteer(
        MappingProxyType(rows),
        MappingProxyType(forms),
        MappingProxyType({form: tuple(ids) for form, ids in towns.items()}),
        MappingProxyType(_characters(rows)),
        MappingProxyType(town_numbers),
        tuple(town_numbers),
        MappingProxyType({parent: tuple(sorted(ids)) for parent, ids in below.items()}),
    )


def _read_divisions(rows: Table, town_numbers: dict[str, int]) -> None:
    towns: Table = {}
    for code, name, *cells in _cells("divisions.tsv"):
        rows[code] = Row(name, _parent(code, rows), _kind(code))
        for cell in cells:
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
    for region_id, name, parent, kind, *_ in _cells("extra.tsv"):
        rows[region_id] = Row(name, parent, cast(RegionKind, kind))
    for _, region_id, name, parent, _ in _cells("changes.tsv"):
        rows[region_id] = Row(name, parent, "administrative")
    for sort in ("river", "macro"):
        for name, *_ in _cells(f"{sort}.tsv"):
            rows[coin_special(sort, name)] = Row(name, "", cast(RegionKind, sort))


def _forms(rows: Table) -> dict[str, Form]:
    found: dict[str, tuple[FormKind, set[str]]] = {}
    divisions = {
        key: row for key, row in rows.items() if len(key) == COUNTY_DIGITS or not key.isdigit()
    }

    def add(kind: FormKind, form: str, region_id: str, *, only_new: bool = False) -> None:
        known = found.get(form)
        if known is None:
            found[form] = (kind, {region_id})
        elif not only_new:
            known[1].add(region_id)

    administrative = {k: r for k, r in divisions.items() if r.kind in ("administrative", "functional")}
    for region_id, row in administrative.items():
        add("full", row.name, region_id)
        for form in level_forms(row.name):
            add("full", form, region_id)
    for sort in ("river", "macro"):
        for name, *others in _cells(f"{sort}.tsv"):
            for form in (name, *others):
                add(cast(FormKind, sort), form, coin_special(sort, name))
    for form, region_id, kind in _aliases(rows):
        if kind != "one":
            add(cast(FormKind, kind), form, region_id)
    for region_id, row in administrative.items():
        short = short_form(row.name) if row.kind == "administrative" else None
        if short is None:
            continue
        add("short", short, region_id)
        if _level(region_id) == COUNTY and row.name.endswith(RAISED):
            add("former", short + "县", region_id, only_new=True)
        if _level(region_id) == PREFECTURE and row.name.endswith("市"):
            add("former", short + "地区", region_id, only_new=True)
    forms = {form: Form(kind, tuple(sorted(ids))) for form, (kind, ids) in found.items()}
    names = _by_name(rows)
    for form, *parts in _cells("joint.tsv"):
        forms[form] = Form("joint", tuple(names[part][0] for part in parts))
    return forms


def _level(region_id: str) -> int:
    if region_id.endswith("0000"):
        return PROVINCE
    return PREFECTURE if region_id.endswith("00") else COUNTY


def _aliases(rows: Table) -> Iterator[tuple[str, str, str]]:
    names = _by_name(rows)
    for form, name, parent, kind in _cells("aliases.tsv"):
        ids = names[name]
        if parent:
            ids = [i for i in ids if rows[rows[i].parent].name == parent]
        yield form, ids[0], "full" if kind == "short" and form[-1] in LEVEL_WORDS[2:] else kind


def _characters(rows: Table) -> dict[str, tuple[str, ...]]:
    found: Ids = defaultdict(list)
    for form, region_id, kind in _aliases(rows):
        if kind == "one" and region_id not in found[form]:
            found[form].append(region_id)
    return {form: tuple(sorted(ids)) for form, ids in found.items()}


def _by_name(rows: Table) -> dict[str, list[str]]:
    found: Ids = defaultdict(list)
    for region_id, row in rows.items():
        if len(region_id) == COUNTY_DIGITS or not region_id.isdigit():
            found[row.name].append(region_id)
    return found


def _cells(name: str) -> Iterable[list[str]]:
    text = (files("wenzhai") / "data" / "regions" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
