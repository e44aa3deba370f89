"""Corpus -> questions of every kind, and the articles that a plain scan of their lines finds.

Picked by hash, so that every run asks the same. The scan shares nothing with the search but the
rule of folding; each line is a headline or a paragraph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from wenzhai.corpus import Corpus
from wenzhai.search.fold import bare, full

OF_A_KIND = 10
OPERATORS = '-－"＂“” '  # marks that mean something at the ends of a word
TRIES = 200  # picks until one has what a kind asks for


class Asked(NamedTuple):
    """A question and its answer."""

    kind: str
    query: str
    options: Mapping[str, object]
    expected: set[str]
    """Ids of articles."""


class Scan:
    """Published lines, folded once."""

    def __init__(self, corpus: Corpus) -> None:
        self.lines = {
            id_: tuple("".join(p.text.split("\n")) for _, p in entry.article.passages())
            for id_, entry in corpus.entries.items()
        }
        self.bare = {id_: "\n".join(map(bare, lines)) for id_, lines in self.lines.items()}
        self.full = {id_: "\n".join(map(full, lines)) for id_, lines in self.lines.items()}

    def holding(self, word: str) -> set[str]:
        """Articles that hold one word."""
        is_punctuated = full(word) != bare(word)
        texts, sought = (self.full, full(word)) if is_punctuated else (self.bare, bare(word))
        return {id_ for id_, text in texts.items() if sought in text}


class Picker:
    """Picks pieces of a digest by number."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.scan = Scan(corpus)
        self.articles = sorted(self.scan.lines)
        persons = {person.name for person in corpus.persons.values()}
        self.names = sorted(persons | {region.name for region in corpus.regions.values()})

    def article(self, pick: int) -> str:
        return self.articles[pick % len(self.articles)]

    def stretch(self, pick: int, length: int, *, is_punctuated: bool | None = False) -> str:
        """A piece of an article without white space; None: with or without punctuation."""
        lines = self.scan.lines[self.article(pick)]
        for attempt in range(TRIES):
            place = number(f"{pick} {attempt}")
            line = lines[place % len(lines)]
            found = line[place // 7 % max(1, len(line)) :][:length].strip(OPERATORS)
            has_marks = full(found) != bare(found)
            if len(found.split()) == 1 and bare(found) and is_punctuated in (None, has_marks):
                return found
        return "的"


def questions(corpus: Corpus) -> Iterator[Asked]:
    """So many of each kind."""
    picker = Picker(corpus)
    for kind, ask in KINDS.items():
        for turn in range(OF_A_KIND):
            query, options, expected = ask(picker, number(f"{kind} {turn}"))
            yield Asked(kind, query, options, expected)


Question = tuple[str, Mapping[str, object], set[str]]


def _alone(picker: Picker, query: str) -> Question:
    return query, {}, picker.scan.holding(query)


def _words(picker: Picker, pick: int) -> Question:
    one, other = picker.stretch(pick, 2), picker.stretch(pick + len(picker.articles), 3)
    return f"{one} {other}", {}, picker.scan.holding(one) & picker.scan.holding(other)


def _phrase(picker: Picker, pick: int) -> Question:
    words = picker.stretch(pick, 4 + pick % 9, is_punctuated=None).replace("”", "")
    return f'"{words}"', {}, picker.scan.holding(words)


def _minus(picker: Picker, pick: int) -> Question:
    one, other = picker.stretch(pick, 2), picker.stretch(pick // 3, 2)
    return f"{one} -{other}", {}, picker.scan.holding(one) - picker.scan.holding(other)


def _facets(picker: Picker, pick: int) -> Question:
    corpus = picker.corpus
    regions = sorted(corpus.region_articles())
    region = regions[pick % len(regions)]
    inside = set(corpus.region_articles()[region])
    word = picker.stretch(pick, 1)
    options = {"filters": {"region": region}, "withFacets": True}
    return word, options, picker.scan.holding(word) & inside


KINDS: Mapping[str, Callable[[Picker, int], Question]] = {
    "a name": lambda picker, n: _alone(picker, picker.names[n % len(picker.names)]),
    "one character": lambda picker, n: _alone(picker, picker.stretch(n, 1)),
    "two to four": lambda picker, n: _alone(picker, picker.stretch(n, 2 + n % 3)),
    "five to twelve": lambda picker, n: _alone(picker, picker.stretch(n, 5 + n % 8)),
    "with punctuation": lambda picker, n: _alone(
        picker, picker.stretch(n, 3 + n % 6, is_punctuated=True)
    ),
    "two words": _words,
    "a phrase": _phrase,
    "a word without another": _minus,
    "within a region": _facets,
}


def number(text: str) -> int:
    """By hash, the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
