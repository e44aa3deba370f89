"""Text -> words, as the segmenter rjieba cuts it: a witness, never a judge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count

import rjieba

from wenzhai.recognise.words import tagged

NAME_TAGS = frozenset({"nr", "nrt", "nrfg"})
SEEN = 100  # occurrences in the segmenter's dictionary
REMEMBERED = 1 << 16  # words; a page of 100,000 characters asks for some twenty thousand


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text; `starts` has one entry more than `words`: the end of the text."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    at: dict[int, int]
    """Start -> number of the word; the end of the text is in it too."""

    def covering(self, position: int) -> int:
        """Number of the word over a position."""
        while position not in self.at:
            position -= 1
        return self.at[position]


def cut(text: str) -> Tokens:
    """Cut a text once."""
    pairs = tagged(text)
    words, tags = zip(*pairs, strict=True) if pairs else ((), ())
    starts = tuple(accumulate(map(len, words), initial=0))
    return Tokens(
        words=words, tags=tags, starts=starts, at=dict(zip(starts, count(), strict=False))
    )


@lru_cache(maxsize=REMEMBERED)
def is_listed(word: str) -> bool:
    """It stands in the segmenter's dictionary; else it was only guessed."""
    return bool(rjieba.has_word(word))


@lru_cache(maxsize=REMEMBERED)
def is_word(word: str) -> bool:
    """It stands in the segmenter's dictionary, under another class than a person's name."""
    if not rjieba.has_word(word):
        return False
    tagged = rjieba.tag(word)
    return not (len(tagged) == 1 and tagged[0][1] in NAME_TAGS)


@lru_cache(maxsize=REMEMBERED)
def frequency(word: str) -> int:
    """How often the segmenter's dictionary has met the word, or about so."""
    return int(rjieba.suggest_freq(word))


@lru_cache(maxsize=REMEMBERED)
def is_verb(word: str) -> bool:
    """The segmenter's dictionary knows it as a verb, and not as a rare one (依通)."""
    if len(word) < 2 or frequency(word) < SEEN or not rjieba.has_word(word):
        return False
    tagged = rjieba.tag(word)
    return len(tagged) == 1 and tagged[0][1] == "v"
