"""Words of an article -> how much they say of every topic, learnt from articles that editors filed.

`data/topic_words.txt` is written by `bench/fit_topics.py`: a logistic fit for each topic. Unlike the
words of the thesaurus these were chosen by nobody: 护坡 speaks for one topic a little, and against
another.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wenzhai.recognise.words import tagged

HAN = re.compile("[\u4e00-\u9fff]{2,}")
NAMES = frozenset({"nr", "ns", "nrt", "m", "t"})
"""Classes of words that say nothing of a subject: people, places, numbers, times."""
IN_HEAD = 2.0  # a word there counts as so many elsewhere
POWER = 0.25  # of the number of words by which what each says is divided
SECTION = re.compile(r"\[(?P<topic>.+) (?P<always>-?[0-9.]+)\]")


class Learnt(NamedTuple):
    uses: Mapping[str, tuple[tuple[str, float], ...]]
    """Word -> the topics for which it speaks, or against, with its weights."""
    always: Mapping[str, float]
    """What a topic has without any word."""


@cache
def load_learnt() -> Learnt:
    source = files("wenzhai") / "data" / "topic_words.txt"
    return read_learnt(source.read_text(encoding="utf-8"))


def read_learnt(text: str) -> Learnt:
    """Sections of topics; on each line a weight and the words that have it."""
    uses: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    always: dict[str, float] = {}
    topic = ""
    for line in text.split("\n"):
        head = SECTION.fullmatch(line)
        if head:
            topic = head["topic"]
            always[topic] = float(head["always"])
        elif line and not line.startswith("#"):
            weight, *words = line.split()
            for word in words:
                uses[word].append((topic, float(weight)))
    return Learnt({word: tuple(told) for word, told in uses.items()}, always)


def write_learnt(learnt: Learnt) -> str:
    """As `read_learnt` reads it."""
    rows: defaultdict[str, defaultdict[float, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted(learnt.uses):
        for topic, weight in learnt.uses[word]:
            rows[topic][weight].append(word)
    lines: list[str] = []
    for topic, always in learnt.always.items():
        lines.append(f"[{topic} {always:g}]")
        lines += [f"{w:g} {' '.join(rows[topic][w])}" for w in sorted(rows[topic], reverse=True)]
    return "\n".join(lines) + "\n"


def content_words(heads: Iterable[str], bodies: Iterable[str]) -> dict[str, float]:
    """The different words of an article that tell of a subject, each with what it counts."""
    found = dict.fromkeys(_words(bodies), 1.0)
    found.update(dict.fromkeys(_words(heads), IN_HEAD))
    return found


def _words(texts: Iterable[str]) -> list[str]:
    pairs = (pair for text in texts for pair in tagged(text))
    return [word for word, tag in pairs if tag not in NAMES and HAN.fullmatch(word)]


def says(words: Mapping[str, float], learnt: Learnt) -> dict[str, float]:
    """By topic: log-odds of its being given, by the words alone."""
    found = dict(learnt.always)
    share = 1 / max(1, len(words)) ** POWER
    for word, counts in words.items():
        for topic, weight in learnt.uses.get(word, ()):
            found[topic] += counts * share * weight
    return found


def strongest(words: Mapping[str, float], topic: str, learnt: Learnt, most: int) -> list[str]:
    """The words that say most for a topic, the first first."""
    told = {
        word: counts * weight
        for word, counts in words.items()
        for name, weight in learnt.uses.get(word, ())
        if name == topic and weight > 0
    }
    return sorted(told, key=lambda word: (-told[word], word))[:most]


def ranks(told: Mapping[str, float]) -> dict[str, float]:
    """By topic: the logarithm of how many say more."""
    ranked = sorted(told, key=lambda topic: (-told[topic], topic))
    return {topic: math.log1p(number) for number, topic in enumerate(ranked)}
