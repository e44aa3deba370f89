"""Page -> what is told on it: every kind of entity by the table of kinds."""

from __future__ import annotations

from wenzhai.kinds.scene import Links, Scene, scene_of
from wenzhai.kinds.table import KIND, KINDS, Kind
from wenzhai.model import EntityKind, Layout, Page

__all__ = [
    "KIND",
    "KINDS",
    "NAMES",
    "Kind",
    "Links",
    "Scene",
    "find_links",
    "find_names",
    "find_rest",
]


NAMES: tuple[EntityKind, ...] = ("person", "region")
"""Kinds that the others are read off: an editor decides about them first."""


def find_links(layout: Layout, page: Page, home: str | None) -> Links:
    """What every name on the page means and what else is told, article by article."""
    return find_rest(layout, page, home, find_names(layout, page, home))


def find_names(layout: Layout, page: Page, home: str | None) -> Links:
    """Persons and regions."""
    scene = scene_of(layout, page, home)
    for name in NAMES:
        scene = scene.having(KIND[name].links(scene))
    return scene.links


def find_rest(layout: Layout, page: Page, home: str | None, names: Links) -> Links:
    """The names with all other kinds, in the order of the table."""
    scene = Scene(layout, page, home, names)
    for kind in KINDS:
        if kind.id not in NAMES:
            scene = scene.having(kind.links(scene))
    return scene.links
