"""Atlas -> person pages: the roles as printed, the mentions in context, the company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.kinds import KIND
from wenzhai.model import Document, Person
from wenzhai.render.atlas import Atlas, Count, Ref, by_article
from wenzhai.render.contexts import Context, context
from wenzhai.render.paging import CONTEXTS_MAX, Sheet, sheets
from wenzhai.render.people import printed_role
from wenzhai.render.press import Press

COMPANY_SHOWN = 20  # people and places nearby; a figure of more is a hairball
ROLES_MAX = 30
SOURCES_MAX = 3  # articles named after one role


@dataclass(frozen=True, slots=True)
class Role:
    text: str
    articles: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PersonView:
    name: str
    pinyin: str
    articles: int
    mentions: int
    sheet: Sheet
    roles: tuple[Role, ...]
    contexts: tuple[Context, ...]
    places: tuple[Count, ...]
    company: tuple[Count, ...]


def persons(atlas: Atlas, press: Press) -> Iterator[Document]:
    for key, person in atlas.corpus.persons.items():
        yield from _pages(atlas, press, person, atlas.corpus.person_sightings.get(key, ()))


def _pages(
    atlas: Atlas, press: Press, person: Person, sightings: Sequence[Sighting]
) -> Iterator[Document]:
    articles = [group for _, group in by_article(sightings)]
    named = atlas.articles_of.get(person.id, ())
    roles = _roles(atlas, sightings)
    near = atlas.company(named, "persons", COMPANY_SHOWN + 1)
    places = atlas.company(named, "regions", COMPANY_SHOWN)
    first = roles[0].text if roles else ""
    for sheet, groups in sheets(f"persons/{person.id}", articles, CONTEXTS_MAX):
        meta = {
            "title": person.name,
            "description": press.word(
                "person_description", name=person.name, role=first, count=len(articles)
            ),
            "kind": "person",
        }
        view = PersonView(
            name=person.name,
            pinyin=person.pinyin,
            articles=len(articles),
            mentions=len(sightings),
            sheet=sheet,
            roles=roles,
            contexts=tuple(context(atlas, press, group) for group in groups),
            places=places,
            company=tuple(c for c in near if c.url != atlas.persons[person.id].url)[:COMPANY_SHOWN],
        )
        yield press.print(sheet.path, KIND["person"].template, meta, view)


def _roles(atlas: Atlas, sightings: Sequence[Sighting]) -> tuple[Role, ...]:
    found: dict[str, dict[str, None]] = {}
    for sighting in sightings:
        role = printed_role(sighting.entry, sighting.link)
        if role is not None:
            found.setdefault(role, {})[sighting.entry.id] = None
    often = sorted(found.items(), key=lambda pair: -len(pair[1]))[:ROLES_MAX]
    return tuple(
        Role(
            role,
            tuple(atlas.articles[key] for key in list(keys)[:SOURCES_MAX]),
            max(0, len(keys) - SOURCES_MAX),
        )
        for role, keys in often
    )
