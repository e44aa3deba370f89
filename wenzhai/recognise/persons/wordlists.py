"""Files of words, and how they are looked up.

A data file holds words between white space under `[section]` headings; a line that begins with
`#` is a comment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

FEW = 8  # code points of a text for each character from which it is quicker to look for each
DATA = Path(__file__).resolve().parents[2] / "data" / "persons"


def read_sections(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The words of a data file by section, in the order of the file."""
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            words = sections.setdefault(line.strip("[] "), [])
            continue
        words.extend(line.split())
    return {name: tuple(found) for name, found in sections.items()}


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first: a tree by first characters, for
    a plain list of a thousand words is tried word by word."""
    branches: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        if word:
            branches[word[0]].add(word[1:])
    return "|".join(re.escape(c) + _rests(branches[c]) for c in sorted(branches)) or r"(?!)"


def _rests(rests: set[str]) -> str:
    """The pattern of what may follow a first character; "" among it makes all of it optional."""
    longer = rests - {""}
    if not longer:
        return ""
    return f"(?:{alternation(longer)})" + ("?" if "" in rests else "")


class Affix:
    """Words that are looked up as the end or the beginning of a text, longest first."""

    __slots__ = ("by_first", "by_last", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.by_first = _sizes(self.words, 0)
        self.by_last = _sizes(self.words, -1)

    def before(self, text: str, end: int) -> int:
        """Length of the longest word that ends at `end`; 0 when none does."""
        if end > 0:
            for size in self.by_last.get(text[end - 1], ()):
                if size <= end and text[end - size : end] in self.words:
                    return size
        return 0

    def after(self, text: str, start: int) -> int:
        """Length of the longest word that begins at `start`; 0 when none does."""
        for size in self.by_first.get(text[start : start + 1], ()):
            piece = text[start : start + size]
            if piece in self.words:
                return len(piece)
        return 0

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Every place where a word begins, with the end of the longest."""
        for start in places_of(self.by_first, text):
            size = self.after(text, start)
            if size:
                yield start, start + size


def places_of(characters: Collection[str], text: str) -> list[int]:
    """Where one of the characters stands; for those of a page, whose pattern would cost more to
    compile than it saves."""
    if len(characters) * FEW > len(text):
        return [at for at, character in enumerate(text) if character in characters]
    found: list[int] = []
    for character in characters:
        at = text.find(character)
        while at >= 0:
            found.append(at)
            at = text.find(character, at + 1)
    return sorted(found)


def _sizes(words: Iterable[str], at: int) -> Mapping[str, tuple[int, ...]]:
    """Character at one end of a word -> lengths of such words, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[at]].add(len(word))
    return {character: tuple(sorted(sizes, reverse=True)) for character, sizes in found.items()}
