"""Published paragraph -> what is wrong with its text, in Chinese, for the reader.

Nothing is smoothed: lines that loop and sentences that break off stay as printed and are marked.
"""

from __future__ import annotations

import re

from wenzhai.model import Kind
from wenzhai.segment.signs import CLOSERS

LOOP = re.compile(r"([\u3400-\u9fff]{6,30})[，,、]?\1")  # 时刻绷紧疫情防控成果,时刻绷紧疫情防控成果
BROKEN = re.compile(rf"[\u3400-\u9fff，、][{CLOSERS}]*$")  # ends without a full stop
LONG = 40  # code points; a shorter paragraph may end without a stop on purpose

TEXTS: tuple[Kind, ...] = ("paragraph", "lead", "answer", "question")

LOOPS = "原文此处文字重复，可能是识别有误"
BREAKS_OFF = "原文此处句子未完，可能有缺漏"
JOINED = "此段由不相邻的两处拼接而成，请对照原文"


def find_damage(kind: Kind, text: str, is_mended: bool) -> str | None:
    """The reader's note; None when nothing is wrong."""
    if LOOP.search(text):
        return LOOPS
    if kind in TEXTS and len(text) >= LONG and BROKEN.search(text):
        return BREAKS_OFF
    if is_mended:
        return JOINED
    return None
