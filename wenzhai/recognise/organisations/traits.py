"""A passage -> its clauses that may name a body, and what each character of them shows.

Read are the characters around, the words of the segmenter, places and people, the words with which
names of bodies end (`data/organisation_heads.txt`), and what the rules (`hits`) take for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from wenzhai.recognise.organisations.own import PUNCTUATION
from wenzhai.recognise.words import words_of

CLAUSE = re.compile(r"[^，。！？；：\n]+")
NOUNISH = frozenset("nvjxlib")
"""First letters of the classes of words that a name may end with."""
AHEAD = (0, 1, 3, 6, 12)  # code points to the next end of a name, the steps of that distance
STEPS = [str(next(s for s in AHEAD if d <= s)) for d in range(AHEAD[-1] + 1)] + ["x"]
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
def _by_last() -> dict[str, tuple[str, ...]]:
    """Last character -> the heads that it ends, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(heads(), key=lambda word: (-len(word), word)):
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(words) for last, words in found.items()}


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

    def _clauses(self) -> Iterator[Span]:
        """Those that hold the end of a name, or a name by the rules."""
        for match in CLAUSE.finditer(self.text):
            low, high = match.span()
            is_named = any(s < high and low < e for s, e, _ in self.hits)
            if is_named or any(map(self._may_end, range(low, high), repeat(low))):
                yield low, high

    def _may_end(self, i: int, low: int) -> bool:
        head = self._head(i, low)
        if len(head) != 1:
            return head != ""
        word = self.words[self.word_at[i]]
        return word.end == i + 1 and word.tag[0] in NOUNISH

    def _head(self, i: int, low: int) -> str:
        """The longest end of a name whose last character this is, in its clause from `low`."""
        text = self.text
        for head in _by_last().get(text[i], ()):
            if text.endswith(head, low, i + 1):
                return head
        return ""

    def _ahead(self, low: int, heads: Sequence[str]) -> list[str]:
        """By character of a clause: how far the next end of a name is."""
        found: list[str] = []
        distance = FAR
        for i in range(low + len(heads) - 1, low - 1, -1):
            head = heads[i - low]
            if self.text[i] in PUNCTUATION:
                distance = FAR
            elif len(head) > 1 or (head and self.words[self.word_at[i]].end == i + 1):
                distance = 0
            else:
                distance += 1
            found.append(STEPS[min(distance, len(STEPS) - 1)])
        return found[::-1]

    def traits(self, low: int, high: int) -> list[list[str]]:
        """What each character of a clause shows."""
        text, words = self.text, self.words
        size = len(text)
        heads = [self._head(i, low) for i in range(low, high)]
        steps = [*self._ahead(low, heads), EDGE]
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
            head, ahead, beyond_it = heads[i - low], steps[i - low], steps[i - low + 1]
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
                f"Y{len(head)}{place}{beyond_it}",
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
