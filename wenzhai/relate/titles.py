"""A printed role -> the titles in it, for the register of roles.

"市人大代表，开阳县委副书记、县长" holds 代表, 副书记, 县长: the longest known title that ends
each part. Titles are those by which persons are found.
"""

from __future__ import annotations

import re
from functools import cache

from wenzhai.recognise.persons.lexicon import DATA, read_sections

_PARTS = re.compile("[、，,；;/／和兼\\s]+")
SECTIONS = ("head", "after")


def titles_of(role: str) -> tuple[str, ...]:
    """In printed order, each once; () where nothing known ends a part."""
    found = (_longest(part) for part in _PARTS.split(role))
    return tuple(dict.fromkeys(title for title in found if title))


def _longest(part: str) -> str | None:
    known = _titles()
    return next((part[at:] for at in range(len(part)) if part[at:] in known), None)


@cache
def _titles() -> frozenset[str]:
    sections = read_sections(DATA / "titles.txt")
    return frozenset(word for name in SECTIONS for word in sections[name])
