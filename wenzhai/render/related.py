"""Entry -> other articles about the same people and places, with the reason.

What few articles share weighs more; a name that stands in many says nothing about
kinship and is not followed, so that the work grows in step with the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from wenzhai.model import Entry
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.people import REPORTING

SHARED_MAX = 20  # articles; a name in more of them is no kinship
SHOWN = 5
REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Related:
    ref: Ref
    people: tuple[Safe, ...]
    """Whom both articles name, the rarest first."""
    places: tuple[Safe, ...]


def related(atlas: Atlas, entry: Entry) -> tuple[Related, ...]:
    on_page = {other.id for other in atlas.corpus.record_of[entry.id].entries}
    shared: defaultdict[str, list[_Reason]] = defaultdict(list)
    for key, ref, is_person in _names(atlas, entry):
        articles = atlas.articles_of[key]
        if len(articles) > SHARED_MAX:
            continue
        for other in articles:
            if other not in on_page:
                shared[other].append(_Reason(1 / len(articles), ref.text, is_person))
    best = sorted(shared.items(), key=lambda pair: (-sum(r.weight for r in pair[1]), pair[0]))
    return tuple(
        Related(atlas.articles[key], _shown(reasons, True), _shown(reasons, False))
        for key, reasons in best[:SHOWN]
    )


class _Reason(NamedTuple):
    weight: float
    name: Safe
    is_person: bool


def _shown(reasons: list[_Reason], is_person: bool) -> tuple[Safe, ...]:
    wanted = [reason for reason in reasons if reason.is_person == is_person]
    return tuple(r.name for r in sorted(wanted, key=lambda r: -r.weight)[:REASONS_SHOWN])


def _names(atlas: Atlas, entry: Entry) -> list[tuple[str, Ref, bool]]:
    """People in the news and places; not those who made the page."""
    makers = {link.entity for link in entry.links if link.mention.part in REPORTING}
    people = [key for key in atlas.persons_in[entry.id] if key not in makers]
    return [(key, atlas.persons[key], True) for key in people] + [
        (key, atlas.regions[key], False) for key in atlas.regions_in[entry.id]
    ]
