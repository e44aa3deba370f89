"""Raw text of a passage -> which of its spaces are published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wenzhai.segment.rosters import rosters

CHINESE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—·\U00020000-\U0003ffff]"
IS_CHINESE = re.compile(CHINESE)
SPACE = re.compile(r"\s+")
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


def space_edits(raw: str, *, keep_spaces: bool) -> Iterator[Edit]:
    makers = [] if keep_spaces else _maker_places(raw)
    keep_all = keep_spaces
    listed = list(rosters(raw))
    for match in SPACE.finditer(raw):
        start, end = match.span()
        keep_spaces = keep_all or any(low <= start < high for low, high in makers)
        left, right = raw[start - 1 : start], raw[end : end + 1]
        is_break = "\n" in match.group()
        keep = bool(left and right) and (
            _keeps_break(left, right) if is_break or not keep_spaces else True
        )
        if any(low < start and end < high for low, high in listed):
            yield Edit(start, start + 1, " ")
            if end > start + 1:
                yield Edit(start + 1, end, "")
            continue
        if keep and not is_break and not keep_spaces:
            keep = not (IS_CHINESE.match(left) or IS_CHINESE.match(right))
        if keep:
            yield Edit(start, start + 1, " ")
            if end > start + 1:
                yield Edit(start + 1, end, "")
        else:
            yield Edit(start, end, "")


def _keeps_break(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and (left.isalpha() or right.isalpha())
