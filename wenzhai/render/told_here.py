"""Entry -> what else it tells, as listed below an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.corpus import Sighting
from wenzhai.model import EntityKind, Entry, Record
from wenzhai.render.atlas import Atlas, Count
from wenzhai.render.press import Press
from wenzhai.render.statements import FigureRow, ProposalRow, figure_row, proposal_row


@dataclass(frozen=True, slots=True)
class ToldHere:
    organisations: tuple[Count, ...]
    """With the number of articles in the whole digest."""
    initiatives: tuple[Count, ...]
    figures: tuple[FigureRow, ...]
    proposals: tuple[ProposalRow, ...]


def told_here(atlas: Atlas, press: Press, record: Record, entry: Entry) -> ToldHere:
    def of(kind: EntityKind) -> Iterator[Sighting]:
        return (Sighting(record, entry, one) for one in entry.links if one.mention.kind == kind)

    return ToldHere(
        organisations=_named(atlas, entry.id, "organisation"),
        initiatives=_named(atlas, entry.id, "initiative"),
        figures=tuple(figure_row(atlas, press, one) for one in of("figure")),
        proposals=tuple(proposal_row(atlas, press, one) for one in of("proposal")),
    )


def _named(atlas: Atlas, article: str, kind: EntityKind) -> tuple[Count, ...]:
    return tuple(
        Count(*atlas.refs[kind][key], len(atlas.articles_of[key]))
        for key in atlas.inside[kind][article]
    )
