"""Printed text -> the form that index keys are made of.

Half width, lower case, without white space and punctuation; but what stands between two
Latin letters or digits stays, so that 35 does not find 3.5. `docs/assets/search/query.js`
folds queries the same way: change both together.
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

ALPHANUMERIC = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
SKIPPED_BETWEEN = re.compile("\ue000+")


@cache
def fold_character(character: str) -> str:
    """One character in half width and lower case."""
    code = ord(character)
    if 0xFF01 <= code <= 0xFF5E:
        character = chr(code - 0xFEE0)
    elif code == 0x3000:
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


TABLE = _Table()
LATIN_RUN = re.compile(r"(?<=[0-9a-z])[^0-9a-z]+(?=[0-9a-z])")
"""What may be kept: "." in 3.5, after folding width and case."""


def bare(text: str) -> str:
    """The characters of `text` that index keys are made of."""
    marked = text.translate(TABLE)
    if "\ue000" not in marked:
        return marked
    if not any(c in ALPHANUMERIC for c in marked):
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
    """`text` in half width and lower case, with its punctuation, without idle white space."""
    folded = [" " if c.isspace() else fold_character(c) for c in text]
    kept: list[str] = []
    for at, character in enumerate(folded):
        if character != " ":
            kept.append(character)
            continue
        run_start = _edge(folded, at, -1)
        run_end = _edge(folded, at, 1)
        if run_start in ALPHANUMERIC and run_end in ALPHANUMERIC and kept[-1:] != [" "]:
            kept.append(" ")
    return "".join(kept)


def _edge(folded: list[str], at: int, step: int) -> str:
    """The nearest content on one side; "" where the text ends."""
    while 0 <= at < len(folded) and is_skipped(folded[at]):
        at += step
    return folded[at] if 0 <= at < len(folded) else ""
