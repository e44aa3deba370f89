"""Lines of a large digest -> lists of the units that hold each character and each run of them.

A unit is one level (headline stack, lead, rest) of one document. Every single character is
listed. A longer run is listed only when its two halves, without its last and without its
first character, share more than UNLISTED units, and its list picks from those shared ones.
So for any string at all either the lists tell exactly where it stands, or at most UNLISTED
units are left whose text can be read: the reader's browser never needs the whole text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import NamedTuple

from wenzhai.search.lists import bitmap, encode

UNLISTED = 32  # units; with LARGE_SHARD documents a file at most 0.4 MB of text is read
LONGEST = 12  # characters; longer runs that stand in more than 32 units are set phrases


class Gram(NamedTuple):
    """A listed run of characters."""

    beginning: str
    """All but the last character; "" for a single character."""
    last: str
    units: str
    """As `lists.encode` writes them."""


def grams(texts: Sequence[str]) -> Iterator[Gram]:
    """All listed runs, in no stated order. A text holds the bare lines of one unit."""
    size = len(texts)
    everywhere = (1 << size) - 1
    singles = _units_of(map(set, texts))
    del singles["\n"]
    for character, units in singles.items():
        yield Gram("", character, encode(everywhere, size, units))
    known = _frequent(singles, size)
    for length in range(2, LONGEST + 1):
        if length > 2:
            texts = [_known_stretches(text, known, length - 1) for text in texts]
        listed: dict[str, Sequence[int]] = {}
        for run, units in _units_of(set(_sliding(text, length)) for text in texts).items():
            first, second = known.get(run[:-1]), known.get(run[1:])
            if first is None or second is None:
                continue
            shared = first & second
            count = shared.bit_count()
            if count > UNLISTED:
                listed[run] = units
                yield Gram(run[:-1], run[-1], encode(shared, count, units))
        known = _frequent(listed, size)


def _units_of(found: Iterable[set[str]]) -> defaultdict[str, list[int]]:
    units: defaultdict[str, list[int]] = defaultdict(list, {"\n": []})
    for unit, runs in enumerate(found):
        for run in runs:
            units[run].append(unit)
    return units


def _frequent(found: Mapping[str, Sequence[int]], size: int) -> dict[str, int]:
    return {run: bitmap(units, size) for run, units in found.items() if len(units) > UNLISTED}


def _known_stretches(text: str, known: Mapping[str, int], length: int) -> str:
    """The parts in which every run of `length` is known, if two or more; each on a line."""
    flags = bytes(map(known.__contains__, _sliding(text, length)))
    return "\n".join(
        [text[part.start() : part.end() + length - 1] for part in TWO_OR_MORE.finditer(flags)]
    )


TWO_OR_MORE = re.compile(b"\x01\x01+")


def _sliding(text: str, length: int) -> Iterable[str]:
    """Every run of `length` in `text`."""
    if length == 2:
        return map(add, text, text[1:])  # half of all the work; twice as fast as slices
    return [text[at : at + length] for at in range(len(text) - length + 1)]
