"""A passage with what was found in it so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wenzhai.model import Place
from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with what was found in it so far."""

    place: Place
    text: str
    tokens: Tokens
    chosen: tuple[Candidate, ...]
    """Sorted, not overlapping."""
    weak: tuple[Candidate, ...]
    """Not accepted yet, best first."""


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The strongest candidates that do not overlap, in the order of the text."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.part is None, -c.score, c.start)):
        if all(candidate.end <= t.start or t.end <= candidate.start for t in taken):
            taken.append(candidate)
    return tuple(sorted(taken, key=lambda c: c.start))
