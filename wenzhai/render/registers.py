"""Atlas -> the registers of people in the news by surname, by place and by role.

By pinyin they stand in `person_index`. A place needs a sentence that puts the person there, a
role is one printed beside the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from wenzhai.model import Document, Person
from wenzhai.relate import titles_of
from wenzhai.render.atlas import Atlas, Count, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.groups import Group, Order, print_groups
from wenzhai.render.people import REPORTING, printed_role
from wenzhai.render.press import Press
from wenzhai.render.slugs import slug
from wenzhai.render.ties import strongest

ORDERS = (
    ("index", "order_pinyin"),
    ("surnames", "order_surname"),
    ("places", "order_place"),
    ("roles", "order_role"),
    ("reporters", "reporters"),
)
"""Files in persons/ and their words."""
ADCODE_DIGITS = 6  # of provinces, prefectures and counties; towns stand under their county


@dataclass(frozen=True, slots=True)
class Registers:
    """Who stands where."""

    news: tuple[Person, ...]
    makers: tuple[Person, ...]
    """Who report, photograph and edit; some stand in both."""


def registers_of(atlas: Atlas) -> Registers:
    """By pinyin."""
    news: list[Person] = []
    makers: list[Person] = []
    for key, person in atlas.corpus.persons.items():
        sightings = atlas.corpus.person_sightings.get(key, ())
        parts = {part for sighting in sightings for part in sighting.link.mention.parts}
        if parts - REPORTING or not parts:
            news.append(person)
        if parts & REPORTING:
            makers.append(person)
    return Registers(tuple(sorted(news, key=_by_pinyin)), tuple(sorted(makers, key=_by_pinyin)))


def _by_pinyin(person: Person) -> tuple[str, str]:
    return person.sort_key, person.id


def orders_of(press: Press, registers: Registers, current: str) -> tuple[Order, ...]:
    """Ways to the other registers; reporters only where there are any."""
    return tuple(
        Order(Ref(escape(press.words[word]), Safe(f"{stem}.html")), stem == current)
        for stem, word in ORDERS
        if stem != "reporters" or registers.makers
    )


def person_registers(atlas: Atlas, press: Press) -> Iterator[Document]:
    registers = registers_of(atlas)
    found = {
        "surnames": _surnames(atlas, press, registers.news),
        "places": _places(atlas, registers.news),
        "roles": _roles(atlas, press, registers.news),
    }
    for stem, groups in found.items():
        yield from print_groups(
            press,
            f"persons/{stem}",
            press.words[f"persons_{stem}"],
            press.word(f"persons_{stem}_lead", count=len(registers.news), groups=len(groups)),
            orders_of(press, registers, stem),
            groups,
        )


def _surnames(atlas: Atlas, press: Press, people: Iterable[Person]) -> list[Group]:
    """In the order of the register by pinyin; names without a Han surname at the end."""
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        found[person.surname].append(person)
    ordered = sorted(found.items(), key=lambda pair: (pair[0] == "", _by_pinyin(pair[1][0])))
    return [
        Group(
            id=Safe(f"s-{slug(surname)}" if surname else "other"),
            heading=escape(surname or press.words["no_surname"]),
            above=same[0].pinyin.partition(" ")[0] if surname else "",
            url=None,
            rows=tuple(atlas.person_count(person.id) for person in same),
        )
        for surname, same in ordered
    ]


def _places(atlas: Atlas, people: Iterable[Person]) -> list[Group]:
    """In the order of the codes; towns and villages count for their county."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for person in people:
        ties = atlas.ties.get(person.id, {})
        for region in strongest(ties, atlas.regions):
            place = _county(atlas, region)
            if place is not None:
                articles = found[place].setdefault(person.id, set())
                articles.update(tie.article for tie in ties[region])
    regions = atlas.corpus.regions
    return [
        Group(
            id=Safe(f"r-{place}"),
            heading=atlas.regions[place].text,
            above=" › ".join(regions[place].path[:-1]),
            url=atlas.regions[place].url,
            rows=tuple(Count(*atlas.persons[key], len(said)) for key, said in persons.items()),
        )
        for place, persons in sorted(found.items(), key=lambda pair: _in_tree(atlas, pair[0]))
    ]


def _in_tree(atlas: Atlas, place: str) -> tuple[str, ...]:
    return (*atlas.corpus.regions[place].parents, place)


def _county(atlas: Atlas, key: str) -> str | None:
    """The county, prefecture or province; a zone itself; None for rivers and macro regions."""
    region = atlas.corpus.regions[key]
    if region.kind == "functional":
        return key
    if region.kind != "administrative":
        return None
    chain = (*region.parents, key)
    coded = [one for one in chain if len(one) == ADCODE_DIGITS and one.isdigit()]
    return coded[-1] if coded else key


def _roles(atlas: Atlas, press: Press, people: Iterable[Person]) -> list[Group]:
    """By the pinyin of the title; printed roles of unknown words at the end."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for person in people:
        for title, articles in _titles(atlas, person).items():
            found[title][person.id] = articles
    ordered = sorted(found.items(), key=lambda pair: (pair[0] == "", lazy_pinyin(pair[0]), pair[0]))
    return [
        Group(
            id=Safe(f"t-{slug(title)}" if title else "other"),
            heading=escape(title or press.words["other_roles"]),
            above="",
            url=None,
            rows=tuple(Count(*atlas.persons[key], len(said)) for key, said in persons.items()),
        )
        for title, persons in ordered
    ]


def _titles(atlas: Atlas, person: Person) -> Mapping[str, set[str]]:
    """The person's titles with the articles that print them; "" for other roles."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in atlas.corpus.person_sightings.get(person.id, ()):
        role = printed_role(sighting.entry, sighting.link)
        if role is not None and sighting.link.mention.part not in REPORTING:
            for title in titles_of(role) or ("",):
                found[title].add(sighting.entry.id)
    return found
