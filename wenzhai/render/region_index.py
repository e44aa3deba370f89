"""Atlas -> the index of regions: the administrative tree with counts that roll up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Count
from wenzhai.render.escape import Safe
from wenzhai.render.paging import ROWS_MAX
from wenzhai.render.pictures.provinces import Province, cells, province_grid
from wenzhai.render.press import Press

OTHER_KINDS = ("functional", "river", "macro")
"""Outside the tree, in the order shown."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree."""

    count: Count
    opens: int
    """1 when the next line lies below this one."""
    closes: int
    """How many levels end with this line."""


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    title: str
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class RegionIndexView:
    title: str
    lead: str
    grid: Safe
    """A picture of the provinces."""
    tree: tuple[Branch, ...]
    is_cut: bool
    """The tree is too long for one page: its lowest levels stand on the pages of their parents."""
    groups: tuple[Group, ...]


def region_index(atlas: Atlas, press: Press) -> Iterator[Document]:
    all_regions = atlas.corpus.regions
    depths = Counter(len(region.parents) for region in all_regions.values())
    deepest = _deepest(depths)
    lead = press.word("regions_lead", count=len(all_regions))
    view = RegionIndexView(
        title=press.words["regions"],
        lead=lead,
        grid=grid_of(atlas, press, ""),
        tree=tuple(_tree(atlas, _roots(atlas, "administrative"), deepest)),
        is_cut=deepest < max(depths, default=0),
        groups=tuple(
            Group(
                kind,
                press.words[f"region_{kind}"],
                tuple(atlas.region_count(key) for key in keys),
            )
            for kind in OTHER_KINDS
            if (keys := _roots(atlas, kind))
        ),
    )
    meta = {"title": view.title, "description": lead, "kind": "index"}
    yield press.print("regions/index.md", "regions.md", meta, view)


def grid_of(atlas: Atlas, press: Press, folder: str) -> Safe:
    """The provinces with their articles; `folder` leads from the page to regions/."""
    known: dict[str, Province] = {}
    for cell in cells():
        if cell.code in atlas.regions:
            count = atlas.region_count(cell.code)
            name = atlas.corpus.regions[cell.code].name
            title = press.word("picture_count", name=name, count=count.articles)
            known[cell.code] = Province(title, count.articles, f"{folder}{cell.code}.html")
    return province_grid(press.words["picture_provinces"], known)


def _deepest(depths: Counter[int]) -> int:
    """The deepest level with which the tree still fits one page; at least provinces."""
    rows = 0
    deepest = 0
    for depth in sorted(depths):
        rows += depths[depth]
        if rows <= ROWS_MAX:
            deepest = depth
    return deepest


def _roots(atlas: Atlas, kind: str) -> Sequence[str]:
    """By their code or slug; a zone that lies in a province stands in the tree as well."""
    return sorted(
        key
        for key, region in atlas.corpus.regions.items()
        if region.kind == kind and (kind != "administrative" or not region.parents)
    )


def _tree(atlas: Atlas, keys: Sequence[str], deepest: int) -> Iterator[Branch]:
    lines = list(_walk(atlas, keys, 0, deepest))
    depths = [*(depth for depth, _ in lines), 0]
    for (depth, key), following in zip(lines, depths[1:], strict=True):
        yield Branch(atlas.region_count(key), int(following > depth), max(0, depth - following))


def _walk(atlas: Atlas, keys: Sequence[str], depth: int, deepest: int) -> Iterator[tuple[int, str]]:
    for key in keys:
        yield depth, key
        if depth < deepest:
            yield from _walk(atlas, atlas.children.get(key, ()), depth + 1, deepest)
