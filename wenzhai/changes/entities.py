"""Old names, new names -> which persons, regions and others changed.

A mention is found again by its article and its place on the page; where the page's text was
changed before it, by its turn among the article's mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wenzhai.changes.values import Article, Change, Name, What

Articles = Mapping[str, Article]
MOSTLY = 0.5  # share of an entity's mentions that makes another its successor


@dataclass(slots=True)
class _Side:
    """One register of one state."""

    names: dict[str, str] = field(default_factory=dict)
    where: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    roles: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """By (entity, article)."""
    places: dict[str, list[tuple[int, int, str | None]]] = field(default_factory=dict)
    """By article: (start, end, entity) of each mention, sorted."""


def entity_changes(old: Articles, new: Articles) -> Iterator[Change]:
    """Entities added, gone, merged, split, renamed, re-linked, changed; roles changed."""
    before, after = _sides(old), _sides(new)
    for register in sorted(before.keys() | after.keys()):
        yield from _register(register, before.get(register, _Side()), after.get(register, _Side()))


def _sides(articles: Articles) -> dict[str, _Side]:
    found: defaultdict[str, _Side] = defaultdict(_Side)
    for key in sorted(articles):
        for name in articles[key].names:
            _note(found[name.register], key, name)
    for side in found.values():
        for places in side.places.values():
            places.sort(key=lambda one: (one[0], one[1], one[2] or ""))
    return found


def _note(side: _Side, article: str, name: Name) -> None:
    spans = side.places.setdefault(article, [])
    spans.extend((start, end, name.id) for start, end in name.places)
    if name.id is None:
        return
    side.names.setdefault(name.id, name.name)
    side.where[name.id].append(article)
    side.facts.setdefault(name.id, dict(name.facts))
    side.roles[name.id, article] = name.roles


def _register(register: str, old: _Side, new: _Side) -> Iterator[Change]:
    turned = _turned(old, new)
    gone = old.names.keys() - new.names.keys()
    come = new.names.keys() - old.names.keys()
    heirs = _heirs(turned, old)
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for key, others in heirs.items():
        for other in others:
            origins[other].append(key)
    told: set[tuple[str, str]] = set()
    told_gone: set[str] = set()
    told_come: set[str] = set()
    for other, keys in sorted(origins.items()):
        merged = [key for key in keys if key in gone and heirs[key] == [other]]
        is_one = other in come and len(merged) == 1
        if not merged:
            continue
        what: What = "entity-renamed" if is_one else "entity-merged"
        sides = (*merged, other) if other in old.names else tuple(merged)
        yield Change(
            what, register, other, new.names[other], old=sides, new=(other,),
            articles=_where(new, other),
        )  # fmt: skip
        told |= {(key, other) for key in merged}
        told_gone.update(merged)
        told_come.add(other)
    for key, others in sorted(heirs.items()):
        fresh = [other for other in others if other in come and other not in told_come]
        if not fresh or key in told_gone:
            continue
        kept = [key] if key in new.names else []
        yield Change(
            "entity-split", register, key, old.names[key], old=(key,), new=(*kept, *fresh),
            articles=tuple(dict.fromkeys(a for o in fresh for a in new.where[o])),
        )  # fmt: skip
        told |= {(key, other) for other in fresh}
        told_gone |= {key} - set(kept)
        told_come.update(fresh)
    for key in sorted(gone - told_gone):
        yield Change("entity-gone", register, key, old.names[key], old=_where(old, key))
    for key in sorted(come - told_come):
        yield Change("entity-added", register, key, new.names[key], articles=_where(new, key))
    yield from _relinked(register, turned, told, old, new)
    yield from _told_otherwise(register, old, new)


def _where(side: _Side, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side.where[key]))


Turned = Mapping[tuple[str | None, str | None], tuple[str, ...]]
"""By (old entity, new entity): the articles where a mention turned, one entry a mention."""


def _turned(old: _Side, new: _Side) -> Turned:
    found: defaultdict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for article, before in old.places.items():
        after = new.places.get(article)
        if after is None or before == after:
            continue
        for one, other in _paired(before, after):
            if one != other:
                found[one, other].append(article)
    return {pair: tuple(articles) for pair, articles in found.items()}


def _paired(
    before: list[tuple[int, int, str | None]], after: list[tuple[int, int, str | None]]
) -> Iterator[tuple[str | None, str | None]]:
    """Entities of the mentions that stand in the same place."""
    at: defaultdict[tuple[int, int], list[str | None]] = defaultdict(list)
    for start, end, entity in after:
        at[start, end].append(entity)
    known = [place for place in before if (place[0], place[1]) in at]
    if not known and len(before) == len(after):
        yield from ((one[2], other[2]) for one, other in zip(before, after, strict=True))
        return
    for start, end, entity in known:
        others = at[start, end]
        if len(others) == 1:  # 粤黔 is a mention of two
            yield entity, others[0]


def _heirs(turned: Turned, old: _Side) -> dict[str, list[str]]:
    """Old entity -> the others that took over a share of its mentions worth telling."""
    found: dict[str, list[str]] = {}
    moved: Counter[str] = Counter()
    for (one, _), articles in turned.items():
        if one is not None:
            moved[one] += len(articles)
    for (one, other), articles in sorted(
        turned.items(), key=lambda i: (i[0][0] or "", i[0][1] or "")
    ):
        if one is None or other is None or one not in old.names:
            continue
        if len(articles) >= MOSTLY * moved[one] or len(articles) > 1:
            found.setdefault(one, []).append(other)
    return found


def _relinked(
    register: str, turned: Turned, told: set[tuple[str, str]], old: _Side, new: _Side
) -> Iterator[Change]:
    for (one, other), articles in sorted(
        turned.items(), key=lambda i: (i[0][0] or "", i[0][1] or "")
    ):
        if (one, other) in told:
            continue
        name = new.names.get(other or "") or old.names.get(one or "") or ""
        yield Change(
            "entity-re-linked", register, other or one or "", name,
            old=(one,) if one else (), new=(other,) if other else (),
            articles=tuple(dict.fromkeys(articles)),
        )  # fmt: skip


def _told_otherwise(register: str, old: _Side, new: _Side) -> Iterator[Change]:
    """Entities and roles of which something else is told now."""
    for key in sorted(old.names.keys() & new.names.keys()):
        was = {"name": old.names[key], **old.facts[key]}
        now = {"name": new.names[key], **new.facts[key]}
        for fact, value in now.items():
            if was.get(fact, value) != value:
                yield Change(
                    "entity-changed", register, key, new.names[key], field=fact,
                    old=(was[fact],), new=(value,), articles=_where(new, key),
                )  # fmt: skip
    for (key, article), roles in sorted(new.roles.items()):
        before = old.roles.get((key, article))
        if before is not None and before != roles:
            yield Change(
                "roles", register, key, new.names[key], old=before, new=roles, articles=(article,)
            )
