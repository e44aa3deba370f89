"""A passage -> its clauses that may name a body, and what each character of them shows.

Read are the characters around, the words of the segmenter, places and people, the words with which
names of bodies end (`data/organisation_heads.txt`), and what the rules (`hits`) take for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from wenzhai.recognise.organisations.own import PUNCTUATION
from wenzhai.recognise.words import words_of

CLAUSE = re.compile(r"[^，。！？；：\n]+")
NOUNISH = frozenset("nvjxlib")
"""First letters of the classes of words that a name may end with."""
HEAD_MAX = 7  # code points of the longest word that is looked for at the end of a name
AHEAD = (0, 1, 3, 6, 12)  # code points to the next end of a name, the steps of that distance
FAR = 99
EDGE = "^"

Span = tuple[int, int]
Marked = tuple[int, int, str]
"""A stretch, and what it is marked with."""


@cache
def heads() -> frozenset[str]:
    source = files("wenzhai") / "data" / "organisation_heads.txt"
    lines = source.read_text(encoding="utf-8").split("\n")
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


@cache
def _long_heads() -> re.Pattern[str]:
    words = sorted((w for w in heads() if len(w) > 1), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _short_heads() -> frozenset[str]:
    return frozenset(word for word in heads() if len(word) == 1)


class Reading:
    """A passage, ready to be asked about any of its characters."""

    def __init__(
        self,
        text: str,
        hits: Sequence[Marked],
        regions: Sequence[Marked],
        persons: Sequence[Span],
    ) -> None:
        self.text = text
        self.hits = hits
        self.words = words_of(text)
        self.word_at = [k for k, word in enumerate(self.words) for _ in word.text]
        size = len(text)
        self.rule = _marks(size, hits, is_named=True)
        self.region = _marks(size, regions, is_named=False)
        self.person = _marks(size, [(*span, "") for span in persons], is_named=False)
        self.clauses = list(self._clauses())
        self.ends: dict[int, str] = {}
        self.ahead: dict[int, str] = {}
        for low, high in self.clauses:
            self._look_ahead(low, high)

    def _clauses(self) -> Iterator[Span]:
        """Those that hold the end of a name, or a name by the rules."""
        text, words, word_at = self.text, self.words, self.word_at
        for match in CLAUSE.finditer(text):
            low, high = match.span()
            is_open = _long_heads().search(text, low, high) is not None
            is_open = is_open or any(s < high and low < e for s, e, _ in self.hits)
            if not is_open:
                is_open = any(
                    text[i] in _short_heads()
                    and words[word_at[i]].end == i + 1
                    and words[word_at[i]].tag[0] in NOUNISH
                    for i in range(low, high)
                )
            if is_open:
                yield low, high

    def _look_ahead(self, low: int, high: int) -> None:
        text, known = self.text, heads()
        distance = FAR
        for i in range(high - 1, low - 1, -1):
            head = next(
                (
                    text[i + 1 - size : i + 1]
                    for size in range(min(HEAD_MAX, i + 1 - low), 0, -1)
                    if text[i + 1 - size : i + 1] in known
                ),
                "",
            )
            self.ends[i] = head
            word = self.words[self.word_at[i]]
            if text[i] in PUNCTUATION:
                distance = FAR
            elif len(head) > 1 or (head and word.end == i + 1):
                distance = 0
            else:
                distance += 1
            self.ahead[i] = next((str(step) for step in AHEAD if distance <= step), "x")

    def traits(self, low: int, high: int) -> list[list[str]]:
        """What each character of a clause shows."""
        text, words = self.text, self.words
        size = len(text)
        found = []
        for i in range(low, high):
            here = text[i]
            last = text[i - 1] if i else EDGE
            before = text[i - 2] if i > 1 else EDGE
            after = text[i + 1] if i + 1 < size else EDGE
            beyond = text[i + 2] if i + 2 < size else EDGE
            number = self.word_at[i]
            word = words[number]
            is_first, is_last = word.start == i, word.end == i + 1
            place = ("S" if is_last else "B") if is_first else ("E" if is_last else "M")
            region, person, rule = self.region[i], self.person[i], self.rule[i]
            head, ahead = self.ends[i], self.ahead[i]
            one = [
                "0" + here,
                "1" + last,
                "2" + after,
                "3" + before,
                "4" + beyond,
                "5" + last + here,
                "6" + here + after,
                "w" + place + word.tag[:2],
                "W" + word.text,
                "r" + region,
                "p" + person,
                "Q" + (self.person[i + 1] if i + 1 < size else EDGE),
                "h" + rule,
                "Z" + head,
                "z" + ahead + place,
                f"Y{len(head)}{place}{self.ahead.get(i + 1, EDGE)}",
            ]
            if is_last:
                one.append("N" + (words[number + 1].tag[:2] if number + 1 < len(words) else EDGE))
            if is_first:
                one.append("V" + (words[number - 1].tag[:2] if number else EDGE))
            found.append(one)
        return found


def _marks(size: int, spans: Sequence[Marked], *, is_named: bool) -> list[str]:
    """By character: B, I or E with what the stretch is marked with, S for one alone, - outside."""
    marks = ["-"] * size
    for start, end, name in spans:
        for i in range(start, end):
            place = "B" if i == start else "E" if i == end - 1 else "I"
            marks[i] = (place if is_named or end - start > 1 else "S") + name
    return marks
