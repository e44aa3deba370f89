"""Atlas -> organisations and initiatives: an index each, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.facts import is_telling, quoted, sentence_around
from wenzhai.kinds import KIND
from wenzhai.model import DetailName, Document, EntityKind, Named
from wenzhai.render.atlas import Atlas, Count, Ref, by_article, paragraph_url
from wenzhai.render.contexts import Context, context
from wenzhai.render.escape import Safe, escape
from wenzhai.render.paging import CONTEXTS_MAX, ROWS_MAX, Sheet, sheets
from wenzhai.render.people import printed_role
from wenzhai.render.press import Press
from wenzhai.render.statements import FigureRow, figure_row

COMPANY_SHOWN = 30  # people and places nearby
DESCRIPTIONS_MAX = 5  # sentences that say what it is
FIGURES_SHOWN = 40
FORMS_SHOWN = 12  # other spellings
NAMED_KINDS: tuple[EntityKind, ...] = ("organisation", "initiative")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence and where it stands."""

    text: Safe
    url: Safe


@dataclass(frozen=True, slots=True)
class PersonThere:
    """A person in the same article, with the roles printed there."""

    ref: Ref
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Steps or parts as one text lists them."""

    items: tuple[str, ...]
    source: Ref


@dataclass(frozen=True, slots=True)
class NamedView:
    name: str
    kind: str
    articles: int
    mentions: int
    region: Ref | None
    """Where an organisation belongs."""
    forms: tuple[str, ...]
    """Other spellings, as printed."""
    about: tuple[Quoted, ...]
    parts: tuple[Parts, ...]
    people: tuple[PersonThere, ...]
    places: tuple[Count, ...]
    others: tuple[Count, ...]
    """Entities of the same kind in the same articles."""
    figures: tuple[FigureRow, ...]
    sheet: Sheet
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class NamedIndexView:
    title: str
    lead: str
    sheet: Sheet
    rows: tuple[Count, ...]
    download: Safe


def named(atlas: Atlas, press: Press) -> Iterator[Document]:
    """All pages of the kinds that are known by their names."""
    for kind in NAMED_KINDS:
        yield from _index(atlas, press, kind)
        for entity in atlas.corpus.others.get(kind, {}).values():
            yield from _pages(atlas, press, kind, entity)


def _index(atlas: Atlas, press: Press, kind: EntityKind) -> Iterator[Document]:
    folder = KIND[kind].folder
    entities = sorted(
        atlas.corpus.others.get(kind, {}).values(), key=lambda one: (one.sort_key, one.id)
    )
    rows = [
        Count(*atlas.refs[kind][one.id], len(atlas.articles_of.get(one.id, ()))) for one in entities
    ]
    rows.sort(key=lambda row: -row.articles)
    title = press.words[folder]
    lead = press.word(f"{folder}_lead", count=len(rows))
    for sheet, shown in sheets(f"{folder}/index", rows, ROWS_MAX):
        meta = {"title": title, "description": lead, "kind": "index"}
        view = NamedIndexView(title, lead, sheet, tuple(shown), Safe(f"../data/{folder}.csv"))
        yield press.print(sheet.path, "named.md", meta, view)


def _pages(atlas: Atlas, press: Press, kind: EntityKind, entity: Named) -> Iterator[Document]:
    sightings = atlas.corpus.sightings[kind].get(entity.id, ())
    groups = [group for _, group in by_article(sightings)]
    named_in = atlas.articles_of.get(entity.id, ())
    own = atlas.refs[kind][entity.id]
    forms = Counter(
        printed
        for sighting in sightings
        if (printed := _printed(sighting)) != entity.name and printed
    )
    for sheet, shown in sheets(f"{KIND[kind].folder}/{entity.id}", groups, CONTEXTS_MAX):
        meta = {
            "title": entity.name,
            "description": press.word(f"{kind}_description", name=entity.name, count=len(named_in)),
            "kind": kind,
        }
        view = NamedView(
            name=entity.name,
            kind=kind,
            articles=len(groups),
            mentions=len(sightings),
            region=_region(atlas, sightings) if kind == "organisation" else None,
            forms=tuple(form for form, _ in forms.most_common(FORMS_SHOWN)),
            about=tuple(_about(sightings)) if kind == "initiative" else (),
            parts=tuple(_parts(atlas, sightings)),
            people=tuple(_people(atlas, kind, sightings)),
            places=atlas.company(named_in, "regions", COMPANY_SHOWN),
            others=tuple(_others(atlas, kind, named_in, own)),
            figures=tuple(_figures(atlas, press, sightings)),
            sheet=sheet,
            contexts=tuple(context(atlas, press, group) for group in shown),
        )
        yield press.print(sheet.path, KIND[kind].template, meta, view)


def _printed(sighting: Sighting) -> str:
    mention = sighting.link.mention
    text = sighting.entry.article.text_at(mention.place)
    return "".join(text[mention.start : mention.end].split())


def _region(atlas: Atlas, sightings: Sequence[Sighting]) -> Ref | None:
    found = (d.value for s in sightings for d in s.link.mention.details if d.name == "where")
    return next((atlas.regions[key] for key in found if key in atlas.regions), None)


def _about(sightings: Sequence[Sighting]) -> Iterator[Quoted]:
    """Sentences that say what it is; failing them the first that names it in each article."""
    seen: dict[str, Safe] = {}
    for sighting in sightings:
        for text in _told(sighting, "about"):
            seen.setdefault(text, paragraph_url(sighting))
    for _, group in () if seen else by_article(sightings):
        running = [s for s in group if s.link.mention.place.field == "body"]
        for sighting in running[:1]:
            text = sentence_around(sighting.link, sighting.entry.article)
            seen.setdefault(text, paragraph_url(sighting))
    yield from (Quoted(escape(text), url) for text, url in list(seen.items())[:DESCRIPTIONS_MAX])


def _parts(atlas: Atlas, sightings: Sequence[Sighting]) -> Iterator[Parts]:
    seen: set[tuple[str, ...]] = set()
    for sighting in sightings:
        for items in _runs(sighting):
            if items not in seen:
                seen.add(items)
                title = atlas.articles[sighting.entry.id].text
                yield Parts(items, Ref(title, paragraph_url(sighting)))


def _runs(sighting: Sighting) -> Iterator[tuple[str, ...]]:
    """Parts that stand in one paragraph are one list."""
    by_place: dict[object, list[str]] = {}
    for detail in sighting.link.mention.details:
        if detail.name == "step":
            by_place.setdefault(detail.place, []).append(quoted(sighting.entry.article, detail))
    yield from (tuple(items) for items in by_place.values())


def _told(sighting: Sighting, name: DetailName) -> Iterator[str]:
    for detail in sighting.link.mention.details:
        if detail.name == name:
            yield quoted(sighting.entry.article, detail)


def _people(atlas: Atlas, kind: EntityKind, sightings: Sequence[Sighting]) -> Iterator[PersonThere]:
    """Of an organisation those whose role names it; of an initiative those who stand in its
    paragraphs, and who speaks in its articles."""
    roles: dict[str, dict[str, None]] = {}
    for _, group in by_article(sightings):
        entry = group[0].entry
        places = {s.link.mention.place for s in group}
        bodies = [(s.link.mention.place, s.link.mention.start, s.link.mention.end) for s in group]
        for link in entry.links:
            mention = link.mention
            if mention.kind != "person" or link.entity not in atlas.persons:
                continue
            role = mention.role
            is_there = role is not None and any(
                place == mention.place and role.start <= start and end <= role.end
                for place, start, end in bodies
            )
            is_near = mention.place in places or mention.part == "speaker"
            if is_there or (kind == "initiative" and is_near):
                told = roles.setdefault(link.entity or "", {})
                if printed := printed_role(entry, link):
                    told[printed] = None
    yield from (
        PersonThere(atlas.persons[key], tuple(told))
        for key, told in list(roles.items())[:COMPANY_SHOWN]
    )


def _others(atlas: Atlas, kind: EntityKind, articles: Sequence[str], own: Ref) -> Iterator[Count]:
    counter = Counter(key for article in articles for key in atlas.inside[kind][article])
    best = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
    counts = (Count(*atlas.refs[kind][key], count) for key, count in best)
    yield from [count for count in counts if count.url != own.url][:COMPANY_SHOWN]


def _figures(atlas: Atlas, press: Press, sightings: Sequence[Sighting]) -> Iterator[FigureRow]:
    """Figures in the paragraphs that name it."""
    count = 0
    seen: set[str] = set()
    for _, group in by_article(sightings):
        places = {s.link.mention.place for s in group}
        for link in group[0].entry.links:
            is_here = link.mention.kind == "figure" and link.mention.place in places
            is_here = is_here and is_telling(link)
            if is_here and link.entity not in seen and count < FIGURES_SHOWN:
                seen.add(link.entity or "")
                count += 1
                yield figure_row(atlas, press, Sighting(group[0].record, group[0].entry, link))
