"""Entry -> other articles about the same initiatives, people and places, with the reason.

What few articles share weighs more; a name that stands in many says nothing about
kinship and is not followed, so that the work grows in step with the corpus. A statesman who
is only invoked (学习贯彻习近平总书记…) is no reason, and a whole province or macro region none by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from wenzhai.model import Entry, Region
from wenzhai.relate import is_only_invoked
from wenzhai.render.atlas import Atlas, Ref
from wenzhai.render.escape import Safe
from wenzhai.render.people import REPORTING

SHARED_MAX = 20  # articles; a name in more of them is no kinship
SHOWN = 5
REASONS_SHOWN = 3
Shared = Literal["initiative", "person", "region"]
WEIGHTS: Mapping[Shared, float] = MappingProxyType({"initiative": 2, "person": 1, "region": 1})
"""An initiative is what an article is about, a person or place may be named by the way."""


@dataclass(frozen=True, slots=True)
class Related:
    ref: Ref
    initiatives: tuple[Safe, ...]
    """Of which both articles tell, the rarest first."""
    people: tuple[Safe, ...]
    """Whom both articles name, the rarest first."""
    places: tuple[Safe, ...]


def related(atlas: Atlas, entry: Entry) -> tuple[Related, ...]:
    on_page = {other.id for other in atlas.corpus.record_of[entry.id].entries}
    shared: defaultdict[str, list[_Reason]] = defaultdict(list)
    for key, ref, kind in _names(atlas, entry):
        articles = atlas.articles_of[key]
        if len(articles) > SHARED_MAX:
            continue
        is_person = kind == "person"
        is_wide = kind == "region" and _is_wide(atlas.corpus.regions[key])
        for other in articles:
            if other in on_page or (is_person and key in _invoked(atlas.corpus.entries[other])):
                continue
            weight = WEIGHTS[kind] / len(articles)
            shared[other].append(_Reason(weight, ref.text, kind, is_wide))
    kin = [one for one in shared.items() if not all(reason.is_wide for reason in one[1])]
    best = sorted(kin, key=lambda pair: (-sum(r.weight for r in pair[1]), pair[0]))
    return tuple(
        Related(
            atlas.articles[key],
            _shown(reasons, "initiative"),
            _shown(reasons, "person"),
            _shown(reasons, "region"),
        )
        for key, reasons in best[:SHOWN]
    )


class _Reason(NamedTuple):
    weight: float
    name: Safe
    kind: Shared
    is_wide: bool
    """A whole province or macro region."""


def _shown(reasons: list[_Reason], kind: Shared) -> tuple[Safe, ...]:
    wanted = [reason for reason in reasons if reason.kind == kind]
    return tuple(r.name for r in sorted(wanted, key=lambda r: -r.weight)[:REASONS_SHOWN])


def _names(atlas: Atlas, entry: Entry) -> list[tuple[str, Ref, Shared]]:
    """Initiatives, people in the news and places; not those who made the page."""
    makers = {link.entity for link in entry.links if link.mention.part in REPORTING}
    silent = makers | _invoked(entry)
    people = [key for key in atlas.persons_in[entry.id] if key not in silent]
    initiatives = atlas.inside["initiative"][entry.id]
    return [
        *((key, atlas.refs["initiative"][key], "initiative") for key in initiatives),
        *((key, atlas.persons[key], "person") for key in people),
        *((key, atlas.regions[key], "region") for key in atlas.regions_in[entry.id]),
    ]


def _invoked(entry: Entry) -> frozenset[str]:
    """Who is named in the article, but only as statesmen are."""
    people = [link for link in entry.links if link.mention.kind == "person" and link.entity]
    present = {link.entity for link in people if not is_only_invoked(link)}
    return frozenset(link.entity for link in people if link.entity) - present


def _is_wide(region: Region) -> bool:
    return region.kind == "macro" or (region.kind == "administrative" and not region.parents)
