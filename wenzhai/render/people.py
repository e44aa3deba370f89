"""Entry -> who and where, as listed below an article."""

from __future__ import annotations

from dataclasses import dataclass

from wenzhai.model import Entry, Link
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import escape
from wenzhai.render.press import Press

REPORTING = frozenset({"reporter", "photographer", "editor"})
"""Parts of those who make the newspaper: a register of their own."""

CANDIDATES_MAX = 5  # readings of an undecided name that are shown


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in an article."""

    ref: Ref
    roles: tuple[str, ...]
    """As printed, each once."""
    parts: tuple[str, ...]
    """What the person does here, in the reader's language."""
    articles: int
    """In the whole digest."""


@dataclass(frozen=True, slots=True)
class PlaceHere:
    """A region in an article."""

    ref: Ref
    above: str
    """Its parents' names, joined; "" for a province."""
    articles: int
    """In the whole digest, its parts counted."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A name that could mean several."""

    name: str
    candidates: tuple[Ref, ...]
    """Those that have a page."""
    more: int
    """How many others there are."""


def people_here(atlas: Atlas, press: Press, entry: Entry) -> tuple[Appearance, ...]:
    roles: dict[str, dict[str, None]] = {}
    parts: dict[str, dict[str, None]] = {}
    for link in entry.links:
        if link.entity is None or link.entity not in atlas.persons:
            continue
        role = printed_role(entry, link)
        if role is not None:
            roles.setdefault(link.entity, {})[role] = None
        for part in link.mention.parts:
            if part != "mentioned":
                parts.setdefault(link.entity, {})[press.words[f"part_{part}"]] = None
    return tuple(
        Appearance(
            atlas.persons[key],
            tuple(roles.get(key, ())),
            tuple(parts.get(key, ())),
            len(atlas.articles_of[key]),
        )
        for key in atlas.persons_in[entry.id]
    )


def places_here(atlas: Atlas, entry: Entry) -> tuple[PlaceHere, ...]:
    regions = atlas.corpus.regions
    return tuple(
        PlaceHere(
            atlas.regions[key],
            " › ".join(regions[key].path[:-1]),
            len(atlas.articles_below[key]),
        )
        for key in atlas.regions_in[entry.id]
    )


def undecided(atlas: Atlas, entry: Entry) -> tuple[Undecided, ...]:
    """Each undecided place name of the article once."""
    names: dict[str, Link] = {}
    for link in entry.links:
        if link.entity is None and len(link.candidates) > 1 and link.mention.kind == "region":
            names.setdefault(link.mention.name, link)
    return tuple(_undecided(atlas, link) for link in names.values())


def _undecided(atlas: Atlas, link: Link) -> Undecided:
    shown = tuple(_with_path(atlas, key) for key in link.candidates if key in atlas.regions)
    shown = shown[:CANDIDATES_MAX]
    return Undecided(link.mention.name, shown, len(link.candidates) - len(shown))


def _with_path(atlas: Atlas, key: str) -> Ref:
    return Ref(escape("".join(atlas.corpus.regions[key].path)), atlas.regions[key].url)


def printed_role(entry: Entry, link: Link) -> str | None:
    """The role printed at this mention; line breaks inside it are no part of it."""
    if link.mention.role is None:
        return None
    start, end = link.mention.role
    return " ".join(entry.article.text_at(link.mention.place)[start:end].split()) or None
