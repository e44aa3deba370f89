"""Raw text of a passage -> which of its spaces are published.

Pages are full of spaces that mean nothing: stray ones of recognition, those that set a short word or
a name as wide as its neighbours (碛　口, 莫　宁), those of line breaks. Others part what belongs apart:
makers, names of a roster, columns of a table (长运影城　14:20　19:10), lines of a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import rjieba

from wenzhai.segment.names import is_name
from wenzhai.segment.rosters import rosters

CHINESE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—·\U00020000-\U0003ffff]"
IS_CHINESE = re.compile(CHINESE)
SPACE = re.compile(r"\s+")
HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
IS_HAN = re.compile(rf"[{HAN}]")
NO_SPACE_BEHIND = frozenset("，。、；：！？—…·“‘（《〈【〔「『,;:!?([|｜│／/~～-")
NO_SPACE_BEFORE = frozenset("，。、；：！？—…·”’）》〉】〕」』,;:!?)]|｜│／/~～%％℃")
CLOSERS = "”’）》〉】〕」』)]"
LINE_ENDS = NO_SPACE_BEHIND | frozenset(CLOSERS)
LINE_BEGINNINGS = NO_SPACE_BEFORE | frozenset("“‘（《〈【〔「『([")
GAP = 2  # white characters from which on they part what stands beside them; so does one wide one
WIDE_SPACES = frozenset("\u3000\t")
_APART = r"\s，。、；：！？“”‘’（）《》【】()|｜:/／"
SPREAD = re.compile(
    rf"(?<![^{_APART}□○●■])(?!文\s)[{HAN}](?:[ \u3000\t]+(?![摄图])[{HAN}])+(?![^{_APART}])"
)
"""Words of one character each, one after another: a word or a name set wide."""
PAIRS = 4  # characters set wide that may be two names
WORD = re.compile(r"[^\s，。、；：！？“”‘’（）《》【】()]+")
WORD_END = re.compile(rf"{WORD.pattern}$")
NUMBER = re.compile(r"[\d.:：]+")
NUMBER_END = re.compile(rf"{NUMBER.pattern}$")
# 2.10, 14:20: another number behind it is none of its digits
PART_NUMBER = re.compile(r"\d+[.:：]\d+")
LEADING_ON = frozenset({"uj", "uv", "p", "c"})
"""Kinds of words that want another behind them: 的, 地, 在, 和."""
SEEN = 8  # characters on either side of white space that are looked at
EDGE = 60  # code points at either end of a paragraph where makers are named
MAKERS = re.compile(r"[（(][\u4e00-\u9fff·/／:：\s、]{3,40}[）)]")  # （通讯员鱼勇 赵婷婷）
OPENING = re.compile(r"^[^，。：；]{1,24}?(?:讯|电|消息)\s+(?=\S)")  # 本报永昌讯 11月30日
CLOSING = re.compile(
    r"(?<=[。！？”])\s*(?:本报)?(?:记者|通讯员|摄影|文/图)[^，。]{2,30}$|(?<=[。！？”])\s+[^，。]{2,20}(?:摄|报道|文/图)$"
)
WHOLE = re.compile(
    r"^[\s□■○◎●]*(?:本报|[全融]媒体|特约|首席|实习)*(?:记者|通讯员|文/图)\s[^，。：；！？,;:!?]{2,30}$"
    r"|^[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4}){1,3}\s*(?:摄|供图|文/图)$"
)  # 本报记者 翁如意 文 叶义彬 摄; 毋雨桐 亢瑞 摄


class Edit(NamedTuple):
    """What happens to a stretch of the raw text."""

    start: int
    end: int
    text: str
    """As long as the stretch, or empty: dropped."""
    reason: str | None = None
    """None for white space, which need not be accounted for."""


def space_edits(raw: str, *, keep_spaces: bool) -> Iterator[Edit]:
    """`keep_spaces`: a headline, crosshead or byline; there white space parts words."""
    parted = [match.span() for match in SPACE.finditer(raw)]
    makers = _maker_places(raw)
    listed = list(rosters(raw))
    spread = set(_inside_words(raw, [(0, len(raw))] if keep_spaces else makers))
    is_wrapped = keep_spaces and any(
        _cuts_word(raw, start, end) for start, end in parted if "\n" in raw[start:end]
    )
    for start, end in parted:
        space = raw[start:end]
        left, right = raw[start - 1 : start], raw[end : end + 1]
        if any(low < start and end < high for low, high in listed):
            keep = True
        elif not left or not right or start in spread:
            keep = False
        elif "\n" in space:
            keep = _keeps_break(left, right) or (
                keep_spaces and not is_wrapped and _ends_line(raw, start, end)
            )
        elif keep_spaces or any(low <= start < high for low, high in makers):
            keep = True
        elif len(space) >= GAP or not WIDE_SPACES.isdisjoint(space):
            keep = _parts(raw, start, end) and all(high != start for _, high in makers)
        else:
            keep = _keeps_break(left, right) or _parts_numbers(raw, start, end)
        if keep:
            yield Edit(start, start + 1, " ")
        if end > start + keep:
            yield Edit(start + keep, end, "")


def _maker_places(raw: str) -> list[tuple[int, int]]:
    """Where makers are named: spaces part one name from the next there."""
    found = [
        m.span() for m in MAKERS.finditer(raw) if m.start() < EDGE or m.end() > len(raw) - EDGE
    ]
    for pattern in (OPENING, CLOSING, WHOLE):
        match = pattern.search(raw)
        if match:
            found.append(match.span())
    return found


def _inside_words(raw: str, places: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where white space stands that only sets a word or a name wide."""
    for low, high in places:
        for match in SPREAD.finditer(raw, low, high):
            gaps = [match.start() + gap.start() for gap in SPACE.finditer(match.group())]
            word = "".join(match.group().split())
            if len(word) == PAIRS and is_name(word[:2]) and is_name(word[2:]):
                del gaps[1]  # 曾 勇 林 华
            yield from gaps


