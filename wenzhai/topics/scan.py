"""Text -> the words of the thesaurus in it.

One look-up for each character by the first two, so that the size of the thesaurus hardly
matters. A word inside a longer one that a topic excepts does not count for that topic.
"""

from __future__ import annotations

from collections import defaultdict
from operator import add
from typing import NamedTuple

from wenzhai.topics.thesaurus import Strength, Thesaurus


class Hit(NamedTuple):
    """A word of a topic in a text; half-open, code points."""

    word: str
    strength: Strength
    start: int
    end: int


def scan(text: str, thesaurus: Thesaurus) -> dict[str, tuple[Hit, ...]]:
    """By topic, in the order of the text, none overlapping: a longer word hides those in it."""
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    barred: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    words = thesaurus.words
    pairs = list(map(add, text, text[1:] + "\n"))
    places = [
        at
        for at, (pair, first) in enumerate(zip(pairs, text, strict=True))
        if pair in words or first in words
    ]
    for at in places:
        for word in (*words.get(pairs[at], ()), *words.get(text[at], ())):
            if not text.startswith(word, at):
                continue
            end = at + len(word)
            for topic, strength in thesaurus.uses[word]:
                if strength == "except":
                    barred[topic].append((at, end))
                else:
                    found[topic].append(Hit(word, strength, at, end))
    return {
        topic: kept for topic, hits in found.items() if (kept := _kept(hits, barred.get(topic, [])))
    }


def _kept(hits: list[Hit], barred: list[tuple[int, int]]) -> tuple[Hit, ...]:
    """At one place the longest, then none that begins inside the one before."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end:
            continue
        if any(start <= hit.start and hit.end <= end for start, end in barred):
            continue
        kept.append(hit)
    return tuple(kept)
