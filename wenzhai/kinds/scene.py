"""What the recognition of one kind of entity reads."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wenzhai.model import EntityKind, Layout, Link, Mention, Page

Links = tuple[tuple[Link, ...], ...]
"""Parallel to the articles of a layout."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, and what is known of it so far."""

    layout: Layout
    page: Page
    home: str | None
    """Where the newspaper is at home, six digits; None: the page itself tells it, or nobody."""
    links: Links
    """Of the kinds that stand earlier in the table."""

    def mentions(self, kind: EntityKind) -> tuple[tuple[Mention, ...], ...]:
        """Those of one kind, article by article."""
        return tuple(
            tuple(link.mention for link in of_article if link.mention.kind == kind)
            for of_article in self.links
        )

    def having(self, more: Links) -> Scene:
        """The scene with what one more kind found."""
        pairs = zip(self.links, more, strict=True)
        return replace(self, links=tuple((*old, *new) for old, new in pairs))


def scene_of(layout: Layout, page: Page, home: str | None) -> Scene:
    """A page of which nothing is known yet."""
    return Scene(layout, page, home, ((),) * len(layout.articles))
