"""Changes -> groups of one cause: what is the same on 214 articles is told once.

The cause of an edit is what became what; of anything else, its kind, field and values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wenzhai.changes.values import Change, What

ALONE: frozenset[What] = frozenset({
    "page-added", "page-gone", "article-added", "article-lost", "article-split",
    "article-merged", "article-renamed", "entity-added", "entity-gone", "entity-merged",
    "entity-split", "entity-renamed",
})  # fmt: skip
"""Each of these is news by itself."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that have one cause; at least one."""

    what: What
    kind: str
    cause: tuple[tuple[str, str], ...]
    """What became what; empty for a change that stands alone."""
    changes: tuple[Change, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of all articles where it shows, each once."""
        return tuple(dict.fromkeys(key for one in self.changes for key in one.articles))


def group(changes: Iterable[Change]) -> tuple[Group, ...]:
    """In the order of the first change of each group."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for one in changes:
        own = (one.id, one.field) if one.what in ALONE else ()
        key = (one.what, one.kind, _field(one), _cause(one), *own)
        groups.setdefault(key, []).append(one)
    return tuple(
        Group(found[0].what, found[0].kind, _cause(found[0]), tuple(found))
        for found in groups.values()
    )


def _field(one: Change) -> str:
    return "" if one.what == "text" else one.field


def _cause(one: Change) -> tuple[tuple[str, str], ...]:
    if one.what in ALONE:
        return ()
    if one.edits:
        return tuple((edit.old, edit.new) for edit in one.edits)
    if one.what in {"finding-new", "finding-settled"}:
        return ((one.id, one.id),)
    return (("\n".join(one.old), "\n".join(one.new)),)
