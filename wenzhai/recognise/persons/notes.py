"""A note on a line of its own -> whoever signs it: □濮阳潮生, 石峡村辛有福, 市民 幸福.

Nothing but who wrote stands there, so that a word is a name too, wherever a place, a body or a
title goes before it, or nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.candidate import CERTAIN, Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon

NOTE_MAX = 40  # code points; who signs with all offices has 35
SIZES = (3, 2)  # code points of a Han name with a surname of one character
COMPOUND_SIZES = (4, 3)
# □濮阳潮生 | 漳县教育局局长苟万里
SIGNED = re.compile(rf"[□■○●◎◇◆▲△★☆·—\-\s]*(?P<who>[{HAN}、0-9 \u3000]{{2,{NOTE_MAX}}})[\s]*")
ALONE = re.compile(rf"[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]|[{HAN}]{{1,3}})")
ENDS_BODY = frozenset(
    "局站馆办校联所部委会院厅处科社队厂店室署司行组中心团庭县区市镇乡村族者后协网刊版端"
)
"""Last characters of whoever signs and is no person: 县文联, 市公安局."""
BEFORE_NAME = frozenset("省市县区镇乡村州盟旗组院级班校局社区庄屯 \u3000")
"""Last characters of a place or body that goes before who signs: 化学学院江牧."""
NO_AUTHORS = frozenset(
    [
        *("待续", "节选", "有删", "删节", "完结", "连载", "资料", "图片", "本报", "本刊", "全文"),
        *("编者按", "编后", "编者", "供稿", "供图", "来稿", "摘编", "综合", "读者", "网友", "作者"),
    ]
)


def note_candidates(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """At most one; `text` is a whole note."""
    signed = SIGNED.fullmatch(text)
    if signed is None:
        return
    first, last = signed.span("who")
    alone = ALONE.fullmatch(text, first, last)
    name = "" if alone is None else "".join(alone.group().split())
    if name and (len(name) <= SIZES[0] or _is_long_name(name, lexicon)):
        if _may_sign(name, lexicon):
            yield Candidate(first, last, name, "full", "signature", CERTAIN, "reporter")
        return
    compound = text[last - COMPOUND_SIZES[0] : last - 2], text[last - COMPOUND_SIZES[1] : last - 1]
    sizes = [
        size
        for size, surname in zip(COMPOUND_SIZES, (compound[0], compound[1][:2]), strict=True)
        if surname in lexicon.compound
    ]
    for size in (*sizes, *(s for s in SIZES if text[last - s] in lexicon.surnames)):
        start = last - size
        name = text[start:last]
        if start > first and name.isalpha() and _follows(text, start, lexicon):
            if _may_sign(name, lexicon) and not lexicon.head.before(name, len(name)):
                yield Candidate(start, last, name, "full", "signature", CERTAIN + 1, "reporter")
            return


def _is_long_name(name: str, lexicon: PersonLexicon) -> bool:
    """濮阳潮生, 格桑卓玛; not 市民幸福."""
    return name[:2] in lexicon.compound or lexicon.ethnic.fullmatch(name) is not None


def _may_sign(name: str, lexicon: PersonLexicon) -> bool:
    """No body, place or label of the trade."""
    if name[-1] in ENDS_BODY or name in NO_AUTHORS or name in lexicon.divisions:
        return False
    return name not in lexicon.things and not lexicon.organisation.before(name, len(name))


def _follows(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """A place, a body or a title goes before."""
    is_titled = lexicon.head.before(text, start) > 1
    return (
        is_titled or text[start - 1] in BEFORE_NAME or lexicon.full_places.before(text, start) > 1
    )
