"""The register of places, looked up by id or by printed form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from wenzhai.gazetteer.coined import PLACE, read_coined, read_river
from wenzhai.gazetteer.villages import find_villages, villages_of
from wenzhai.model import Region, RegionKind

FormKind = Literal[
    "full", "short", "former", "nickname", "one-character", "joint", "river", "macro"
]
PROVINCE, PREFECTURE, COUNTY, TOWN_LEVEL, VILLAGE_LEVEL = 1, 2, 3, 4, 5
COUNTY_DIGITS, TOWN_DIGITS, VILLAGE_DIGITS = 6, 9, 12


class Row(NamedTuple):
    """A place as the tables have it."""

    name: str
    parent: str
    """Id, "" at the top."""
    kind: RegionKind


class Form(NamedTuple):
    """A printed form and what it can mean."""

    kind: FormKind
    ids: tuple[str, ...]
    """Sorted; of a joint form its parts, in their order."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every mapping is read-only."""

    rows: Mapping[str, Row]
    forms: Mapping[str, Form]
    """All but towns and single characters."""
    towns: Mapping[str, tuple[str, ...]]
    """Ids of towns by full form, without peoples too (禾丰乡)."""
    characters: Mapping[str, tuple[str, ...]]
    """Ids by one-character name (黔)."""
    town_numbers: Mapping[str, int]
    """Place of a town in the table, by id."""
    town_order: tuple[str, ...]
    """Ids of towns in the order of the table."""
    below: Mapping[str, tuple[str, ...]]
    """Ids of the parts, by id."""
    known_parents: dict[str, tuple[str, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What `parents` has told; the only thing here that grows."""

    def lookup(self, form: str) -> tuple[str, ...]:
        """Ids that a printed form can mean; none when the form is unknown."""
        if form in self.characters:
            return self.characters[form]
        known = self.forms.get(form)
        ids = known.ids if known else ()
        return tuple(sorted({*ids, *self.towns.get(form, ())}))

    def region(self, region_id: str) -> Region:
        """The place of an id; KeyError when there is none."""
        coined = read_coined(region_id)
        if coined is not None:
            kind: RegionKind = "administrative" if coined.sort == PLACE else "functional"
            return self._region(region_id, Row(coined.name, coined.parent, kind))
        river = read_river(region_id) if region_id not in self.rows else None
        if river is not None:
            return self._region(region_id, Row(river, "", "river"))
        if len(region_id) == VILLAGE_DIGITS and region_id.isdigit():
            town = region_id[:TOWN_DIGITS]
            name = dict(villages_of(self.town_numbers[town]))[int(region_id[TOWN_DIGITS:])]
            return self._region(region_id, Row(name, town, "administrative"))
        return self._region(region_id, self.rows[region_id])

    def _region(self, region_id: str, row: Row) -> Region:
        parents = self.parents(region_id)
        names = (*(self.rows[parent].name for parent in parents), row.name)
        code = region_id if region_id.isdigit() else None
        adcode = self._adcode(region_id, parents) if row.kind == "administrative" else None
        return Region(region_id, row.name, row.kind, names, parents, adcode, code)

    @staticmethod
    def _adcode(region_id: str, parents: tuple[str, ...]) -> str | None:
        if len(region_id) == COUNTY_DIGITS and region_id.isdigit():
            return region_id
        if not region_id.isdigit() and not region_id.startswith(PLACE):
            return None  # a county too new to have a code that is beyond doubt
        # 嘉峪关's towns: 620201100 lies in 620200.
        return next(parent for parent in parents[::-1] if len(parent) == COUNTY_DIGITS)

    def parents(self, region_id: str) -> tuple[str, ...]:
        """Ids from the province down, itself not included."""
        known = self.known_parents.get(region_id)
        if known is None:
            parent = self.parent(region_id)
            known = (*self.parents(parent), parent) if parent else ()
            self.known_parents[region_id] = known
        return known

    def name(self, region_id: str) -> str:
        """Its own name."""
        row = self.rows.get(region_id)
        return row.name if row else self.region(region_id).name

    def kind(self, region_id: str) -> RegionKind:
        """What sort of place it is."""
        row = self.rows.get(region_id)
        return row.kind if row else self.region(region_id).kind

    def parent(self, region_id: str) -> str:
        """Id of the place that it lies in; "" at the top."""
        row = self.rows.get(region_id)
        if row is not None:
            return row.parent
        if len(region_id) == VILLAGE_DIGITS and region_id.isdigit():
            return region_id[:TOWN_DIGITS]
        coined = read_coined(region_id)
        return coined.parent if coined else ""

    def children(self, region_id: str) -> tuple[str, ...]:
        """Ids of its parts in the tables, villages not included, sorted."""
        return self.below.get(region_id, ())

    def villages(self, town: str) -> tuple[tuple[str, str], ...]:
        """Id and name of each village of a town."""
        number = self.town_numbers.get(town)
        if number is None:
            return ()
        return tuple((f"{town}{own:03}", name) for own, name in villages_of(number))

    def find_villages(self, name: str, holders: Iterable[str]) -> tuple[str, ...]:
        """Ids of the villages of that name under these towns and counties."""
        found: dict[str, None] = {}
        for holder in holders:
            towns = self._town_range(holder)
            if towns is not None:
                for number, own in find_villages(name, *towns):
                    found[f"{self.town_order[number]}{own:03}"] = None
        return tuple(found)

    def _town_range(self, holder: str) -> tuple[int, int] | None:
        """Numbers of the first and the last town of a county, or of a town."""
        if holder in self.town_numbers:
            return self.town_numbers[holder], self.town_numbers[holder]
        parts = self.below.get(holder, ())
        first = next((i for i in parts if i in self.town_numbers), None)
        if first is None:
            return None
        last = next(i for i in reversed(parts) if i in self.town_numbers)
        return self.town_numbers[first], self.town_numbers[last]

    def level(self, region_id: str) -> int:
        """PROVINCE to VILLAGE_LEVEL of a division; 0 of everything else."""
        if not region_id.isdigit():
            coined = read_coined(region_id)
            if coined and coined.sort == PLACE:
                is_village = len(coined.parent) == TOWN_DIGITS or coined.name.endswith("村")
                return VILLAGE_LEVEL if is_village else TOWN_LEVEL
            row = self.rows.get(region_id)
            return COUNTY if row and row.kind == "administrative" else 0
        if len(region_id) == VILLAGE_DIGITS:
            return VILLAGE_LEVEL
        if len(region_id) == TOWN_DIGITS:
            return TOWN_LEVEL
        if region_id.endswith("0000"):
            return PROVINCE
        return PREFECTURE if region_id.endswith("00") else COUNTY
