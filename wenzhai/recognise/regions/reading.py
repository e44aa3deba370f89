"""Article -> text as the finder reads it, with the words that rjieba sees.

A name cut by a line break or spaced out in a headline (梁 钰, 开 阳 县) is read whole:
white space inside is left out, and every find keeps its way back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter, itemgetter

import rjieba

from wenzhai.model import Article, Mention, Place
from wenzhai.recognise.words import tagged

HAN = "\u3400-\u9fff"
BREAK = ("\n", "x")  # between two passages
WORD = itemgetter(0)
PIECE_START = attrgetter("at")
NO_NAME_TAGS = ("v", "p", "c", "u", "d", "r", "m", "y")
"""Parts of speech that no new name holds; vn is one of them."""
NO_NAME_ENDS = frozenset(
    {"小镇", "古镇", "重镇", "名镇", "集镇", "城镇", "村镇", "乡镇", "水乡", "家乡", "故乡", "侨乡",
     "下乡", "返乡", "山村", "农村", "乡村", "新村", "全村", "小区"}
)  # fmt: skip
WHITE = re.compile(r"\s")
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

    def is_new_name(self, start: int, end: int) -> bool:
        """May the characters be a name that no table has? Not when a verb, a number or a word
        such as 小镇 of the dictionary stands in them."""
        if not self.at_word(start):
            return False
        return may_be_new(self.words[self.word_over(start) : self.word_over(end - 1) + 1])

    def span(self, start: int, end: int) -> tuple[Place, int, int]:
        """The passage of a place in the text, and the place in it."""
        piece = self.pieces[bisect_right(self.pieces, start, key=PIECE_START) - 1]
        start, end = start - piece.at, end - piece.at
        if piece.origin:
            start, end = piece.origin[start], piece.origin[end - 1] + 1
        return piece.place, start, end


def may_be_new(words: Sequence[tuple[str, str]]) -> bool:
    """No verb, number or word such as 小镇 of the dictionary stands in a name of these words."""
    for number, (word, tag) in enumerate(words):
        is_known = len(word) > 1 and rjieba.has_word(word)
        if tag.startswith(NO_NAME_TAGS) and (is_known or len(word) == 1):
            return False
        is_last = 0 < number == len(words) - 1
        if is_known and is_last and not tag.startswith("n"):
            return False
        if is_known and word[-2:] in NO_NAME_ENDS:
            return False
    return True


def read(article: Article, named: Sequence[Mention]) -> Reading:
    """The article without the white space inside its words; `named` are its persons."""
    texts: list[str] = []
    words: list[tuple[str, str]] = []
    pieces: list[Piece] = []
    taken: list[tuple[int, int]] = []
    named_at: defaultdict[Place, list[Mention]] = defaultdict(list)
    for mention in named:
        named_at[mention.place].append(mention)
    at = 0
    for place, passage in article.passages():
        text, origin = _squeeze(passage.text)
        pieces.append(Piece(at, place, origin))
        for mention in named_at.get(place, ()):
            start, end = mention.start, mention.end
            if origin:
                start, end = bisect_left(origin, start), bisect_left(origin, end)
            taken.append((at + start, at + end))
        if texts:
            words.append(BREAK)
        words.extend(tagged(text))
        texts.append(text)
        at += len(text) + 1
    text = "\n".join(texts)
    starts = (0, *accumulate(map(len, map(WORD, words))))
    return Reading(text, tuple(pieces), starts, tuple(words), tuple(taken))


def _squeeze(text: str) -> tuple[str, tuple[int, ...]]:
    if WHITE.search(text) is None or INNER_SPACE.search(text) is None:
        return text, ()
    kept: list[int] = []
    last = 0
    for space in INNER_SPACE.finditer(text):
        kept.extend(range(last, space.start()))
        last = space.end()
    kept.extend(range(last, len(text)))
    return "".join(text[at] for at in kept), tuple(kept)
