"""A passage with what was found in it so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wenzhai.model import Place
from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.tokens import Tokens

AGREED = 1.0  # evidence of a second rule that reads the same name
AGREEABLE = 1.5  # ... with at least this much evidence of its own


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


def agreed(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each place once: the strongest of its candidates, stronger when another rule agrees."""
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in candidates:
        span = candidate.start, candidate.end
        other = best.get(span)
        if other is None:
            best[span] = candidate
            continue
        strong, weak = (other, candidate) if other.score >= candidate.score else (candidate, other)
        bonus = AGREED if weak.score >= AGREEABLE else 0.0
        part = strong.part or weak.part
        also = strong.also or weak.also
        if also is None and strong.part is not None and weak.part not in (None, strong.part):
            also = weak.part  # 记者张三/摄
        also = None if also == part else also
        best[span] = replace(strong, score=strong.score + bonus, part=part, also=also)
    return list(best.values())


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The strongest candidates that do not overlap, in the order of the text."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.part is None, -c.score, c.start)):
        if all(candidate.end <= t.start or t.end <= candidate.start for t in taken):
            taken.append(candidate)
    return tuple(sorted(taken, key=lambda c: c.start))
