"""The table of places -> every form in which a newspaper prints them, towns apart.

A form belongs to the first kind that makes it; later kinds add what else it can mean.
A form of the past (凯里县) stands only where nothing else bears it today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from wenzhai.gazetteer.coined import coin_special
from wenzhai.gazetteer.gazetteer import COUNTY_DIGITS, Form, FormKind, Row
from wenzhai.gazetteer.names import LEVEL_WORDS, level_forms, short_form
from wenzhai.gazetteer.tables import cells

RAISED = ("市", "区")
"""Endings of counties that were a 县 before: 凯里市 was 凯里县."""
ONE_CHARACTER = "one"
SPECIAL: tuple[FormKind, ...] = ("river", "macro")


class Meaning(NamedTuple):
    """One form of one place."""

    kind: FormKind
    form: str
    id: str


def make_forms(rows: Mapping[str, Row]) -> dict[str, Form]:
    """By form: its kind and all that it can mean."""
    kinds: dict[str, FormKind] = {}
    ids: defaultdict[str, set[str]] = defaultdict(set)
    divisions = {i: row for i, row in rows.items() if len(i) == COUNTY_DIGITS or not i.isdigit()}
    for meaning in (*_full(divisions), *_special(), *_aliases(rows), *_short(divisions)):
        kinds.setdefault(meaning.form, meaning.kind)
        ids[meaning.form].add(meaning.id)
    for meaning in _former(divisions):
        if meaning.form not in kinds or kinds[meaning.form] == "former":
            kinds[meaning.form] = "former"
            ids[meaning.form].add(meaning.id)
    forms = {form: Form(kind, tuple(sorted(ids[form]))) for form, kind in kinds.items()}
    names = _by_name(rows)
    for form, *parts in cells("joint.tsv"):
        forms[form] = Form("joint", tuple(names[part] for part in parts))
    return forms


def make_characters(rows: Mapping[str, Row]) -> dict[str, tuple[str, ...]]:
    """Ids by one-character name."""
    names = _by_name(rows)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, name, _, kind in cells("aliases.tsv"):
        if kind == ONE_CHARACTER:
            found[form].add(names[name])
    return {form: tuple(sorted(ids)) for form, ids in found.items()}


def _full(divisions: Mapping[str, Row]) -> Iterator[Meaning]:
    for region_id, row in divisions.items():
        if row.kind in ("administrative", "functional"):
            for form in (row.name, *level_forms(row.name)):
                yield Meaning("full", form, region_id)


def _special() -> Iterator[Meaning]:
    for kind in SPECIAL:
        for name, *others in cells(f"{kind}.tsv"):
            for form in (name, *others):
                yield Meaning(kind, form, coin_special(kind, name))


def _aliases(rows: Mapping[str, Row]) -> Iterator[Meaning]:
    names = _by_name(rows)
    for form, name, _, kind in cells("aliases.tsv"):
        if kind != ONE_CHARACTER:
            is_full = kind == "short" and form[-1] in LEVEL_WORDS[2:]
            yield Meaning("full" if is_full else cast(FormKind, kind), form, names[name])


def _short(divisions: Mapping[str, Row]) -> Iterator[Meaning]:
    for region_id, row in divisions.items():
        short = short_form(row.name) if row.kind == "administrative" else None
        if short is not None:
            yield Meaning("short", short, region_id)


def _former(divisions: Mapping[str, Row]) -> Iterator[Meaning]:
    for region_id, row in divisions.items():
        short = short_form(row.name) if row.kind == "administrative" else None
        if short is None:
            continue
        is_county = not region_id.endswith("00")
        if is_county and row.name.endswith(RAISED):
            yield Meaning("former", short + "县", region_id)
        if not is_county and row.name.endswith("市"):
            yield Meaning("former", short + "地区", region_id)


def _by_name(rows: Mapping[str, Row]) -> dict[str, str]:
    """Id by full name; of several the first, which is the largest."""
    found: dict[str, str] = {}
    for region_id, row in rows.items():
        if len(region_id) == COUNTY_DIGITS or not region_id.isdigit():
            found.setdefault(row.name, region_id)
    return found
