"""Names and headlines -> the file `readings`: how each character is read.

Most characters are always read alike, so a reading is written down once for the digest, and
again only where it differs: {"usual": {"石": "shi"}, "titles": [...], "others": [[document,
line, place, reading], ...]}. Without tones; ü is v, as it is typed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import cast

from pypinyin import Style, lazy_pinyin, pinyin

from wenzhai.corpus import Corpus
from wenzhai.search.searchable import Searchable

UMLAUT = "\u0308"
NO_READING = cast("Callable[[str], str]", list)
"""What pypinyin does with text that is not Han: each character for itself. It takes a function
that gives a list, whatever its annotations say."""

Place = tuple[int, int, int]
"""Document, line of its stack, code point."""


def readings(corpus: Corpus, found: Sequence[Searchable]) -> dict[str, object]:
    """For names of persons and regions, and for headlines."""
    places = tuple(_readings(corpus, found))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, character, reading in places:
        counts[character][reading] += 1
    usual = {
        character: min(counter, key=lambda r, c=counter: (-c[r], r))  # type: ignore[misc]
        for character, counter in sorted(counts.items())
    }
    return {
        "usual": usual,
        "titles": [_title(one) for one in found if one.kind == "article"],
        "others": [
            [*place, reading] for place, character, reading in places if usual[character] != reading
        ],
    }


def _title(one: Searchable) -> str:
    return "" if one.headline is None else one.stack[one.headline]


def _readings(corpus: Corpus, found: Sequence[Searchable]) -> Iterator[tuple[Place, str, str]]:
    for number, one in enumerate(found):
        lines = one.stack if one.kind != "article" else (_title(one),)
        for line, text in enumerate(lines):
            read = _syllables(text)
            if one.kind == "person" and line == 0:
                read = _as_registered(text, corpus.persons[one.id].pinyin) or read
            for at, (character, reading) in enumerate(zip(text, read, strict=True)):
                if reading != character:
                    yield (number, line, at), character, reading


def _syllables(text: str) -> tuple[str, ...]:
    """One reading for each code point; what is not Han stands for itself."""
    return tuple(lazy_pinyin(text, style=Style.NORMAL, errors=NO_READING))


def _as_registered(name: str, registered: str) -> tuple[str, ...] | None:
    """The registered reading of a person's name, cut into syllables; None if it does not fit."""
    letters = _letters(registered)
    if not letters:
        return None
    return _cut(letters, tuple(name))


def _cut(letters: str, characters: tuple[str, ...]) -> tuple[str, ...] | None:
    if not characters:
        return None if letters else ()
    for reading in sorted(_possible(characters[0]), key=len, reverse=True):
        if letters.startswith(reading):
            rest = _cut(letters[len(reading) :], characters[1:])
            if rest is not None:
                return (reading, *rest)
    return None


@cache
def _possible(character: str) -> frozenset[str]:
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(found[0]) if found else frozenset()


def _letters(text: str) -> str:
    """Letters of a printed reading as they are typed: "Lǚ Hóng" gives "lvhong"."""
    parts = unicodedata.normalize("NFD", text.lower())
    without_tones = "".join(c for c in parts if c == UMLAUT or not unicodedata.combining(c))
    typed = without_tones.replace("u" + UMLAUT, "v")
    return "".join(c for c in typed if c.isascii() and c.isalpha())
