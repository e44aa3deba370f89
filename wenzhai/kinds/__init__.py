"""Page -> what is told on it: every kind of entity by the table of kinds."""

from __future__ import annotations

from wenzhai.kinds.scene import Links, Scene, scene_of
from wenzhai.kinds.table import KIND, KINDS, Kind
from wenzhai.model import Layout, Page

__all__ = ["KIND", "KINDS", "Kind", "Links", "Scene", "find_links"]


def find_links(layout: Layout, page: Page, home: str | None) -> Links:
    """What every name on the page means, article by article."""
    scene = scene_of(layout, page, home)
    for kind in KINDS:
        scene = scene.having(kind.links(scene))
    return scene.links
