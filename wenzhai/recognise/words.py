"""Text -> words, as the segmenter rjieba cuts it: a witness, never a judge."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import rjieba

PASSAGES = 4096  # texts that are remembered: persons and regions read the same ones
PLACED = 512  # ... with the places of their words: those of a page, for all that is told of it


@lru_cache(maxsize=PASSAGES)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with their classes, without a gap."""
    return tuple(rjieba.tag(text))


class Word(NamedTuple):
    """A word, its class, and where it stands; half-open, code points."""

    text: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=PLACED)
def words_of(text: str) -> tuple[Word, ...]:
    """In order, without a gap."""
    pairs = tagged(text)
    starts = accumulate((len(word) for word, _ in pairs), initial=0)
    return tuple(
        Word(word, tag, at, at + len(word)) for (word, tag), at in zip(pairs, starts, strict=False)
    )
