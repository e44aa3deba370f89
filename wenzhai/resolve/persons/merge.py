"""Links of all pages -> same names that hardly mean one person.

Pages that give the same full name give the same id: proposed as one person. Where the
printed roles name different regions, and none is common to both, the proposal is
doubtful, and an editor's word in the authority file decides. Nothing is split here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Namesakes:
    """One id under which two articles may mean two persons."""

    id: str
    articles: tuple[str, str]
    reason: str
    """In English, with the evidence quoted."""


def propose_namesakes(
    roles: Mapping[str, Iterable[tuple[str, str, frozenset[str]]]],
) -> tuple[Namesakes, ...]:
    """By person id: article id, role as printed, and ids of the regions in that role."""
    found: list[Namesakes] = []
    for identity, rows in sorted(roles.items()):
        by_article: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for article, role, regions in rows:
            if regions:
                by_article[article].append((role, regions))
        for one, other in combinations(sorted(by_article), 2):
            pairs = [(a, b) for a in by_article[one] for b in by_article[other]]
            if all(_apart(a[1], b[1]) for a, b in pairs):
                first, second = pairs[0]
                reason = f"{first[0]} and {second[0]} name no common region"
                found.append(Namesakes(identity, (one, other), reason))
    return tuple(found)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """No region of one is, holds, or lies in a region of the other (GB/T 2260 prefixes)."""
    return not any(
        a.rstrip("0").startswith(b.rstrip("0")) or b.rstrip("0").startswith(a.rstrip("0"))
        for a in one
        for b in other
    )
