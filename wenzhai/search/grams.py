"""Lines of a large digest -> lists of the units that hold each character and each run of them.

A unit is one level (headline stack, lead, rest) of one document. Every single character is
listed. A longer run is listed only when its two halves, without its last and without its
first character, share more than UNLISTED units, and its list picks from those shared ones.
So for any string at all either the lists tell exactly where it stands, or at most UNLISTED
units are left whose text can be read: the reader's browser never needs the whole text.

A text is a unit's bare lines and then its lines with punctuation, whose marks are characters of
their own (`fold.marked`). So a run with marks is listed like any other; one without marks that
stands in a line with punctuation stands in the bare line too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import NamedTuple

from wenzhai.search.lists import bitmap, encode

UNLISTED = 64  # units; each is read with a file of LARGE_SHARD characters, 1 MB at most
LONGEST = 24  # characters; longer phrases are sought where all their runs of 24 stand


class Gram(NamedTuple):
    """A listed run of characters."""

    beginning: str
    """All but the last character; "" for a single character."""
    last: str
    units: str
    """As `lists.encode` writes them."""


Units = Mapping[str, Sequence[int]]
"""Sorted units by run."""


def grams(texts: Sequence[str]) -> Iterator[Gram]:
    """All listed runs, in no stated order; `unit_texts` gives the texts."""
    size = len(texts)
    everywhere = (1 << size) - 1
    singles = _units_of(map(set, texts))
    del singles["\n"]
    for character, units in singles.items():
        yield Gram("", character, encode(everywhere, size, units))
    pairs = yield from _pairs(texts, singles)
    common = _bitmaps(pairs, size)
    stretches = [_known_stretches(text, common) for text in texts]
    listed = yield from _triples(stretches, common)
    del pairs, common
    while listed and len(next(iter(listed))) < LONGEST:
        listed = yield from _longer(stretches, listed)


def _pairs(texts: Sequence[str], singles: Units) -> Generator[Gram, None, Units]:
    known = _bitmaps(singles, len(texts))
    found = _units_of(set(map(add, text, text[1:])) for text in texts)
    listed: dict[str, Sequence[int]] = {}
    for run, units in found.items():
        shared = _shared(run, known)
        if (count := shared.bit_count()) > UNLISTED:
            listed[run] = units
            yield Gram(run[0], run[1], encode(shared, count, units))
    return listed


def _triples(stretches: Sequence[str], known: Mapping[str, int]) -> Generator[Gram, None, Units]:
    """Of the many triples few are listed: first which, then where they stand."""
    distinct: set[str] = set()
    for text in stretches:
        distinct.update(_sliding(text))
    wanted = {run for run in distinct if _shared(run, known).bit_count() > UNLISTED}
    listed = _units_of(wanted.intersection(_sliding(text)) for text in stretches)
    del listed["\n"]
    for run, units in listed.items():
        shared = _shared(run, known)
        yield Gram(run[:2], run[2], encode(shared, shared.bit_count(), units))
    return listed


def _shared(run: str, known: Mapping[str, int]) -> int:
    """Units that hold both halves of a run; 0 where a half is too rare to be known."""
    return known.get(run[:-1], 0) & known.get(run[1:], 0)


def _longer(stretches: Sequence[str], listed: Units) -> Generator[Gram, None, Units]:
    """Runs that are one longer than those listed: so few that each is looked for."""
    known = {run: frozenset(units) for run, units in listed.items() if len(units) > UNLISTED}
    following: defaultdict[str, list[str]] = defaultdict(list)
    for run in known:
        following[run[:-1]].append(run)
    found: dict[str, Sequence[int]] = {}
    for first, units in known.items():
        for second in following.get(first[1:], ()):
            shared = sorted(units & known[second])
            run = first + second[-1]
            if len(shared) <= UNLISTED:
                continue
            there = [unit for unit in shared if run in stretches[unit]]
            if there:
                found[run] = there
                yield Gram(first, run[-1], encode(bitmap(shared), len(shared), there))
    return found


def _units_of(found: Iterable[set[str]]) -> defaultdict[str, list[int]]:
    units: defaultdict[str, list[int]] = defaultdict(list, {"\n": []})
    for unit, runs in enumerate(found):
        for run in runs:
            units[run].append(unit)
    return units


def _bitmaps(found: Units, size: int) -> dict[str, int]:
    return {run: bitmap(units, size) for run, units in found.items() if len(units) > UNLISTED}


def _known_stretches(text: str, known: Mapping[str, int]) -> str:
    """The parts in which every pair is known, if two or more; each on a line."""
    flags = bytes(map(known.__contains__, map(add, text, text[1:])))
    return "\n".join([text[part.start() : part.end() + 1] for part in TWO_OR_MORE.finditer(flags)])


TWO_OR_MORE = re.compile(b"\x01\x01+")


def _sliding(text: str) -> Iterator[str]:
    """Every run of three in `text`."""
    return map("".join, zip(text, text[1:], text[2:], strict=False))
