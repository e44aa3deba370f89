"""Printed text -> the form that index keys are made of.

Half width, lower case, without white space and punctuation; but what stands between two
Latin letters or digits stays, so that 35 does not find 3.5. Text with its punctuation has
keys of its own, in which each mark is moved to a plane of Unicode that holds no characters.
`docs/assets/search/query.js` folds queries the same way: change both together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

DROPPED = frozenset('"`|\\')
"""Never part of an index key: the shards use some of them as separators."""
KEPT = frozenset("%‰@#&")
"""Punctuation by Unicode's book, but read as part of a number or a name."""
ALSO_SKIPPED = frozenset("~^")
"""No punctuation by Unicode's book, but read as such: 3~5."""

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Characters without width, which nobody sees between two others: as white space."""

MARKS = 0xD0000
"""Where keys have their punctuation: U+3002 is U+D3002 there. Planes 4 to 13 are empty."""
EMPTY_PLANES = range(0x40000, 0xE0000)
REPLACEMENT = "\ufffd"  # for characters of an empty plane, which no text can hold

ALPHANUMERIC = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
SKIPPED_BETWEEN = re.compile("\ue000+")


@cache
def fold_character(character: str) -> str:
    """One character in half width and lower case."""
    code = ord(character)
    if code in EMPTY_PLANES:
        return REPLACEMENT
    if 0xFF01 <= code <= 0xFF5E:
        character = chr(code - 0xFEE0)
    elif code == 0x3000 or character in UNSEEN:
        character = " "
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def is_skipped(character: str) -> bool:
    """Whether a folded character is white space or idle punctuation."""
    if character.isspace() or character in ALSO_SKIPPED or character in DROPPED:
        return True
    return character not in KEPT and unicodedata.category(character).startswith("P")


class _Table(dict[int, str]):
    """For str.translate: content folded, all that may be skipped as U+E000."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = "\ue000" if is_skipped(folded) else folded
        return self[code]


class _FullTable(dict[int, str]):
    """For str.translate: everything folded, any white space a space."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = " " if folded.isspace() else folded
        return self[code]


TABLE = _Table()
FULL_TABLE = _FullTable()
LATIN = re.compile("[0-9a-z]")


def bare(text: str) -> str:
    """The characters of `text` that index keys are made of."""
    marked = text.translate(TABLE)
    if "\ue000" not in marked:
        return marked
    if LATIN.search(marked) is None:
        return marked.replace("\ue000", "")
    return _with_latin_runs(text, marked)


def _with_latin_runs(text: str, marked: str) -> str:
    kept: list[str] = []
    at = 0
    for run in SKIPPED_BETWEEN.finditer(marked):
        kept.append(marked[at : run.start()])
        at = run.end()
        before = marked[run.start() - 1 : run.start()]
        if before in ALPHANUMERIC and marked[at : at + 1] in ALPHANUMERIC:
            kept.append(_tidy(text[run.start() : at]))
    kept.append(marked[at:])
    return "".join(kept)


def _tidy(run: str) -> str:
    found = ""
    for character in map(fold_character, run):
        if character.isspace():
            found += "" if found.endswith(" ") else " "
        elif character not in DROPPED:
            found += character
    return found


def full(text: str) -> str:
    """`text` in half width and lower case, with its punctuation, without idle white space:
    only between two Latin letters or digits a space counts."""
    folded = text.translate(FULL_TABLE)
    return IDLE_SPACE.sub("", MANY_SPACES.sub(" ", folded)) if " " in folded else folded


MANY_SPACES = re.compile("  +")
IDLE_SPACE = re.compile("(?<![0-9a-z]) | (?![0-9a-z])")


def marked(text: str) -> str:
    """`full`, with the punctuation moved to where no text has characters: a key of its own,
    because in `bare` the same marks mean that they stand between letters or digits."""
    return full(text).translate(MARK_TABLE)


class _Marks(dict[int, int]):
    """For str.translate: idle punctuation moved. Beyond the first plane marks stay as they are;
    words that have them are sought in the text."""

    def __missing__(self, code: int) -> int:
        is_mark = code <= 0xFFFF and code != 0x20 and is_skipped(chr(code))
        self[code] = MARKS + code if is_mark else code
        return self[code]


MARK_TABLE = _Marks()
