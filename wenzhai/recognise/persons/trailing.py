"""A name in a text -> the role that is printed right after it."""

from __future__ import annotations

import re

from wenzhai.model import Span
from wenzhai.recognise.persons.around import AGED, APPOSITION, APPOSITION_MAX
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.roles import role_before
from wenzhai.recognise.persons.tokens import Tokens

# 姓丘
NAMED_BY = re.compile("姓.{1,2}$")
# 吕慎言，六十二岁|，市政协委员
AGE = re.compile(rf"[，,](?:[男女][，,])?(?:{AGED.pattern})(?=[，,])")
# （作者|党毛吉
NOTE = re.compile(r"[（(](?:(?:本文)?作者)?[:：\s]*$")
OWNED_MAX = 10  # code points of a role that says who is called so
NOTE_REACH = 8  # code points
# （蔡缅| 作者系市政协委员、晋江市总支部主委）
SIGNED = re.compile(
    rf"(?:[，,、\s]*(?:作者)?[系为是]|[，,\s]+(?=[^，,]{{4}}))"
    rf"([^，,。；;：:！？）)（(]{{2,{APPOSITION_MAX}}})(?=[，,。；;）)])"
)
# 席建民|常委：
STANDING = re.compile("常委(?!会)")
BODY_TAGS = ("n", "ns", "nt", "j")
OFFICE_AFTER = "代表"


def role_after(
    text: str, start: int, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """A title right after a name (刘庆和委员), or an apposition (王华，某公司董事长，)."""
    title = lexicon.trailing.after(text, end)
    is_polite = text[end : end + title] in lexicon.courtesy
    if title >= 2 and not is_polite and not _speaks_for_body(text, end, tokens, lexicon):
        return Span(end, end + title)
    if STANDING.match(text, end):
        return Span(end, end + 2)
    is_named = NAMED_BY.search(text, max(0, end - 4), end) or text[start - 1 : start] == "叫"
    if is_named and text[end : end + 1] == "的":
        return _owned(text, end + 1, ends, tokens, lexicon)
    age = AGE.match(text, end)
    apposition = APPOSITION.match(text, age.end() if age else end)
    signed = signed_role(text, start, end, ends, tokens, lexicon)
    return signed or _titles(text, apposition, ends, tokens, lexicon)


def _owned(
    text: str, start: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """一位姓丘的|种植户, 一个叫大卫·史密斯的|英国工程师."""
    for end in range(min(len(text), start + OWNED_MAX), start + 1, -1):
        title = lexicon.head.before(text, end)
        if title < 2 or text[end - title : end] in lexicon.courtesy:
            continue
        role = role_before(text, end, ends, tokens, lexicon)
        if role is not None and role.start <= start:
            return Span(start, end)
    return None


def signed_role(
    text: str, start: int, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """What a note tells of who wrote: （作者党毛吉，祁连县退休教师）."""
    if NOTE.search(text, max(0, start - NOTE_REACH), start) is None:
        return None
    return _titles(text, SIGNED.match(text, end), ends, tokens, lexicon)


def _titles(
    text: str,
    told: re.Match[str] | None,
    ends: frozenset[int],
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> Span | None:
    """The run of titles, if what is told is one from its beginning."""
    if told is None:
        return None
    first, last = told.span(1)
    role = role_before(text, last, ends, tokens, lexicon)
    if role is None or role.start > first:
        return None
    more = APPOSITION.match(text, last)
    further = more and role_before(text, more.end(1), ends, tokens, lexicon)
    is_longer = more and further and further.start <= first  # ，市政协委员|，市中医院主任医师
    return Span(first, more.end(1) if more and is_longer else last)


def _speaks_for_body(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """翟松林|代表|市政协常务委员会: a verb; not 李秀云代表建议."""
    after = end + len(OFFICE_AFTER)
    number = tokens.at.get(after)
    if text[end:after] != OFFICE_AFTER or number is None or after == len(text):
        return False
    says = lexicon.speech.after(text, after) or lexicon.acts.after(text, after)
    return tokens.tags[number] in BODY_TAGS and not says
