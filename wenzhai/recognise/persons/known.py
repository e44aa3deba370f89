"""Readings of a page -> the same, with everybody who is known on it wherever the name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from wenzhai.recognise.persons.around import PLACE_TAIL
from wenzhai.recognise.persons.called import ends_name
from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.dotted import DOTS
from wenzhai.recognise.persons.lengths import OPEN
from wenzhai.recognise.persons.lexicon import Affix, PersonLexicon
from wenzhai.recognise.persons.reading import Reading, choose
from wenzhai.recognise.persons.tokens import NAME_TAGS, frequency, is_word

IN_PLACE = re.compile("[在到从].{2}[上里下中边旁]")
KNOWN = 4.5  # evidence of the same name elsewhere on the page
BEFORE_PERSON = frozenset("和与及对向被给跟由请让找是叫把")
GIVEN = 2  # code points; one character is too little
COMMON = 300  # occurrences in the segmenter's dictionary; such a word is rather one than a name
SHORT_NAME = 2  # code points; such names may be places


def known_names(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Printed form -> full name, for everybody accepted on the page."""
    named = [c for reading in readings for c in reading.chosen if c.form != "masked"]
    parts: dict[str, str] = {}
    for candidate in named:
        if candidate.form == "foreign":
            for part in re.split(f"[{DOTS}]", candidate.name):
                if len(part) >= SHORT_NAME:
                    parts.setdefault(part, candidate.name)
    known: dict[str, str] = {}
    for candidate in named:
        is_cut_late = candidate.rule in OPEN and candidate.name[:-1] in parts
        if not is_cut_late:
            known.setdefault(candidate.name, parts.get(candidate.name, candidate.name))
    return parts | known


def given_names(known: Mapping[str, str], lexicon: PersonLexicon) -> Mapping[str, str]:
    """Given name -> full name, where it is no word and only one person of the page bears it."""
    found: dict[str, str | None] = {}
    for name in known:
        surname = 2 if name[:2] in lexicon.compound else 1
        given = name[surname:]
        if known[name] != name or len(given) != GIVEN or name[:surname].isascii():
            continue
        if name[0] in lexicon.surnames or surname > 1:
            found[given] = None if given in found else name
    return {
        given: name
        for given, name in found.items()
        if name is not None and given not in known and frequency(given) < COMMON
    }


def with_given(
    reading: Reading,
    index: Affix,
    given: Mapping[str, str],
    lexicon: PersonLexicon,
) -> Reading:
    """“铁柱，快来！: known persons called by their given name, where only a person may stand."""
    added: list[Candidate] = []
    for start, end in index.found(reading.text):
        if any(start < c.end and c.start < end for c in reading.chosen):
            continue
        if _stands_as_person(reading.text, start, end, lexicon):
            name = given[reading.text[start:end]]
            added.append(Candidate(start, end, name, "full", "known-name", ACCEPT + 1))
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def with_known(
    reading: Reading,
    index: Affix,
    known: Mapping[str, str],
    lexicon: PersonLexicon,
) -> Reading:
    """Names that are known on the page, wherever they stand."""
    weak = {(c.start, c.end): c for c in reading.weak}
    taken = reading.chosen
    added: list[Candidate] = []
    last = 0
    for start, end in index.found(reading.text):
        if start < last:
            continue
        clashing = [c for c in taken if start < c.end and c.start < end]
        if clashing and not _is_cut_wrongly(clashing, reading.text[start:end], known):
            continue
        if not _may_be_known(reading, start, end, lexicon):
            continue
        taken = tuple(c for c in taken if c not in clashing)
        own = weak.get((start, end))
        score = ACCEPT + 1 if own is None else max(ACCEPT + 1, own.score + KNOWN)
        last = end
        name = known[reading.text[start:end]]
        form = "foreign" if any(dot in name for dot in DOTS) else "full"
        added.append(Candidate(start, end, name, form, "known-name", score))
    return replace(reading, chosen=choose((*taken, *added))) if added else reading


def _stands_as_person(text: str, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """A word that is somebody's name too, where a person may stand: 殷切说, not 殷切地说."""
    begins = start == 0 or not text[start - 1].isalpha() or text[start - 1] in BEFORE_PERSON
    if not (begins or lexicon.head.before(text, start)):
        return False
    return ends_name(text, end, lexicon) or text[end] == "的"


def _is_cut_wrongly(clashing: list[Candidate], printed: str, known: Mapping[str, str]) -> bool:
    """韦伯|总说: part of a foreign name of the page, with a character too many."""
    is_part = known[printed] != printed and len(printed) >= SHORT_NAME
    return is_part and all(c.rule in OPEN and c.name.startswith(printed) for c in clashing)


def _may_be_known(reading: Reading, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """The segmenter does not see an ordinary word here."""
    tokens = reading.tokens
    if is_word(reading.text[start:end]) and not _stands_as_person(
        reading.text, start, end, lexicon
    ):
        return False
    if IN_PLACE.fullmatch(reading.text, max(0, start - 1), end + 1):
        return False  # 蹲在|田埂|上
    if PLACE_TAIL.match(reading.text, end) and end - start == SHORT_NAME:
        return False  # 白云区
    number = tokens.covering(start)
    begin, stop = tokens.starts[number], tokens.starts[number + 1]
    is_named = tokens.tags[number] in NAME_TAGS
    if begin < start and stop > start and not is_named and end - start < 3:
        return is_named
    if begin == start and stop > end and not is_named and end - start < 3:
        return False
    return not (
        begin == start and stop == end and is_word(reading.text[start:end]) and end - start > 3
    )
