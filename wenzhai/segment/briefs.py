"""A column of items under one mark -> all of them articles, or all parts of one.

Short news stands so (● ▲ △), and so do lists; what an item says by itself does not tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.segment.numbers import MARK
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.tagger import log_odds

# 请记住下面三点。
INTRODUCES = re.compile(r"(?:如下|以下|下面|下列)[^。]*[。：:]$|[：:]$")


def even_out(sheet: Sheet, texts: Sequence[int], labels: Sequence[int]) -> list[int]:
    """The article of each paragraph; items under one mark are treated alike."""
    found = list(labels)
    fresh = max(found, default=-1) + 1
    for low, high in _runs(sheet, texts):
        old = found[high - 1]
        if low and _is_introduced(sheet, texts[low]):
            found[low:high] = [found[low - 1]] * (high - low)
        elif not _is_headed(sheet, texts[low]) and _open_articles(sheet, texts[low + 1 : high]):
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


def _is_headed(sheet: Sheet, b: int) -> bool:
    """Whether display type stands right above the first item: a list under its headline."""
    return b > 0 and sheet.blocks[b - 1].kind == "display"


def _is_introduced(sheet: Sheet, b: int) -> bool:
    """Whether the paragraph right above the first item says that a list follows."""
    above = sheet.blocks[b - 1]
    return above.kind == "text" and INTRODUCES.search(above.text) is not None


def _open_articles(sheet: Sheet, items: Sequence[int]) -> bool:
    """Whether the tagger rather says that with each of them an article begins."""
    return sum(log_odds(sheet.blocks[b].tag, ("opens",)) for b in items) > 0


def _runs(sheet: Sheet, texts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places of paragraphs right below each other that begin with one mark, two and more."""
    marks = [_mark(sheet, b) for b in texts]
    low = 0
    for k in range(1, len(texts) + 1):
        is_over = k == len(texts) or marks[k] != marks[low] or texts[k] != texts[k - 1] + 1
        if is_over:
            if marks[low] and k - low > 1:
                yield low, k
            low = k


def _mark(sheet: Sheet, b: int) -> str:
    found = MARK.match(sheet.blocks[b].text)
    return found.group().strip() if found else ""
