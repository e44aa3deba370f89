"""Entry -> what it tells, as listed below the article, as far as its page has room for it.

A page's HTML is at most 24 kB and 6 bytes for each character of the text. Most articles stay far
below; one that is a list of 300 names has room neither for 300 links nor for 300 rows. What is left
out is counted and stands on the page of evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wenzhai.corpus import Sighting
from wenzhai.facts import is_telling
from wenzhai.model import Article, Detail, EntityKind, Entry, Record
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.people import (
    Appearance,
    PlaceHere,
    Undecided,
    people_here,
    places_here,
    undecided,
)
from wenzhai.render.press import Press
from wenzhai.render.statements import FigureRow, ProposalRow, figure_row, proposal_row

# A frame has 13 kB, a link in the text about 75 bytes, a row about 110. A character of text takes
# 3 bytes of its 6.
LINKS_LEAST = 30
LINK_EACH = 20  # characters
ROWS_LEAST = 40
ROW_EACH = 50  # characters


@dataclass(frozen=True, slots=True)
class NamedHere:
    """An organisation or initiative in an article."""

    ref: Ref
    note: str
    """Of an organisation its place, of an initiative how many parts the article lists; or ""."""
    articles: int
    """In the whole digest."""


@dataclass(frozen=True, slots=True)
class Here:
    people: tuple[Appearance, ...]
    places: tuple[PlaceHere, ...]
    organisations: tuple[NamedHere, ...]
    initiatives: tuple[NamedHere, ...]
    proposals: tuple[ProposalRow, ...]
    figures: tuple[FigureRow, ...]
    undecided: tuple[Undecided, ...]
    left_out: Mapping[str, int]
    """By the names of the fields above: rows for which there was no room."""


def here(atlas: Atlas, press: Press, record: Record, entry: Entry) -> Here:
    def of(kind: EntityKind) -> Iterator[Sighting]:
        return (Sighting(record, entry, one) for one in entry.links if one.mention.kind == kind)

    own = atlas.articles[entry.id].url
    people = people_here(atlas, press, entry)
    places = places_here(atlas, entry)
    organisations = _named(atlas, press, entry, "organisation")
    initiatives = _named(atlas, press, entry, "initiative")
    proposals = [_proposal_here(own, proposal_row(atlas, press, one)) for one in of("proposal")]
    figures = [one for one in of("figure") if is_telling(one.link)]
    unknown = undecided(atlas, entry)
    lists = (people, places, organisations, initiatives, proposals, figures, unknown)
    sizes = [len(one) for one in lists]
    room = rows_for(entry.article, sizes)
    names = ("people", "places", "organisations", "initiatives", "proposals", "figures")
    return Here(
        people=people[: room[0]],
        places=places[: room[1]],
        organisations=organisations[: room[2]],
        initiatives=initiatives[: room[3]],
        proposals=tuple(proposals[: room[4]]),
        figures=tuple(
            replace(row, url=_here(own, row.url))
            for row in (figure_row(atlas, press, one) for one in figures[: room[5]])
        ),
        undecided=unknown[: room[6]],
        left_out=dict(
            zip(
                (*names, "undecided"),
                (n - m for n, m in zip(sizes, room, strict=True)),
                strict=True,
            )
        ),
    )


def links_for(article: Article) -> int:
    """How many names in the text may be links."""
    return LINKS_LEAST + _length(article) // LINK_EACH


def rows_for(article: Article, sizes: Sequence[int]) -> tuple[int, ...]:
    """Rows of each list: in turn at most half of the room that is left; the last has the rest."""
    left = ROWS_LEAST + _length(article) // ROW_EACH
    found = []
    for number, size in enumerate(sizes, 1):
        taken = min(size, left if number == len(sizes) else (left + 1) // 2)
        found.append(taken)
        left -= taken
    return tuple(found)


def _length(article: Article) -> int:
    return sum(len(paragraph.passage.text) for paragraph in article.body)


def _here(own: Safe, url: Safe) -> Safe:
    """A paragraph of the very page."""
    return Safe(url.removeprefix(own)) or url


def _proposal_here(own: Safe, row: ProposalRow) -> ProposalRow:
    answers = tuple(Ref(answer.text, _here(own, answer.url)) for answer in row.answers)
    return replace(row, url=_here(own, row.url), answers=answers)


def _named(atlas: Atlas, press: Press, entry: Entry, kind: EntityKind) -> tuple[NamedHere, ...]:
    details: defaultdict[str, list[Detail]] = defaultdict(list)
    for link in entry.links:
        if link.mention.kind == kind and link.entity is not None:
            details[link.entity] += link.mention.details
    refs = atlas.refs[kind]
    return tuple(
        NamedHere(refs[key], _note(atlas, press, details[key]), len(atlas.articles_of[key]))
        for key in atlas.inside[kind][entry.id]
    )


def _note(atlas: Atlas, press: Press, details: Sequence[Detail]) -> str:
    wheres = (atlas.corpus.regions.get(one.value) for one in details if one.name == "where")
    where = next((region.name for region in wheres if region is not None), "")
    steps = sum(one.name == "step" for one in details)
    return press.word("told_parts", count=steps) if steps else where
