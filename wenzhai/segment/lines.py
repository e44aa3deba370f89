"""Page -> lines: what is printed between two line breaks, without the white space around it.

A jump line that stands at the edge of a longer line ("……发展。（下转第三版）") and a kicker that
shares the line with its headline ("县长吕槐乐: 在新型工业化上当好旗帜") become lines of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wenzhai.segment.words import alternation

ASCII_WIDTH = 0.5  # columns; printed digits and Latin letters are half as wide as a Han character

MARK_SAVING = 0.5  # Han characters that a squeezed mark saves
SQUEEZED = re.compile(r"[，。、；：！？“”‘’（）《》]")
WRAPPED_MAX = 45  # code points; longer lines are whole paragraphs

# ……降到百分之六。 本报讯 11月12日
INNER_DATELINE = re.compile(
    r"(?<=[。！？”’）)])[ \u3000]+(?=(?:本报|新华社)[\u4e00-\u9fff]{0,6}(?:讯|电|消息)[（( \u3000])"
)
JUMP_WORD = r"(?:紧接|上接|下转|接续|上转|转接|接|转)"
PAGE_SIGN = r"(?:[A-Za-z]{0,2}\s*[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})"
# 第三版, A7版, 2、3版, 头版, 今日第五版, 四版③
JUMP_PAGE = (
    rf"(?:本报|今日)?(?:第\s*)?(?:{PAGE_SIGN}(?:\s*[、,，\-—－至和]\s*(?:第\s*)?{PAGE_SIGN})*|[头上下])\s*[版页]"
    r"\s*[①-⑩]?(?:[·\s]*(?:[左右上下中]{1,2}[侧部方]?|[\u4e00-\u9fff]{0,4}))?(?:《[^》]{1,30}》(?:一文)?)?"
)
JUMP = re.compile(
    rf"[（(【\[<〈]\s*(?:本文)?{JUMP_WORD}\s*{JUMP_PAGE}\s*[）)】\]>〉]"
)  # （下转第3版）
ARROWS = "▲▼△▽→←↑↓↗↘⇨⇦➔➡⬆⬇►◄▶◀>＞"
ARROW_JUMP = re.compile(rf"^[{ARROWS}\s]*{JUMP_WORD}\s*{JUMP_PAGE}[{ARROWS}\s]*$")  # ▶下转3版
BARE_JUMP = re.compile(
    rf"(?<=[。！？”])\s*[{ARROWS}\s]*(?:紧转|下转)\s*{JUMP_PAGE}[{ARROWS}\s]*$|^[{ARROWS}\s]*(?:紧接|上接)\s*{JUMP_PAGE}[{ARROWS}]*(?=[\s:：])"
)  # ……都换了水管。下转第三版

TITLED_SPEAKER_MAX = 40  # code points; "市人大代表,白云区人大常委会党组书记、主任阮晓燕:" has 25
TITLED_HEADLINE = re.compile(
    r"^(?P<who>[^。！？!?:：]{4,40}[\u4e00-\u9fff]{2}[:：])[ \u3000]+(?P<what>[^。]{4,40}[^。！？!?，,；;、\s])$"
)  # 政协委员,清镇市政协党组书记、主席吴筑蓉: 以“园区协商”助力“强省会”行动


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a part of a line that has a role of its own."""

    start: int
    end: int
    """Half-open, code points of the page; neither edge is white space."""
    text: str
    width: float
    """In Han characters."""
    blank: int
    """Empty rows above it."""
    indent: int
    """White characters before it in its row."""
    is_cut: bool = False
    """Shares its row with the line before."""


def width_of(text: str) -> float:
    """The printed width in Han characters."""
    narrow = len(text.encode("ascii", "ignore"))
    return len(text) - narrow * ASCII_WIDTH


def squeezed_width(text: str) -> float:
    """The width where the compositor has set marks of punctuation half as wide."""
    return width_of(text) - MARK_SAVING * len(SQUEEZED.findall(text))


def is_squeezed(texts: Sequence[str]) -> bool:
    """Whether lines come out more even when their punctuation counts half.

    True of pages set in type, false where a program has broken the lines.
    """
    wrapped = [text for text in texts if len(text) <= WRAPPED_MAX]
    plain = Counter(round(width_of(text)) for text in wrapped)
    squeezed = Counter(round(squeezed_width(text)) for text in wrapped)
    return _evenness(squeezed) > _evenness(plain)


def _evenness(counts: Counter[int]) -> int:
    return sum(count * count for count in counts.values())


def read_lines(text: str) -> tuple[Line, ...]:
    """All lines of a page that hold more than white space."""
    found: list[Line] = []
    rows = text.split("\n")
    measure = squeezed_width if is_squeezed([row.strip() for row in rows]) else width_of
    blank = 0
    start = 0
    for row in rows:
        body = row.strip()
        if body:
            indent = len(row) - len(row.lstrip())
            at = start + indent
            for number, (low, high) in enumerate(_parts(body)):
                piece = body[low:high]
                found.append(
                    Line(
                        at + low,
                        at + high,
                        piece,
                        measure(piece),
                        0 if number else blank,
                        0 if number else indent,
                        number > 0,
                    )
                )
            blank = 0
        else:
            blank += 1
        start += len(row) + 1
    return tuple(found)


def _parts(body: str) -> list[tuple[int, int]]:
    cuts = {0, len(body)}
    if "版" in body or "页" in body:
        for match in (*JUMP.finditer(body), *BARE_JUMP.finditer(body)):
            cuts.update(match.span())
    if len(body) <= TITLED_SPEAKER_MAX * 2 and (":" in body or "：" in body):
        titled = TITLED_HEADLINE.match(body)
        if titled and _is_titled(titled["who"]):
            cuts.update((titled.end("who"), titled.start("what")))
    if len(body) > WRAPPED_MAX:
        cuts.update(match.end() for match in INNER_DATELINE.finditer(body))
    edges = sorted(cuts)
    parts = []
    for low, high in pairwise(edges):
        piece = body[low:high]
        inner = piece.strip()
        if inner:
            at = low + len(piece) - len(piece.lstrip())
            parts.append((at, at + len(inner)))
    return parts


def _is_titled(who: str) -> bool:
    return re.search(alternation("offices"), who) is not None
