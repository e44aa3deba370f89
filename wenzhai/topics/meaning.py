"""What an article tells of -> how much that says of every topic, learnt from articles that editors filed.

The numbers of a text (`segment.meaning`) speak for topics whose words it does not have: 育苗棚 and
插秧机 lie near each other. `data/topic_meanings.txt` is written by `bench/fit_topics.py`: a logistic fit for
each topic over the numbers of the whole text and of its heads.
"""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from wenzhai.segment.meaning import SIZE, read_meaning

FAINT = 1.0  # added to the length of a text's numbers, so that a few words do not say all
STRETCH = 4.0  # times the numbers of a text, which together have the length 1
STEPS = 127  # of a weight, either way
ZERO = 128
PASSAGES = 4096  # texts that are remembered

Numbers = tuple[float, ...]
"""Of a whole text, then of its heads."""


class Telling(NamedTuple):
    always: float
    """What a topic has whatever the text."""
    weights: Numbers


@cache
def load_tellings() -> Mapping[str, Telling]:
    source = files("wenzhai") / "data" / "topic_meanings.txt"
    return read_tellings(source.read_text(encoding="utf-8"))


def read_tellings(text: str) -> dict[str, Telling]:
    """A topic, what it always has, the size of a step, and the steps of its weights."""
    found: dict[str, Telling] = {}
    for row in text.split("\n"):
        if row and row[0] != "#":
            topic, always, step, steps = row.split(" ")
            size = float(step)
            weights = tuple(size * (number - ZERO) for number in b64decode(steps))
            found[topic] = Telling(float(always), weights)
    return found


def write_tellings(tellings: Mapping[str, Telling]) -> str:
    """As `read_tellings` reads it; a weight is rounded to one of 255 steps of its topic."""
    rows: list[str] = []
    for topic, telling in tellings.items():
        step = float(f"{max(map(abs, telling.weights), default=1.0) / STEPS:.4g}") or 1.0
        steps = bytes(
            ZERO + max(-STEPS, min(STEPS, round(weight / step))) for weight in telling.weights
        )
        rows.append(f"{topic} {telling.always:.3f} {step:g} {b64encode(steps).decode()}")
    return "\n".join(rows) + "\n"


def numbers_of(heads: Sequence[str], bodies: Sequence[str]) -> Numbers:
    """What an article tells of, whole and by its heads."""
    above = _sum(heads)
    every = tuple(map(sum, zip(above, _sum(bodies), strict=True)))
    return (*_even(every), *_even(above))


def _sum(texts: Iterable[str]) -> Numbers:
    total: Numbers = (0.0,) * SIZE
    for text in texts:
        total = tuple(map(sum, zip(total, _read(text), strict=True)))
    return total


@lru_cache(maxsize=PASSAGES)
def _read(text: str) -> Numbers:
    """A paragraph is read once, though topics except some of its words."""
    return read_meaning(text)


def _even(numbers: Numbers) -> Numbers:
    length = math.hypot(*numbers) + FAINT
    return tuple(STRETCH * number / length for number in numbers)


def tells(
    numbers: Numbers, topics: Iterable[str], tellings: Mapping[str, Telling]
) -> dict[str, float]:
    """By topic: log-odds of its being given, by what the article tells of alone."""
    found: dict[str, float] = {}
    for topic in topics:
        telling = tellings.get(topic)
        if telling is not None:
            found[topic] = telling.always + math.fsum(map(mul, telling.weights, numbers))
    return found
