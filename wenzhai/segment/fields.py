"""Texts -> the fields of life that each tells of, and how much two of them speak of the same.

Paragraphs of one article need not repeat a word: a court, a judge and a fine are one field. The
fields are those of `data/segment/fields.txt`; one that few paragraphs of the page tell of says most.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from wenzhai.segment.topics import GRAMMAR

SCALE = 8.0  # points of two long paragraphs of one field only: as large as what shared words have
REACH = 80  # units; hardly an article stretches further


@cache
def _words() -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    """Words with the numbers of their fields, by the first pair that can name a subject."""
    source = files("wenzhai") / "data" / "segment" / "fields.txt"
    rows = [r for r in source.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    fields: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in dict.fromkeys(row.partition(":")[2].split()):
            fields.setdefault(word, []).append(number)
    found: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for word, numbers in fields.items():
        for a, b in pairwise(word):
            if a not in GRAMMAR and b not in GRAMMAR:
                found.setdefault(a + b, []).append((word, tuple(numbers)))
                break
    return {pair: tuple(words) for pair, words in found.items()}


def read_fields(text: str, pairs: Iterable[str]) -> dict[int, float]:
    """How many words of each field a text has; one of several fields counts less for each."""
    table = _words()
    found: dict[int, float] = {}
    for pair in sorted(table.keys() & pairs):
        for word, numbers in table[pair]:
            if len(word) == 2 or word in text:
                for number in numbers:
                    found[number] = found.get(number, 0.0) + 1 / math.sqrt(len(numbers))
    return found


def same_fields(
    told: Sequence[dict[int, float]], paragraphs: Sequence[int]
) -> list[dict[int, float]]:
    """For each text those near it that tell of the same fields, with how much they do."""
    spread = Counter(field for b in paragraphs for field in told[b])
    total = len(paragraphs)
    held: dict[int, list[tuple[int, float]]] = {}
    for b, fields in enumerate(told):
        weighed = {
            field: math.log1p(count) * max(0.0, math.log((total + 3) / (spread[field] + 1)))
            for field, count in fields.items()
        }
        size = 1 + math.sqrt(sum(w * w for w in weighed.values()))
        for field, weight in weighed.items():
            if weight:
                held.setdefault(field, []).append((b, weight / size))
    shared: list[dict[int, float]] = [{} for _ in told]
    for field in sorted(held):
        row = held[field]
        for i, (b, weight) in enumerate(row):
            own = shared[b]
            for k in range(i - 1, -1, -1):
                other, much = row[k]
                if other < b - REACH:
                    break
                own[other] = shared[other][b] = own.get(other, 0.0) + SCALE * weight * much
    return shared
