"""The end of one line, the beginning of another -> how well Chinese goes on from one to the other.

`seams` sees words that run over the seam and marks that must close; here it is also asked how often
the characters and the kinds of words on either side were seen to follow each other. Runs of up to
three characters and of up to four kinds of words were counted in the articles that the project
learns from (`data/segment/phrases.xz`), and the weights of `data/segment/phrases.yml` (logistic)
tell the true beginning from others; both by `bench/fit_phrases.py`.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import rjieba

from wenzhai.segment.seams import Head, Tail, join_marks
from wenzhai.segment.seams import tables as seam_tables
from wenzhai.shipped import read_yaml

SEEN = 14  # characters on either side whose kinds of words are asked for
RUNS = ((1, 1), (2, 1), (1, 2))  # characters before and behind the seam
KINDS = ((1, 1), (2, 1), (1, 2), (2, 2))  # words before and behind the seam
# What is believed seen, and expected, of a run before counting.
RUN_GROUND, KIND_GROUND = 1.0, 3.0
GROUND_SHARE = 0.3

Kinds = tuple[str, ...]


class Phrases(NamedTuple):
    """What was counted and fitted."""

    runs: Mapping[str, int]
    """How often each run of characters stands in the texts."""
    kinds: Mapping[Kinds, int]
    """The same of kinds of words."""
    characters: int
    words: int
    weights: Mapping[str, float]


@cache
def load_phrases() -> Phrases:
    folder = files("wenzhai") / "data" / "segment"
    weights = read_yaml("segment/phrases.yml")
    return read_phrases(lzma.decompress((folder / "phrases.xz").read_bytes()).decode(), weights)


def read_phrases(text: str, weights: Mapping[str, float]) -> Phrases:
    """First how many characters and words were read; then, line by line, a number of times and all
    runs that were seen so often; behind an empty line the same of kinds: n-v."""
    counted, runs, kinds = text.split("\n\n")
    characters, words = map(int, counted.split(" "))
    return Phrases(
        dict(_rows(runs)),
        {tuple(run.split("-")): times for run, times in _rows(kinds)},
        characters,
        words,
        weights,
    )


def _rows(text: str) -> Iterator[tuple[str, int]]:
    for line in text.split("\n"):
        times, *runs = line.split(" ")
        for run in runs:
            yield run, int(times)


def write_phrases(phrases: Phrases) -> str:
    """As `read_phrases` reads it."""
    parts = [f"{phrases.characters} {phrases.words}"]
    for table in (phrases.runs, {"-".join(run): n for run, n in phrases.kinds.items()}):
        by_times: dict[int, list[str]] = {}
        for run, times in sorted(table.items()):
            by_times.setdefault(times, []).append(run)
        parts.append("\n".join(" ".join((str(n), *runs)) for n, runs in sorted(by_times.items())))
    return "\n\n".join(parts)


@lru_cache(maxsize=1 << 14)
def _kinds(text: str) -> Kinds:
    return tuple(kind for _, kind in rjieba.tag(text, False))


def phrase_marks(tail: Tail, head: Head, known: Set[str], phrases: Phrases) -> dict[str, float]:
    """What is seen at a seam, by name; `known`: runs of three characters of the page."""
    marks = join_marks(tail, head, known, seam_tables())
    runs = phrases.runs
    for before, behind in RUNS:
        left, right = tail.text[-before:], head.text[:behind]
        times = runs.get(left + right, 0)
        by_chance = runs.get(left, 0) * runs.get(right, 0) / phrases.characters
        name = f"{before}-{behind}"
        marks[f"run {name}"] = _points(times, by_chance, RUN_GROUND)
        marks[f"seen {name}"] = math.log1p(times)
    kinds = phrases.kinds
    firsts, lasts = _kinds(tail.text[-SEEN:])[-2:], _kinds(head.text[:SEEN])[:2]
    for before, behind in KINDS:
        if before <= len(firsts) and behind <= len(lasts):
            kinds_before, kinds_behind = firsts[-before:], lasts[:behind]
            times = kinds.get(kinds_before + kinds_behind, 0)
            by_chance = kinds.get(kinds_before, 0) * kinds.get(kinds_behind, 0) / phrases.words
            marks[f"kinds {before}-{behind}"] = _points(times, by_chance, KIND_GROUND)
    return marks


def _points(times: int, by_chance: float, ground: float) -> float:
    """How much oftener something was seen than by chance, as a logarithm."""
    return math.log((times + GROUND_SHARE * ground) / (by_chance + ground))


def phrase_points(tail: Tail, head: Head, known: Set[str]) -> float:
    """Log-odds of carrying on, against the middle of any other sentence."""
    phrases = load_phrases()
    weights = phrases.weights
    points = weights["always"]
    for mark, x in phrase_marks(tail, head, known, phrases).items():
        points += weights.get(mark, 0.0) * x
    return points
