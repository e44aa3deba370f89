"""Texts -> how much each two of them tell of the same fields of life.

Paragraphs of one article need not repeat a word: a court, a judge and a fine are one field. What a
text tells of is the sum of its words and its characters (`lexicon`); what all paragraphs of the page
tell of says nothing, so that their mean is taken away.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from operator import mul

from wenzhai.segment.lexicon import LONGEST, load_lexicon

SHORT = 0.3  # of the middle paragraph's vector: what is as short as this has half the say
FAINT = 0.05  # as long a vector as tells nothing; those of paragraphs are about 1
REACH = 80  # units; hardly an article stretches further
CAP = 500  # code points of a paragraph that are looked at


def read_fields(text: str) -> list[float]:
    """How much a text tells of each field."""
    lexicon = load_lexicon()
    found = [0.0] * lexicon.size
    text = text[:CAP]
    for counts, table in ((Counter(text), lexicon.characters), (_words(text), lexicon.words)):
        for unit, count in counts.items():
            if unit in table:
                much = 1 + math.log(count)
                for field, share in table[unit]:
                    found[field] += much * share
    return found


def _words(text: str) -> Counter[str]:
    """The words of the lexicon, the longest at each place."""
    words = load_lexicon().words
    found: Counter[str] = Counter()
    at = 0
    while at < len(text) - 1:
        for end in range(at + LONGEST, at + 1, -1):
            if text[at:end] in words and end <= len(text):
                found[text[at:end]] += 1
                at = end
                break
        else:
            at += 1
    return found


def same_fields(
    told: Sequence[list[float]], lengths: Sequence[int], paragraphs: Sequence[int]
) -> list[dict[int, float]]:
    """For each text those near it, with how much the two tell of the same fields, from -1 to 1.

    `lengths` in code points, at most `CAP` of which are told."""
    if not paragraphs:
        return [{} for _ in told]
    total = sum(min(CAP, lengths[b]) for b in paragraphs) or 1
    mean = [sum(column) / total for column in zip(*(told[b] for b in paragraphs), strict=True)]
    vectors = []
    for fields, length in zip(told, lengths, strict=True):
        size = min(CAP, length)
        vectors.append([much - size * usual for much, usual in zip(fields, mean, strict=True)])
    norms = [math.sqrt(sum(map(mul, vector, vector))) for vector in vectors]
    middle = sorted(norms[b] for b in paragraphs)[len(paragraphs) // 2]
    grounds = [norm + SHORT * middle + FAINT for norm in norms]
    shared: list[dict[int, float]] = [{} for _ in told]
    for b, vector in enumerate(vectors):
        for other in range(max(0, b - REACH), b):
            much = sum(map(mul, vector, vectors[other])) / (grounds[b] * grounds[other])
            shared[b][other] = shared[other][b] = much
    return shared
