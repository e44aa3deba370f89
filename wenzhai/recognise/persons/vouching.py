"""Readings -> the same, with weak candidates that others vouch for: in lists, or by repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.reading import Reading, choose

LISTED = 4.0  # evidence of a name beside another in a list
REPEATED = 1.5  # evidence of each further place where the same weak candidate stands
REPEATABLE = 1.5  # a weak candidate counts as a repetition from here
JOINTS = re.compile(r"[ \u3000]*(?:[、和与及同跟／/]|以及)[ \u3000]*|[ \u3000]+")


def with_lists(reading: Reading) -> Reading:
    """Weak candidates that stand in a list beside an accepted one."""
    if not reading.weak or not reading.chosen:
        return reading
    added: list[Candidate] = []
    weak = list(reading.weak)
    starts = {candidate.start for candidate in reading.chosen}
    ends = {candidate.end for candidate in reading.chosen}
    has_grown = True
    while has_grown:
        has_grown = False
        for candidate in tuple(weak):
            if candidate.score + LISTED < ACCEPT:
                continue
            if _joined_left(reading.text, candidate.start, ends) or _joined_right(
                reading.text, candidate.end, starts
            ):
                weak.remove(candidate)
                added.append(replace(candidate, rule="list", score=candidate.score + LISTED))
                starts.add(candidate.start)
                ends.add(candidate.end)
                has_grown = True
    return replace(reading, chosen=choose((*reading.chosen, *added)), weak=tuple(weak))


def _joined_left(text: str, start: int, ends: set[int]) -> bool:
    return any(
        end < start and start - end <= 3 and JOINTS.fullmatch(text, end, start)
        for end in range(start - 3, start)
        if end in ends
    )


def _joined_right(text: str, end: int, starts: set[int]) -> bool:
    return any(
        JOINTS.fullmatch(text, end, start) for start in range(end + 1, end + 4) if start in starts
    )


def with_repeated(articles: list[list[Reading]]) -> list[list[Reading]]:
    """Weak candidates that stand several times on the page, each time as a possible name."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for readings in articles:
        for reading in readings:
            for candidate in reading.weak:
                if candidate.score >= REPEATABLE:
                    scores[candidate.name].append(candidate.score)
    repeated = {
        name: max(found) + REPEATED * (len(found) - 1)
        for name, found in scores.items()
        if max(found) + REPEATED * (len(found) - 1) >= ACCEPT
    }
    if not repeated:
        return articles
    return [[_raised(reading, repeated) for reading in readings] for readings in articles]


def _raised(reading: Reading, repeated: Mapping[str, float]) -> Reading:
    added = [
        replace(candidate, rule="repeated", score=repeated[candidate.name])
        for candidate in reading.weak
        if candidate.name in repeated
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading
