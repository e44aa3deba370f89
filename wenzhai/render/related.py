"""Entry -> other articles about the same people and places, with the reason.

What few articles share weighs more; a name that stands in many says nothing about
kinship and is not followed, so that the work grows in step with the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

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
    reasons: tuple[Safe, ...]
    """Names that both articles share, the rarest first."""


def related(atlas: Atlas, entry: Entry) -> tuple[Related, ...]:
    on_page = {other.id for other in atlas.corpus.record_of[entry.id].entries}
    shared: defaultdict[str, list[tuple[float, Safe]]] = defaultdict(list)
    for key, name in _names(atlas, entry):
        articles = atlas.articles_of[key]
        if len(articles) > SHARED_MAX:
            continue
        for other in articles:
            if other not in on_page:
                shared[other].append((1 / len(articles), name))
    best = sorted(shared.items(), key=lambda pair: (-sum(w for w, _ in pair[1]), pair[0]))[:SHOWN]
    return tuple(
        Related(
            atlas.articles[key],
            tuple(name for _, name in sorted(reasons, key=lambda r: -r[0])[:REASONS_SHOWN]),
        )
        for key, reasons in best
    )


def _names(atlas: Atlas, entry: Entry) -> list[tuple[str, Safe]]:
    """People in the news and places; not those who made the page."""
    makers = {link.entity for link in entry.links if link.mention.part in REPORTING}
    people = [key for key in atlas.persons_in[entry.id] if key not in makers]
    return [(key, atlas.persons[key].text) for key in people] + [
        (key, atlas.regions[key].text) for key in atlas.regions_in[entry.id]
    ]
