"""Passage -> text as the finder reads it, with the words that rjieba sees.

A name cut by a line break or spaced out in a headline (梁 钰, 开 阳 县) is read whole:
white space inside is left out, and every find keeps its way back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from wenzhai.model import Passage, Place

HAN = "\u3400-\u9fff"
INNER_SPACE = re.compile(
    rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])"  # a line break in a word
    rf"|(?<=(?<![{HAN}])[{HAN}])[ \t\u3000]+(?=[{HAN}](?![{HAN}]))"  # 开 阳 县
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one passage, and its words."""

    place: Place
    text: str
    origin: tuple[int, ...]
    """Place in the passage, of each character; empty when nothing was left out."""
    starts: tuple[int, ...]
    """Where the words begin; the last is the length of the text."""
    words: tuple[tuple[str, str], ...]
    """Word and part of speech."""
    taken: tuple[tuple[int, int], ...]
    """Where persons are named."""

    def at_word(self, position: int) -> bool:
        """Does a word begin or end here?"""
        at = bisect_left(self.starts, position)
        return at < len(self.starts) and self.starts[at] == position

    def word_over(self, position: int) -> int:
        """The number of the word that holds the character at that position."""
        return bisect_right(self.starts, position) - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the passage of a place in the text."""
        if not self.origin:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def read(place: Place, passage: Passage, taken: Sequence[tuple[int, int]]) -> Reading:
    """`taken` are spans of persons' names in the passage."""
    text, origin = passage.text, ()
    if INNER_SPACE.search(text):
        text, origin = _squeeze(text)
        taken = [(bisect_left(origin, start), bisect_left(origin, end)) for start, end in taken]
    words = rjieba.tag(text)
    starts = (0, *accumulate(len(word) for word, _ in words))
    return Reading(place, text, origin, starts, tuple(words), tuple(taken))


def _squeeze(text: str) -> tuple[str, tuple[int, ...]]:
    kept: list[int] = []
    last = 0
    for space in INNER_SPACE.finditer(text):
        kept.extend(range(last, space.start()))
        last = space.end()
    kept.extend(range(last, len(text)))
    return "".join(text[at] for at in kept), tuple(kept)
