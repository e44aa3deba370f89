"""Candidates for full names -> those that can be one.

What somebody is called by is no given name (刘|二爷, 蓝|伯, 李|姓: surnames, found by `called`), no
name begins inside a title that ends with it (总工|程师), and none is cut out of a place (余杭良|渚).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.inside import KIN
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon

TITLE_MIN = 2  # code points
NO_GIVEN = KIN - {"老"}
"""Characters that are no given name by themselves: 何|叔."""
FAMILY = "家"
"""王大勇|家 is a family, and 马家塬 a hamlet."""
CLAN = "姓"
DIVISION_SIZE = 2  # code points of a short name of a division that a Han name may begin with
# 马家塬, 李家沟
HAMLET = re.compile(rf"[{HAN}]家[村庄坝湾沟寨堡坡岭口屯坪港渡院岗窝集塬洼湖铺桥店河坳垸]")
NAMED_SO = frozenset({"well-known", "called", "pseudonym"})
"""Rules that know the name, or that it is one."""


def without_refused(
    candidates: Iterable[Candidate], text: str, lexicon: PersonLexicon
) -> list[Candidate]:
    """Those that are left; whom a byline names is left as he is."""
    return [
        c
        for c in candidates
        if c.part is not None
        or c.form != "full"
        or c.rule in NAMED_SO
        or not _is_refused(c, text, lexicon)
    ]


def _is_refused(candidate: Candidate, text: str, lexicon: PersonLexicon) -> bool:
    if lexicon.head.before(text, candidate.end) > candidate.end - candidate.start:
        return True  # 总工|程师
    if _is_address(candidate, text, lexicon):
        return True
    title = lexicon.head.before(text, candidate.start)
    if title and candidate.name[0] not in lexicon.surnames:
        return _is_called(text, candidate.start - title, candidate.start, lexicon)
    return title < TITLE_MIN and _is_cut_from_place(candidate, text, lexicon)


def _is_address(candidate: Candidate, text: str, lexicon: PersonLexicon) -> bool:
    """A surname, and what people are called by or the beginning of it: 刘二爷, 胡四|娭毑."""
    name = candidate.name
    size = 2 if name[:2] in lexicon.compound else 1
    given, start = name[size:], candidate.start + size
    if not given or (size == 1 and name[0] not in lexicon.surnames):
        return False
    if given[0] == CLAN or (given[0] in NO_GIVEN and given[1:] in ("", FAMILY)):
        return True
    called = text[start : start + lexicon.trailing.after(text, start)]
    return called != FAMILY and called in lexicon.courtesy and len(called) >= len(given)


def _is_called(text: str, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """邓|老太太|吃完后: the title is somebody else's, who is called so."""
    surname = text[start - 1 : start]
    is_surname = surname in lexicon.common and surname not in lexicon.ambiguous
    return is_surname and text[start:end] in lexicon.courtesy


def _is_cut_from_place(candidate: Candidate, text: str, lexicon: PersonLexicon) -> bool:
    """余杭良|渚: a division, and the beginning of the next; or a hamlet of a family's name."""
    start, end = candidate.start, candidate.end
    if HAMLET.fullmatch(candidate.name):
        return True
    inner, beyond = start + DIVISION_SIZE, start + 2 * DIVISION_SIZE
    if not inner < end < beyond or text[start:inner] not in lexicon.divisions:
        return False
    return text[inner:beyond] in lexicon.hamlets or text[inner:beyond] in lexicon.divisions
