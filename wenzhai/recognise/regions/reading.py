"""Article -> text as the finder reads it, with the words that rjieba sees.

A name cut by a line break or spaced out in a headline (梁 钰, 开 阳 县) is read whole:
white space inside is left out, and every find keeps its way back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter, itemgetter

import rjieba

from wenzhai.model import Article, Mention, Place

HAN = "\u3400-\u9fff"
WORD = itemgetter(0)
PIECE_START = attrgetter("at")
INNER_SPACE = re.compile(
    rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])"  # a line break in a word
    rf"|(?<=(?<![{HAN}])[{HAN}])[ \t\u3000]+(?=[{HAN}])"  # 靖 边人
    rf"|(?<=[{HAN}])[ \t\u3000]+(?=[{HAN}](?![{HAN}]))"  # 走进靖 边
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage in the text of its article."""

    at: int
    """Where it begins in the text."""
    place: Place
    origin: tuple[int, ...]
    """Place in the passage, of each character; empty when nothing was left out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article, a line for each passage, and its words."""

    text: str
    pieces: tuple[Piece, ...]
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

    def span(self, start: int, end: int) -> tuple[Place, int, int]:
        """The passage of a place in the text, and the place in it."""
        piece = self.pieces[bisect_right(self.pieces, start, key=PIECE_START) - 1]
        start, end = start - piece.at, end - piece.at
        if piece.origin:
            start, end = piece.origin[start], piece.origin[end - 1] + 1
        return piece.place, start, end


def read(article: Article, named: Sequence[Mention]) -> Reading:
    """The article without the white space inside its words; `named` are its persons."""
    texts: list[str] = []
    pieces: list[Piece] = []
    taken: list[tuple[int, int]] = []
    at = 0
    for place, passage in article.passages():
        text, origin = _squeeze(passage.text)
        pieces.append(Piece(at, place, origin))
        for mention in named:
            if mention.place == place:
                start, end = mention.start, mention.end
                if origin:
                    start, end = bisect_left(origin, start), bisect_left(origin, end)
                taken.append((at + start, at + end))
        texts.append(text)
        at += len(text) + 1
    text = "\n".join(texts)
    words = rjieba.tag(text)
    starts = (0, *accumulate(map(len, map(WORD, words))))
    return Reading(text, tuple(pieces), starts, tuple(words), tuple(taken))


def _squeeze(text: str) -> tuple[str, tuple[int, ...]]:
    if INNER_SPACE.search(text) is None:
        return text, ()
    kept: list[int] = []
    last = 0
    for space in INNER_SPACE.finditer(text):
        kept.extend(range(last, space.start()))
        last = space.end()
    kept.extend(range(last, len(text)))
    return "".join(text[at] for at in kept), tuple(kept)
