"""Records -> entities of the kinds that are known by their names alone, each under its best name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pypinyin import lazy_pinyin

from wenzhai.kinds import KINDS
from wenzhai.model import EntityKind, Named, Record

OWN_SHAPE = frozenset({"person", "region"})
"""Kinds whose entities are told in a shape of their own."""
NAME_MAX = 60  # code points of a statement that stand for its name


def named_entities(records: Iterable[Record]) -> Mapping[EntityKind, Mapping[str, Named]]:
    """By kind and id, sorted by id. A name is the one printed most often, then the longest."""
    names: dict[EntityKind, defaultdict[str, Counter[str]]] = {
        kind.id: defaultdict(Counter) for kind in KINDS if kind.id not in OWN_SHAPE
    }
    for record in records:
        for entry in record.entries:
            for link in entry.links:
                if link.entity is not None and link.mention.kind in names:
                    names[link.mention.kind][link.entity][link.mention.name] += 1
    return {
        kind: {key: _named(key, counts) for key, counts in sorted(found.items())}
        for kind, found in names.items()
    }


def _named(key: str, counts: Counter[str]) -> Named:
    name = min(counts, key=lambda one: (-counts[one], -len(one), one))
    name = name if len(name) <= NAME_MAX else name[:NAME_MAX] + "…"
    return Named(key, name, _spelled(name))


@lru_cache(maxsize=1 << 14)
def _spelled(name: str) -> str:
    return "".join(lazy_pinyin(name)).lower() + name
