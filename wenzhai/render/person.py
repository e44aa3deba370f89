"""Atlas -> person pages: the roles as printed, the mentions in context, the company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.kinds import KIND
from wenzhai.model import Document, Person
from wenzhai.render.atlas import Atlas, Count, Ref, by_article
from wenzhai.render.contexts import Context, context
from wenzhai.render.escape import Safe
from wenzhai.render.paging import CONTEXTS_MAX, Sheet, sheets
from wenzhai.render.people import printed_role
from wenzhai.render.phrases import DECISION, vague_date
from wenzhai.render.press import Press
from wenzhai.render.tied import Tied, network_of, tied
from wenzhai.render.timeline import picture_of

COMPANY_SHOWN = 20  # people and places nearby; a figure of more is a hairball
ROLES_MAX = 30
TIED_SHOWN = 20
SOURCES_MAX = 3  # articles named after one role


@dataclass(frozen=True, slots=True)
class Role:
    text: str
    when: str
    """The first and the last date under which it is printed; "" where none is known."""
    articles: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PersonView:
    name: str
    pinyin: str
    articles: int
    mentions: int
    other_names: tuple[tuple[str, str], ...]
    """Printed for this name, as the authority file decides, each with the reason."""
    sheet: Sheet
    roles: tuple[Role, ...]
    contexts: tuple[Context, ...]
    timeline: Safe | None
    network: Safe | None
    at: tuple[Tied, ...]
    """Places, each with a sentence."""
    together: tuple[Tied, ...]
    """People, each with a sentence."""
    places: tuple[Count, ...]
    """Others that only stand in the same articles."""
    company: tuple[Count, ...]


def persons(atlas: Atlas, press: Press) -> Iterator[Document]:
    for key, person in atlas.corpus.persons.items():
        yield from _pages(atlas, press, person, atlas.corpus.person_sightings.get(key, ()))


def _pages(
    atlas: Atlas, press: Press, person: Person, sightings: Sequence[Sighting]
) -> Iterator[Document]:
    articles = [group for _, group in by_article(sightings)]
    named = atlas.articles_of.get(person.id, ())
    roles = _roles(atlas, press, sightings)
    at = tied(atlas, press, person.id, "regions", TIED_SHOWN)
    together = tied(atlas, press, person.id, "persons", TIED_SHOWN)
    told = {ref.url for row in (*at, *together) for ref in row.refs} | {
        atlas.persons[person.id].url
    }
    people = atlas.company(named, "persons", COMPANY_SHOWN + len(told))
    places = atlas.company(named, "regions", COMPANY_SHOWN + len(told))
    pictures = picture_of(atlas, press, named), network_of(atlas, press, person.id)
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
            other_names=_other_names(person, sightings),
            sheet=sheet,
            roles=roles,
            contexts=tuple(context(atlas, press, group) for group in groups),
            timeline=pictures[0],
            network=pictures[1],
            at=at,
            together=together,
            places=tuple(c for c in places if c.url not in told)[:COMPANY_SHOWN],
            company=tuple(c for c in people if c.url not in told)[:COMPANY_SHOWN],
        )
        yield press.print(sheet.path, KIND["person"].template, meta, view)


def _other_names(person: Person, sightings: Sequence[Sighting]) -> tuple[tuple[str, str], ...]:
    links = [one.link for one in sightings if one.link.rule == "authority"]
    told = {one.mention.name: one.reason.removeprefix(DECISION) for one in links}
    return tuple((name, reason) for name, reason in told.items() if name != person.name)


def _roles(atlas: Atlas, press: Press, sightings: Sequence[Sighting]) -> tuple[Role, ...]:
    """The latest first; roles without a date behind them, the most frequent first."""
    found: dict[str, dict[str, None]] = {}
    for sighting in sightings:
        role = printed_role(sighting.entry, sighting.link)
        if role is not None:
            found.setdefault(role, {})[sighting.entry.id] = None
    often = sorted(found.items(), key=lambda pair: -len(pair[1]))[:ROLES_MAX]
    rows = [(_dates(atlas, keys), role, list(keys)) for role, keys in often]
    rows.sort(key=lambda row: max(row[0], default=""), reverse=True)
    return tuple(
        Role(
            role,
            _span(press, dates),
            tuple(atlas.articles[key] for key in keys[:SOURCES_MAX]),
            max(0, len(keys) - SOURCES_MAX),
        )
        for dates, role, keys in rows
    )


def _dates(atlas: Atlas, keys: Iterable[str]) -> list[str]:
    dates = (atlas.corpus.entries[key].article.date for key in keys)
    return sorted(date for date in dates if date is not None)


def _span(press: Press, dates: Sequence[str]) -> str:
    if not dates:
        return ""
    first, last = vague_date(press, dates[0]), vague_date(press, dates[-1])
    return first if first == last else press.word("date_span", first=first, last=last)
