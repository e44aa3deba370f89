"""Groups of paragraphs -> groups, where one article leaves a page's column and comes back on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenzhai.segment.numbers import read_number
from wenzhai.segment.sheets import Sheet

# A7版, 第三版; and in a head alone: A2, 06; not 今日8版
NAMED = re.compile(
    r"(?<![日期共A-Za-z\d])(?P<letter>[A-Za-z]{0,2})\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
)
BARE = re.compile(
    r"(?<![\w.-])(?P<letter>[A-Z])(?P<number>\d{1,2})(?![\w.])|^(?P<alone>0?\d{1,2})(?=\s)"
)


def carry_over(sheet: Sheet, texts: Sequence[int], labels: list[int]) -> list[int]:
    """What follows 上接 belongs to the article that ended with 下转, where the page has one of each."""
    left = [b for b, block in enumerate(sheet.blocks) if is_jump(sheet, b) and "转" in block.text]
    back = [b for b, block in enumerate(sheet.blocks) if is_jump(sheet, b) and "接" in block.text]
    if len(left) != 1 or len(back) != 1 or left[0] > back[0] or not _is_from_here(sheet, back[0]):
        return labels
    before = [k for k, b in enumerate(texts) if b < left[0]]
    after = [k for k, b in enumerate(texts) if b > back[0]]
    headed = any(
        sheet.blocks[b].kind == "display"
        for b in range(back[0] - 1, texts[after[0]] if after else back[0])
    )
    if not before or not after or headed:
        return labels
    source, target = labels[after[0]], labels[before[-1]]
    moved = list(labels)
    for k in after:
        if labels[k] != source:
            break
        moved[k] = target
    return moved


def is_jump(sheet: Sheet, b: int) -> bool:
    return sheet.page.signs[sheet.first(b)].furniture == "jump line"


def _is_from_here(sheet: Sheet, back: int) -> bool:
    """Whether the page that a jump line names may be this one."""
    own = {
        name
        for b, block in enumerate(sheet.blocks)
        if block.kind == "furniture" and not is_jump(sheet, b)
        for name in (*_pages(NAMED, block.text), *_pages(BARE, block.text))
    }
    named = _pages(NAMED, sheet.blocks[back].text)
    return not own or not named or named[0] in own


def _pages(form: re.Pattern[str], text: str) -> list[tuple[str, int]]:
    """第三版 is ("", 3), A07版 ("A", 7)."""
    return [
        (
            (match["letter"] or "").upper(),
            read_number(match["number"] or match.groupdict().get("alone") or ""),
        )
        for match in form.finditer(text)
    ]
