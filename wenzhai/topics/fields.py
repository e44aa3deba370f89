"""Article -> how much of the fields of life that a topic lists it tells.

`data/segment/fields.txt` has the words of 500 fields, written without a thought of topics; the
thesaurus names those of each topic. A word of several fields counts for a topic by the share of
them that are the topic's, more in the headline and the lead.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from operator import add
from typing import NamedTuple

from wenzhai.topics.thesaurus import Thesaurus

IN_HEAD, IN_LEAD = 3.0, 1.5  # a word there counts as so many elsewhere
WORD_MOST = 4  # code points up to which a longer word says more


class Vocabulary(NamedTuple):
    """Words of the fields of life."""

    words: Mapping[str, tuple[str, ...]]
    """The fields of each."""
    lengths: Mapping[str, tuple[int, ...]]
    """Of words, the longest first, by their first two characters."""
    fields: frozenset[str]


@cache
def load_vocabulary() -> Vocabulary:
    source = files("wenzhai") / "data" / "segment" / "fields.txt"
    rows = [r for r in source.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    words: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        name, _, told = row.partition(":")
        for word in told.split():
            words[word].append(name)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:2]].add(len(word))
    return Vocabulary(
        {word: tuple(names) for word, names in words.items()},
        {start: tuple(sorted(own, reverse=True)) for start, own in lengths.items()},
        frozenset(row.partition(":")[0] for row in rows),
    )


def told_of(text: str, head_end: int, lead_end: int, thesaurus: Thesaurus) -> dict[str, float]:
    """By topic; 0 is left out."""
    found: defaultdict[str, float] = defaultdict(float)
    vocabulary = load_vocabulary()
    for word, times in _words(text, head_end, lead_end, vocabulary).items():
        names = vocabulary.words[word]
        said = (1 + math.log(times)) * min(len(word), WORD_MOST) / 2 / len(names)
        for name in names:
            for topic in thesaurus.of_field.get(name, ()):
                found[topic] += said
    return dict(found)


def _words(text: str, head_end: int, lead_end: int, vocabulary: Vocabulary) -> dict[str, float]:
    """Each word with how often it stands there, the longest first."""
    found: dict[str, float] = {}
    lengths = vocabulary.lengths
    places = [(at, pair) for at, pair in enumerate(map(add, text, text[1:])) if pair in lengths]
    free = 0
    for at, pair in places:
        if at < free:
            continue
        for length in lengths[pair]:
            word = text[at : at + length]
            if word in vocabulary.words:
                weight = IN_HEAD if at < head_end else IN_LEAD if at < lead_end else 1.0
                found[word] = found.get(word, 0.0) + weight
                free = at + length
                break
    return found
