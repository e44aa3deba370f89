"""Surnames -> patterns that find them.

A class of first characters goes ahead, because the engine skips to a class quickly; what
follows looks back at the character that the class let through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wenzhai.recognise.persons.wordlists import alternation


def surname_pattern(single: frozenset[str], compound: frozenset[str]) -> str:
    """Matches a surname, a compound one rather than its first character."""
    firsts = {surname[0] for surname in compound}
    return f"{one_of(single | firsts)}{_surname(single, compound)}"


def called_pattern(
    single: frozenset[str],
    compound: frozenset[str],
    common: frozenset[str],
    titles: Iterable[str],
    kin: Iterable[str],
) -> str:
    """Matches a surname before the first character of a title, one of a single character
    after 老 or 小, and a common one before a word for kin."""
    firsts = {surname[0] for surname in compound}
    return (
        f"{one_of(single | firsts)}(?:{_surname(single, compound)}(?={one_of(titles)})"
        f"|(?<=[老小]{one_of(single)})|(?={one_of(kin)})(?<={one_of(common)}))"
    )


def _surname(single: frozenset[str], compound: frozenset[str]) -> str:
    """Behind the first character: the rest of a surname."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for surname in compound:
        rests[surname[0]].append(surname[1:])
    longer = "|".join(f"(?<={first})(?:{alternation(rests[first])})" for first in sorted(rests))
    return (
        f"(?:(?<={one_of(single - rests.keys())})"
        f"|(?<={one_of(rests)})(?:{longer})|(?<={one_of(single & rests.keys())}))"
    )


def one_of(characters: Iterable[str]) -> str:
    """A class of characters; of none it matches nothing."""
    listed = "".join(sorted(characters))
    return f"[{listed}]" if listed else "(?!)"
