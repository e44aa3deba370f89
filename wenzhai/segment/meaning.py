"""Texts -> how much each two of them tell of the same things, though they share no word.

Each word and each character has a vector (`data/segment/meaning.txt`, fitted by
`bench/fit_meaning.py`), and a text is the sum of its own: what stands in articles of one kind lies
near each other. A court, a judge and a fine are one subject. What all paragraphs of a page tell of
says nothing, so that their mean is taken away.
"""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import sub
from struct import unpack

import rjieba

from wenzhai.segment.names import HAN, is_han

SIZE = 192  # numbers of a vector
CAP = 500  # code points of a text that are looked at
ZERO = 128  # what 0 is written as; numbers of a unit lie between -127 and 127
TIMES_MAX = 20  # times a unit counts at most
TIMES = (0, *(round(16 * (1 + math.log(n))) for n in range(1, TIMES_MAX + 1)))
"""What a unit weighs that stands so many times in a text; whole, so that sums are the same on every
machine."""
SCALE = 1 / 4096  # of two, so that sums of vectors are exact in any order
SHORT = 0.3  # of the middle paragraph's vector: what is as short as this has half the say
FAINT = 0.05  # as long a vector as tells nothing
REACH = 80  # units; hardly an article stretches further

Vector = tuple[float, ...]


class Meanings:
    """Unit -> its vector, as one long number with 32 bits for each of its own: these are added
    and multiplied at one stroke."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self.written = written
        self.read: dict[str, int] = {}

    def of(self, unit: str) -> int:
        """0 for a unit that is not known."""
        found = self.read.get(unit)
        if found is None:
            told = self.written.get(unit)
            lanes = bytearray(4 * SIZE)
            if told:
                lanes[::4] = b64decode(told)
            found = self.read[unit] = int.from_bytes(lanes, "little")
        return found


@cache
def load_meanings() -> Meanings:
    source = files("wenzhai") / "data" / "segment" / "meaning.txt"
    rows = source.read_text(encoding="utf-8").split("\n")
    return Meanings(dict(row.split(" ") for row in rows if row and row[0] != "#"))


def write_unit(unit: str, numbers: Iterable[int]) -> str:
    """A row of the file."""
    return f"{unit} {b64encode(bytes(number + ZERO for number in numbers)).decode()}"


def units_of(text: str) -> Counter[str]:
    """Its characters, and its words of two and more."""
    found = Counter(HAN.findall(text))
    found.update(w for w in rjieba.cut(text, False) if len(w) > 1 and is_han(w))
    return found


def read_meaning(text: str) -> Vector:
    """What a text tells of; nothing but zeros where no unit is known."""
    meanings = load_meanings()
    total = much = 0
    for unit, count in units_of(text[:CAP]).items():
        lanes = meanings.of(unit)
        if lanes:
            times = TIMES[min(count, TIMES_MAX)]
            total += lanes * times
            much += times
    ground = ZERO * much
    sums = unpack(f"<{SIZE}I", total.to_bytes(4 * SIZE, "little"))
    return tuple(SCALE * (number - ground) for number in sums)


class Meant:
    """What the texts of a page tell of."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.vectors = [read_meaning(text) for text in texts]
        self.norms = [math.hypot(*vector) for vector in self.vectors]
        self.lengths = [min(CAP, len(text)) for text in texts]

    def near(self, one: Sequence[int], other: Sequence[int]) -> float:
        """How near some texts lie to others, from -1 to 1; 0 where either tell nothing."""
        a, b = (self._sum(some) for some in (one, other))
        norms = math.hypot(*a), math.hypot(*b)
        ground = (norms[0] + FAINT) * (norms[1] + FAINT)
        return _product(a, b, *norms) / ground

    def _sum(self, some: Sequence[int]) -> Vector:
        if len(some) == 1:
            return self.vectors[some[0]]
        return tuple(map(sum, zip(*(self.vectors[t] for t in some), strict=True)))

    def apart(self, some: Sequence[int], paragraphs: Sequence[int]) -> Apart:
        """Some texts without what the paragraphs among them (numbers of texts) have in common."""
        total = sum(self.lengths[t] for t in paragraphs) or 1
        own = [self.vectors[t] for t in paragraphs]
        mean = [sum(column) / total for column in zip(*own, strict=True)] or [0.0] * SIZE
        vectors = []
        for t in some:
            length = self.lengths[t]
            vectors.append(tuple(map(sub, self.vectors[t], [length * usual for usual in mean])))
        among = frozenset(paragraphs)
        return Apart(vectors, [k for k, t in enumerate(some) if t in among])


class Apart:
    """Texts, by their place among these, without what is common to all."""

    def __init__(self, vectors: Sequence[Vector], paragraphs: Sequence[int]) -> None:
        self.vectors = vectors
        self.norms = [math.hypot(*vector) for vector in vectors]
        middle = sorted(self.norms[k] for k in paragraphs)[len(paragraphs) // 2 :][:1]
        ground = FAINT + SHORT * sum(middle)
        self.grounds = [norm + ground for norm in self.norms]

    def near(self, k: int, other: int) -> float:
        """How much two tell of the same, from -1 to 1."""
        norms = self.norms[k], self.norms[other]
        product = _product(self.vectors[k], self.vectors[other], *norms)
        return product / (self.grounds[k] * self.grounds[other])

    def links(self) -> list[dict[int, float]]:
        """For each text those near it on the page, with how much the two tell of the same."""
        shared: list[dict[int, float]] = [{} for _ in self.vectors]
        for k in range(len(shared)):
            for other in range(max(0, k - REACH), k):
                shared[k][other] = shared[other][k] = self.near(k, other)
        return shared


def _product(one: Vector, other: Vector, norm: float, other_norm: float) -> float:
    """The scalar product of two vectors, by their distance, which is computed in C (the law of
    cosines): six times as fast as a sum of products."""
    apart = math.dist(one, other)
    return (norm * norm + other_norm * other_norm - apart * apart) / 2
