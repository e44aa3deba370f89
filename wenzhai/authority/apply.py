"""Records, decisions -> records whose links mean whom the editors say.

Links of one full name mean one person unless an editor parts them; where the printed roles
name regions of which none fits the others, that is a doubt until an editor says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wenzhai.authority.format import PersonsFile
from wenzhai.model import Entry, Finding, Link, Record

RULE = "authority"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the decisions made of the digest."""

    records: tuple[Record, ...]
    names: Mapping[str, str]
    """By person id: the name to show, where it is not the printed one."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """One id that becomes another, everywhere or in some places."""

    place: str
    """Of the entry in the file."""
    name: str
    old: str
    new: str
    where: frozenset[str]
    """Page names and article ids; empty: everywhere."""
    reason: str


def apply_authority(
    records: Iterable[Record],
    told: PersonsFile,
    shown: str,
    person_id: Callable[[str], str],
) -> Settled:
    """Carry out all decisions; `shown` is how findings name the file."""
    turns = tuple(_turns(told, person_id))
    names = {turn.new: turn.name for turn in turns}
    used: set[str] = set()
    settled = tuple(_settle(record, turns, used) for record in records)
    stale = [
        Finding(
            "stale-authority",
            shown,
            f"{turn.place}: no article names this person there; remove or mend the entry",
        )
        for turn in turns
        if turn.place not in used
    ]
    confirmed = {person_id(row.name) for row in told.same}
    doubts = tuple(_namesakes(settled, confirmed))
    return Settled(settled, names, (*stale, *doubts))


def _turns(told: PersonsFile, person_id: Callable[[str], str]) -> Iterator[_Turn]:
    for number, parted in enumerate(told.not_same):
        old = person_id(parted.name)
        where = frozenset([*parted.pages, *parted.articles])
        place = f"not_same[{number}]"
        yield _Turn(place, parted.name, old, f"{old}-{parted.key}", where, parted.reason)
    for number, same in enumerate(told.same):
        for other in same.other_names:
            place = f"same[{number}] {other}"
            new = person_id(same.name)
            yield _Turn(place, same.name, person_id(other), new, frozenset(), same.reason)


def _settle(record: Record, turns: tuple[_Turn, ...], used: set[str]) -> Record:
    by_old: defaultdict[str, list[_Turn]] = defaultdict(list)
    for turn in turns:
        by_old[turn.old].append(turn)

    def settled(entry: Entry, link: Link) -> Link:
        for turn in by_old.get(link.entity or "", ()):
            if not turn.where or record.page.name in turn.where or entry.id in turn.where:
                used.add(turn.place)
                reason = f"an editor's decision: {turn.reason}"
                return replace(
                    link,
                    entity=turn.new,
                    candidates=(turn.new,),
                    rule=RULE,
                    reason=reason,
                    confidence=1.0,
                )
        return link

    if not any(link.entity in by_old for entry in record.entries for link in entry.links):
        return record
    entries = tuple(
        replace(entry, links=tuple(settled(entry, link) for link in entry.links))
        for entry in record.entries
    )
    return replace(record, entries=entries)


def _namesakes(records: Iterable[Record], confirmed: set[str]) -> Iterator[Finding]:
    """Ids under which the printed roles name regions that do not fit each other."""
    groups: dict[str, list[tuple[frozenset[str], str, str, str]]] = {}
    for record in records:
        for entry in record.entries:
            for person, regions in _regions_of_roles(entry).items():
                known = groups.setdefault(person, [])
                if not any(_fit(regions, group[0]) for group in known):
                    name = _name(entry, person)
                    known.append((regions, entry.id, record.page.name, name))
    for person, known in sorted(groups.items()):
        if len(known) > 1 and person not in confirmed:
            articles = ", ".join(group[1] for group in known)
            message = (
                f"{known[0][3]} may be {len(known)} persons: the roles in {articles} name no "
                "common region; say so in authority/persons.yml (same, not_same)"
            )
            yield Finding("doubtful-namesakes", known[0][2], message)


def _regions_of_roles(entry: Entry) -> dict[str, frozenset[str]]:
    """By person id: administrative regions that are printed inside the person's roles."""
    places = [link for link in entry.links if link.mention.kind == "region" and link.entity]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in entry.links:
        role = link.mention.role
        if link.mention.kind != "person" or link.entity is None or role is None:
            continue
        for place in places:
            mention = place.mention
            is_here = mention.place == link.mention.place
            is_inside = role.start <= mention.start and mention.end <= role.end
            if is_here and is_inside and place.entity and place.entity.isdigit():
                found[link.entity].add(place.entity)
    return {person: frozenset(regions) for person, regions in found.items()}


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Some region of one is, holds or lies in one of the other (GB/T 2260 prefixes)."""
    shorts = [code.rstrip("0") for code in other]
    return any(
        code.rstrip("0").startswith(short) or short.startswith(code.rstrip("0"))
        for code in one
        for short in shorts
    )


def _name(entry: Entry, person: str) -> str:
    return next(link.mention.name for link in entry.links if link.entity == person)
