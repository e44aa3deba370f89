"""Texts -> how much each two of them tell of the same fields of life.

Paragraphs of one article need not repeat a word: a court, a judge and a fine are one field. What a
text tells of is the sum of its words and its characters (`lexicon`); what all paragraphs of the page
tell of says nothing, so that their mean is taken away.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import add, sub

from wenzhai.segment.lexicon import Lexicon, load_lexicon

SHORT = 0.3  # of the middle paragraph's vector: what is as short as this has half the say
FAINT = 0.05  # as long a vector as tells nothing; those of paragraphs are about 1
REACH = 80  # units; hardly an article stretches further
CAP = 500  # code points of a paragraph that are looked at


def read_fields(text: str) -> list[float]:
    """How much a text tells of each field."""
    lexicon = load_lexicon()
    found = [0.0] * lexicon.size
    text = text[:CAP]
    words = Counter(_words(text, lexicon))
    for counts, table in ((Counter(text), lexicon.characters), (words, lexicon.words)):
        for unit, count in counts.items():
            shares = table.get(unit, ())
            if count == 1:
                for field, share in shares:
                    found[field] += share
            else:
                much = 1 + math.log(count)
                for field, share in shares:
                    found[field] += much * share
    return found


def _words(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of the lexicon, the longest at each place."""
    free = 0
    lengths, known = lexicon.lengths, lexicon.words
    places = [(at, pair) for at, pair in enumerate(map(add, text, text[1:])) if pair in lengths]
    for at, pair in places:
        if at >= free:
            for length in lengths[pair]:
                word = text[at : at + length]
                if word in known:
                    yield word
                    free = at + len(word)
                    break


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
        vectors.append(tuple(map(sub, fields, [size * usual for usual in mean])))
    norms = [math.hypot(*vector) for vector in vectors]
    middle = sorted(norms[b] for b in paragraphs)[len(paragraphs) // 2]
    grounds = [norm + SHORT * middle + FAINT for norm in norms]
    shared: list[dict[int, float]] = [{} for _ in told]
    for b, vector in enumerate(vectors):
        for other in range(max(0, b - REACH), b):
            product = _product(vector, vectors[other], norms[b], norms[other])
            shared[b][other] = shared[other][b] = product / (grounds[b] * grounds[other])
    return shared


def _product(
    one: tuple[float, ...], other: tuple[float, ...], norm: float, other_norm: float
) -> float:
    """The scalar product of two vectors, by their distance, which is computed in C (the law of
    cosines): six times as fast as a sum of products."""
    apart = math.dist(one, other)
    return (norm * norm + other_norm * other_norm - apart * apart) / 2
