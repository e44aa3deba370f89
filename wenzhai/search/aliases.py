"""The table of other forms of place names -> by region id: other names, former names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

from wenzhai.model import Region

OTHER = frozenset({"short", "full", "one", "nickname"})
FORMER = "former"


class Aliases(NamedTuple):
    """Names by region id, in the order of the table."""

    other: Mapping[str, tuple[str, ...]]
    former: Mapping[str, tuple[str, ...]]


def aliases(regions: Iterable[Region]) -> Aliases:
    """What the regions of a digest are or were called besides their present names."""
    by_name: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        by_name[region.name].append(region)
    other: defaultdict[str, list[str]] = defaultdict(list)
    former: defaultdict[str, list[str]] = defaultdict(list)
    for form, name, parent, kind in _rows():
        for region in by_name.get(name, ()):
            if parent and parent not in region.path:
                continue
            if kind == FORMER:
                former[region.id].append(form)
            elif kind in OTHER:
                other[region.id].append(form)
    return Aliases(
        {key: tuple(value) for key, value in other.items()},
        {key: tuple(value) for key, value in former.items()},
    )


def _rows() -> Iterable[tuple[str, str, str, str]]:
    table = files("wenzhai").joinpath("data/regions/aliases.tsv").read_text("utf-8")
    for line in table.split("\n"):
        if line and not line.startswith("#"):
            form, name, parent, kind = line.split("\t")
            yield form, name, parent, kind
