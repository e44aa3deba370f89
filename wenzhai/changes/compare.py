"""Records, Records -> changes, sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import get_args

from wenzhai.changes.articles import article_changes
from wenzhai.changes.entities import entity_changes
from wenzhai.changes.values import Change, Changes, Records, Told, What

ORDER = {what: number for number, what in enumerate(get_args(What))}


def compare(old: Records, new: Records) -> Changes:
    """Everything that differs."""
    found = chain(
        _pages(old, new),
        article_changes(old.articles, new.articles),
        entity_changes(old.articles, new.articles),
        _findings(old.findings, new.findings),
    )
    keys = sorted(old.counts.keys() | new.counts.keys())
    scored = sorted(old.scores.keys() | new.scores.keys())
    return Changes(
        tuple(sorted(found, key=_place)),
        {key: (old.counts.get(key, 0), new.counts.get(key, 0)) for key in keys},
        {key: (old.scores.get(key), new.scores.get(key)) for key in scored},
    )


def _place(change: Change) -> tuple[int, str, str, int, str, tuple[str, ...], tuple[str, ...]]:
    number = int(change.field) if change.field.isdecimal() else 0
    return (
        ORDER[change.what],
        change.kind,
        change.id,
        number,
        change.field,
        change.old,
        change.new,
    )


def _pages(old: Records, new: Records) -> Iterator[Change]:
    for page in new.pages:
        if page not in old.pages:
            here = tuple(key for key, article in new.articles.items() if article.page == page)
            yield Change("page-added", "page", page, page, articles=here)
    for page in old.pages:
        if page not in new.pages:
            yield Change("page-gone", "page", page, page)


def _findings(old: tuple[Told, ...], new: tuple[Told, ...]) -> Iterator[Change]:
    before, after = Counter(old), Counter(new)
    for told in (after - before).elements():
        yield Change("finding-new", "finding", told.code, told.path, new=(told.message,))
    for told in (before - after).elements():
        yield Change("finding-settled", "finding", told.code, told.path, old=(told.message,))
