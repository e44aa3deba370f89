"""`data/segment/fields.txt` -> how much each word and each character tells of each field of life.

Chinese writes what a word is about: 洪 of 蓄洪 and 洪峰 tells of floods in words that no list has. A
character's share of each field is that of the words that it stands in, drawn towards that of all
words the more, the fewer it stands in.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

CHARACTER_BELIEF = 20.0  # words that the share of all words counts as much as, for a character
WORD_BELIEF = 3.0  # ... and for a word, which counts as one
MOST = 16  # fields of a character that are kept: those it tells most of

Share = tuple[tuple[int, float], ...]
"""Fields by number, with how much more often they are told of with it than with any word."""


class Lexicon(NamedTuple):
    size: int
    """How many fields there are."""
    words: dict[str, Share]
    lengths: dict[str, tuple[int, ...]]
    """Of words, the longest first, by their first two characters."""
    characters: dict[str, Share]


@cache
def load_lexicon() -> Lexicon:
    source = files("wenzhai") / "data" / "segment" / "fields.txt"
    rows = [r for r in source.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    fields: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in row.partition(":")[2].split():
            fields.setdefault(word, []).append(number)
    held: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    usual = [0.0] * len(rows)
    for word, numbers in fields.items():
        for number in numbers:
            usual[number] += 1 / len(numbers)
            for character in set(word):
                held[character][number] += 1 / len(numbers)
    usual = [share / len(fields) for share in usual]
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in fields:
        lengths[word[:2]].add(len(word))
    return Lexicon(
        len(rows),
        {
            word: _share(dict.fromkeys(own, 1 / len(own)), usual, WORD_BELIEF)
            for word, own in fields.items()
        },
        {pair: tuple(sorted(own, reverse=True)) for pair, own in lengths.items()},
        {c: _share(own, usual, CHARACTER_BELIEF) for c, own in held.items()},
    )


def _share(held: dict[int, float], usual: list[float], belief: float) -> Share:
    ground = sum(held.values()) + belief
    found = [(f, (much + belief * usual[f]) / ground - usual[f]) for f, much in held.items()]
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(pair for pair in found[:MOST] if pair[1] > 0)
