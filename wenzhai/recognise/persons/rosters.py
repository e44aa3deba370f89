"""Text -> names that stand in a list with nothing but white space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.tokens import is_word

MANY = 5  # pieces from which on some may be what the names are under: 一等奖 张志强 李军
NAMES_SHARE = 0.5  # of many pieces that have the shape of a name
FEW = 0.5  # evidence beyond acceptance in a list of few, and of many
SURE = 2.0
GIVEN_MAX = 2  # code points
# 李 军 | 王秀英（女） | 买买提江·吐尔逊
PIECE = re.compile(
    rf"(?P<name>[{HAN}] [{HAN}]|[{HAN}]{{2,8}}(?:·[{HAN}]{{1,8}})+|[{HAN}]{{2,4}})(?![{HAN}·：])(?:[（(][^（）() ]{{1,8}}[）)])?"
)
ROSTER = re.compile(
    rf"(?<![{HAN}·]){PIECE.pattern.replace('?P<name>', '?:')}"
    rf"(?: (?:\d{{1,3}}[.、．]?)?{PIECE.pattern.replace('?P<name>', '?:')})+"
)


def roster_candidates(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Everybody in such a list, in the order of the text."""
    for roster in ROSTER.finditer(text) if " " in text else ():
        pieces = list(PIECE.finditer(text, *roster.span()))
        named = [piece for piece in pieces if _is_shaped(piece["name"], lexicon)]
        is_long = len(pieces) >= MANY
        words = sum(is_word(piece["name"]) for piece in named)
        if len(named) < len(pieces) * (NAMES_SHARE if is_long else 1):
            continue
        if words * 2 > len(named) if is_long else words:
            continue
        for piece in named:
            start, end = piece.span("name")
            name = "".join(piece["name"].split())
            form = "full" if name.isalpha() else "foreign"
            yield Candidate(start, end, name, form, "list", ACCEPT + (SURE if is_long else FEW))


def _is_shaped(printed: str, lexicon: PersonLexicon) -> bool:
    name = "".join(printed.split())
    if "·" in name or lexicon.ethnic.fullmatch(name):
        return True
    surname = 2 if name[:2] in lexicon.compound and len(name) > GIVEN_MAX else 1
    if surname == 1 and name[0] not in lexicon.surnames:
        return False
    if not 0 < len(name) - surname <= GIVEN_MAX or name[-1] in lexicon.place_endings:
        return False
    if name in lexicon.places or name in lexicon.ordinary:
        return False
    return not (len(name) > GIVEN_MAX and is_word(name)) and name not in lexicon.head.words