def _parts(raw: str, start: int, end: int) -> bool:
    """Wide white space inside a line: whether what stands on either side belongs apart."""
    above = raw[max(0, start - SEEN) : start]
    last = above.rstrip(CLOSERS)[-1:]
    if raw[end] in NO_SPACE_BEFORE or last in NO_SPACE_BEHIND or last == "":
        return False
    before, behind = WORD_END.search(above), WORD.match(raw, end, end + SEEN)
    lengths = [len(found.group()) for found in (before, behind) if found]
    if behind and lengths[-1] == 1 and is_name(raw[start - 1] + behind.group()):
        return False  # 出席的有王　强、李小明
    return max(lengths, default=0) > 1


def _parts_numbers(raw: str, start: int, end: int) -> bool:
    """Whether two numbers would make none together: 14:20 19:10."""
    left = NUMBER_END.search(raw[max(0, start - SEEN) : start])
    right = NUMBER.match(raw, end, end + SEEN)
    return all(found and PART_NUMBER.search(found.group()) for found in (left, right))


def _keeps_break(left: str, right: str) -> bool:
    """Between Latin words and figures."""
    return left.isascii() and right.isascii() and (left.isalpha() or right.isalpha())


def _ends_line(raw: str, start: int, end: int) -> bool:
    """At the end of a line of a headline: whether the next says something new."""
    if raw[start - 1] in LINE_ENDS or raw[end] in LINE_BEGINNINGS or raw[start - 1].isdigit():
        return False
    if raw.count("“", 0, start) > raw.count("”", 0, start):
        return False
    before = SPACE.split(raw[max(0, start - SEEN) : start])[-1]
    _, kind = rjieba.tag(before, False)[-1]
    return kind not in LEADING_ON


def _cuts_word(raw: str, start: int, end: int) -> bool:
    """Whether a line break stands inside a word, or leaves a character alone."""
    left, right = raw[max(0, start - SEEN) : start], raw[end : end + SEEN]
    before, behind = SPACE.split(left)[-1], SPACE.split(right)[0]
    if not (before and behind and IS_HAN.match(before[-1]) and IS_HAN.match(behind[0])):
        return False
    if len(behind) == 1 or len(before) == 1:
        return True
    ends = [0]
    for word in rjieba.cut(before + behind, False):
        ends.append(ends[-1] + len(word))
    return any(low < len(before) < high for low, high in pairwise(ends))
