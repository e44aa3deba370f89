"""Corpus -> ties: by person or region, who and what they are related to, and the sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wenzhai.corpus import Corpus
from wenzhai.model import Evidence, Relation
from wenzhai.relate import RULES, relations

Ties = Mapping[str, Mapping[str, tuple["Tie", ...]]]
"""By id, and the id of the other; an article each, in the order of the digest."""


class Tie(NamedTuple):
    """What one article says of two."""

    article: str
    evidence: Evidence
    """The strongest of the article."""


def ties_of(corpus: Corpus) -> Ties:
    """From both ends, so that a region's page finds its persons too."""
    found: defaultdict[str, defaultdict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for article, relation in _relations(corpus):
        tie = Tie(article, relation.evidence[0])
        found[relation.person][relation.other].append(tie)
        found[relation.other][relation.person].append(tie)
    return {
        one: {other: tuple(ties) for other, ties in sorted(others.items())}
        for one, others in sorted(found.items())
    }


def _relations(corpus: Corpus) -> Iterator[tuple[str, Relation]]:
    for record in corpus.records:
        for entry in record.entries:
            for relation in relations(entry, record.facts.rights):
                yield entry.id, relation


def strongest(others: Mapping[str, Sequence[Tie]], known: Mapping[str, object]) -> list[str]:
    """Ids of one kind, those that most articles relate first; then by the strongest rule."""
    ids = [other for other in others if other in known]
    return sorted(ids, key=lambda other: (-len(others[other]), _rank(others[other]), other))


def _rank(ties: Sequence[Tie]) -> int:
    return min(RULES.index(tie.evidence.rule) for tie in ties)
