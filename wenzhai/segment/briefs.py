"""A column of items under one mark -> all of them articles, or all parts of one.

Short news stands so (● ▲ △), and so do lists; what an item says by itself does not tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.segment.numbers import MARK
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.tagger import log_odds

LABEL_MIN = 0.45  # chance of being a label from which a line heads no list: 15 of 15 labelled, 2 of 17 others
BRIEFS = re.compile(r"(?:简讯|短讯|快讯|短波|简报|一句话新闻|新闻速递)$")
BRIEFS_MIN = 0.15  # ... of a line that says so: ▌简讯
# 请记住下面三点。
INTRODUCES = re.compile(r"(?:如下|以下|下面|下列)[^。]*[。：:]$|[：:]$")


def even_out(sheet: Sheet, texts: Sequence[int], labels: Sequence[int]) -> list[int]:
    """The article of each paragraph; items under one mark are treated alike."""
    found = list(labels)
    fresh = max(found, default=-1) + 1
    for low, high in _signed(sheet, texts):
        found[low:high] = range(fresh, fresh + high - low)
        fresh += high - low
    for low, high in _runs(sheet, texts):
        old = found[high - 1]
        if low and _is_introduced(sheet, texts[low]):
            found[low:high] = [found[low - 1]] * (high - low)
        elif _are_articles(sheet, texts[low:high]):
            for k in range(low + 1, high):
                found[k] = fresh
                fresh += 1
        else:
            found[low:high] = [found[low]] * (high - low)
        at = high
        while at < len(found) and found[at] == old:
            found[at] = found[high - 1]
            at += 1
    return found


def heads_column(sheet: Sheet, b: int) -> bool:
    """Whether a line stands over a column of news (简讯), each item of which is an article."""
    first = b + 1
    if first >= len(sheet.blocks) or sheet.blocks[first].kind != "text" or not _is_column(sheet, b):
        return False
    second = sheet.next_text[first + 1]
    if second >= len(sheet.blocks):
        return False
    if _mark(sheet, first):
        return _mark(sheet, second) == _mark(sheet, first)
    are_signed = _is_signed(sheet, first) and _is_signed(sheet, second)
    return are_signed and _follows(sheet, first, second)


def _are_articles(sheet: Sheet, items: Sequence[int]) -> bool:
    """Whether each item is news: below the label of a column, not below the headline of a list."""
    if items[0] and sheet.blocks[items[0] - 1].kind in ("label", "display"):
        return _is_column(sheet, items[0] - 1)
    return sum(log_odds(sheet.blocks[b].tag, ("opens",)) for b in items[1:]) > 0


def _is_column(sheet: Sheet, b: int) -> bool:
    """Whether a line is rather the label of a column (简讯) than the headline of a list (遗失声明)."""
    block = sheet.blocks[b]
    if block.kind not in ("label", "display") or block.tag is None:
        return False
    says_so = BRIEFS.search(block.text.replace(" ", "")) is not None
    return block.tag.chances.get("label", 0.0) > (BRIEFS_MIN if says_so else LABEL_MIN)


def _signed(sheet: Sheet, texts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places of paragraphs below the label of a column, two and more, each signed at its end."""
    for low, b in enumerate(texts):
        if not b or not _is_column(sheet, b - 1):
            continue
        high = low
        while high < len(texts) and _is_signed(sheet, texts[high]):
            high += 1
            if high < len(texts) and not _follows(sheet, texts[high - 1], texts[high]):
                break
        if high - low > 1:
            yield low, high


def _is_signed(sheet: Sheet, b: int) -> bool:
    if sheet.page.signs[sheet.last(b)].signature:
        return True
    return b + 1 < len(sheet.blocks) and sheet.blocks[b + 1].kind == "byline"


def _is_introduced(sheet: Sheet, b: int) -> bool:
    """Whether the paragraph right above the first item says that a list follows."""
    above = sheet.blocks[b - 1]
    return above.kind == "text" and INTRODUCES.search(above.text) is not None


def _runs(sheet: Sheet, texts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places of paragraphs right below each other that begin with one mark, two and more."""
    marks = [_mark(sheet, b) for b in texts]
    low = 0
    for k in range(1, len(texts) + 1):
        is_over = k == len(texts) or marks[k] != marks[low]
        if is_over or not _follows(sheet, texts[k - 1], texts[k]):
            if marks[low] and k - low > 1:
                yield low, k
            low = k


def _follows(sheet: Sheet, a: int, b: int) -> bool:
    """Whether nothing but the names of who wrote the one stands between two paragraphs."""
    return all(block.kind == "byline" for block in sheet.blocks[a + 1 : b])


def _mark(sheet: Sheet, b: int) -> str:
    found = MARK.match(sheet.blocks[b].text)
    return found.group().strip() if found else ""
