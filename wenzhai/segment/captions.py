"""Text -> whether it is the caption of a picture.

A caption says so (图为…), ends with who took the picture, or tells in one clause who did what
where; a group of them stands at the end of a report, one sentence each, in no order of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from wenzhai.segment.signs import patterns
from wenzhai.segment.words import alternation

CAPTION_MAX = 150  # code points; the longest labelled caption has 118
SHOWN = re.compile(r"(?:^|[。，])图为")  # ……竞相绽放。图为游客在花丛中留影。
# What "这是" begins is a caption only where a picture's maker ends it.
VAGUE = "这是"
CREDIT = re.compile(r"(?:摄影报道|文/图|图/文|摄)[）)]?\s*$")  # 段霁月 摄
DATED_CAPTION = re.compile(r"^(?P<year>\d{4})年(?P<month>\d{1,2})月(?:\d{1,2}日)?[，,]")
SENTENCE = re.compile(r"^[^。！？；]{8,90}。?$")
GROUP_MIN = 3  # captions; two short last paragraphs may end any story


@cache
def clause() -> re.Pattern[str]:
    """省政协调研组在六盘水市视察推进能源基地建设情况"""
    return re.compile(
        rf"^[^。！？：:，、—■●]{{0,14}}{alternation('caption_actors')}[\u4e00-\u9fff]{{0,4}}?"
        rf"(?:在|到|赴|深入|来到|走进)[^。！？：:—]{{2,24}}?{alternation('caption_acts')}"
        rf"[^。！？：:—]{{0,20}}$"
    )


def is_caption(text: str, *, is_alone: bool = False) -> bool:
    """`is_alone`: the only paragraph of its article."""
    if len(text) > CAPTION_MAX and not is_alone:
        return False
    if text.startswith(VAGUE):
        return CREDIT.search(text) is not None
    if patterns().caption.match(text):
        return True
    if is_alone:
        return SHOWN.search(text) is not None or CREDIT.search(text) is not None
    return "。" not in text[:-1] and clause().match(text) is not None


def caption_group(texts: Sequence[str]) -> Iterator[int]:
    """Numbers of the last paragraphs when each is one sentence that begins with a month.

    Months in order are a chronicle, not a page's pictures. "" stands for what is no plain
    paragraph.
    """
    last = list(takewhile(lambda i: _month(texts[i]) is not None, range(len(texts) - 1, -1, -1)))
    months = [month for i in reversed(last) if (month := _month(texts[i])) is not None]
    if len(months) >= GROUP_MIN and months not in (sorted(months), sorted(months, reverse=True)):
        yield from sorted(last)


def _month(text: str) -> tuple[int, int] | None:
    match = DATED_CAPTION.match(text)
    if match is None or not SENTENCE.match(text):
        return None
    return int(match["year"]), int(match["month"])
