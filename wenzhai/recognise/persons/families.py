"""Text -> candidates for persons who are named by their family alone.

A surname after 姓 (一个姓孔的书吏) or before it (李姓连长, 王姓一位木匠), and a woman named by 氏 (太奶奶许氏).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.around import may_begin
from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import Tokens

NAMED_BY = re.compile(rf"(?<!百)姓(?P<surname>[{HAN}])(?=[的，,。；、：]|名[{HAN}])")
# 颜姓农民, 孟姓货车司机, 王姓一位木匠
OF_NAME = re.compile(
    rf"(?P<surname>[{HAN}])姓(?![{HAN}][的，,。；、：])(?:的?[一某这那][位名个])?(?P<who>[{HAN}]{{2,6}})"
)
MANY = re.compile(r"们|占|较?多|居多|为主|和|与|、|[^，。；]{0,2}\d")
"""Behind a title these speak of all who have the surname: 李姓村民占三成."""
NOT_SURNAMES = frozenset("名氏什同单复百大何位")
TITLE_MIN = 2  # code points
CLAN_WORDS = frozenset("族宗家集兄企度之祠父子们村")


def family_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """In no fixed order."""
    if "姓" in text:
        yield from _by_family(text, lexicon)
    if "氏" in text:
        yield from _clans(text, tokens, lexicon)


def _by_family(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    named = [match.span("surname") for match in NAMED_BY.finditer(text)]
    named += [
        match.span("surname")
        for match in OF_NAME.finditer(text)
        if _is_somebody(text, *match.span("who"), lexicon)
    ]
    for start, end in named:
        surname = text[start:end]
        if surname in lexicon.surnames and surname not in NOT_SURNAMES:
            yield Candidate(start, end, surname, "surname", "called", ACCEPT + 1)


def _is_somebody(text: str, start: int, stop: int, lexicon: PersonLexicon) -> bool:
    """A title ends here that no plural follows; the longest run that ends with one counts."""
    for end in range(stop, start + TITLE_MIN - 1, -1):
        if lexicon.head.before(text, end) >= TITLE_MIN:
            return MANY.match(text, end) is None
    return False


def _clans(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """太奶奶许氏, 陈门林氏: a woman named by her family."""
    for match in re.finditer("氏", text):
        start, end = match.start() - 1, match.end()
        if start < 0 or text[start] not in lexicon.surnames or text[end : end + 1] in CLAN_WORDS:
            continue
        if text[start:end] in lexicon.places:
            continue  # 赵县、高邑、元氏
        is_named = title_before(text, start, tokens, lexicon) > 0 or text[start - 1] == "门"
        if is_named or (may_begin(text, start) and lexicon.acts.after(text, end)):
            yield Candidate(start, end, text[start:end], "full", "called", ACCEPT + 1)
