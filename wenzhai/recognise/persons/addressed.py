"""Text -> surnames beside something that people are called by: a title, kin, 老 and 小."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from wenzhai.recognise.persons.inside import KIN
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.surnames import called_pattern
from wenzhai.recognise.persons.wordlists import places_of

PREFIXES = frozenset("阿老小大")
"""First characters of names that are no surnames: 阿毛, beside whom 阿姨 is nobody called so."""
KIN_AFTER = KIN | frozenset("婆公妹弟娃工总董队局处科导家")
"""One character that calls a person whose surname the page knows: 林工, 钟哥, 轩家."""
OFFICIAL = frozenset("总工董导")
"""... and at work: 王总, 李工."""
SPEAKING = frozenset("说笑")
"""Behind a quotation and a surname that the page knows."""


def known_surnames(full_names: Iterable[str], lexicon: PersonLexicon) -> frozenset[str]:
    """Surnames, or first characters, of the full names of a page."""
    return frozenset(
        name[:2] if name[:2] in lexicon.compound and len(name) > 2 else name[0]
        for name in full_names
    )


def surname_places(
    text: str, known: frozenset[str], lexicon: PersonLexicon
) -> list[tuple[int, int]]:
    """Spans of surnames beside something that people are called by, in order."""
    titles = lexicon.title_starts
    called = _called(lexicon.surnames, lexicon.compound, lexicon.common, titles)
    spans = [match.span() for match in called.finditer(text)]
    held = {at for start, end in spans for at in range(start, end)}
    spans.extend(
        (at, at + 1)
        for at in places_of(known, text)
        if at not in held and (text[at + 1 : at + 2] in titles or _is_addressed(text, at))
    )
    return sorted(spans)


@lru_cache(maxsize=1)
def _called(
    single: frozenset[str], compound: frozenset[str], common: frozenset[str], titles: frozenset[str]
) -> re.Pattern[str]:
    return re.compile(called_pattern(single, compound, common, titles, KIN | OFFICIAL))


def _is_addressed(text: str, at: int) -> bool:
    """轩家, ”张说: a word that only the surname of somebody known goes before."""
    if text[at] in PREFIXES:
        return False
    following = text[at + 1 : at + 2]
    return following in KIN_AFTER or (following in SPEAKING and text[at - 1 : at] == "”")
