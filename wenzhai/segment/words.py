"""The word lists of `data/segment/words.yml`.

Read once, when first asked for; every list is a tuple, every alternation tries longer words first.
"""

from __future__ import annotations

import re
from functools import cache

from wenzhai.shipped import read_yaml


@cache
def _tables() -> dict[str, object]:
    loaded = read_yaml("segment/words.yml")
    if not isinstance(loaded, dict):
        raise TypeError("data/segment/words.yml: found no mapping of lists")
    return loaded


@cache
def words(name: str) -> tuple[str, ...]:
    """A list as it stands in the file; a list written as one string is its characters."""
    return tuple(str(word) for word in _tables()[name])  # type: ignore[attr-defined]


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(words(name))


@cache
def alternation(name: str) -> str:
    """The list as a part of a regular expression."""
    return (
        "(?:"
        + "|".join(re.escape(w) for w in sorted(words(name), key=lambda w: (-len(w), w)))
        + ")"
    )
