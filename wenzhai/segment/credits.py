"""Article -> who made it and where from, in the words in which its body shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from wenzhai.model import Paragraph, Span
from wenzhai.segment.drafts import Draft
from wenzhai.segment.lines import Line
from wenzhai.segment.sheets import Sheet


def read_credits(
    sheet: Sheet, draft: Draft, body: Sequence[Paragraph]
) -> tuple[tuple[str, ...], str | None]:
    """Byline and dateline: lines of their own, datelines with names, signatures."""
    found = []
    dateline = None
    for b in draft.body:
        block = sheet.blocks[b]
        first, last = block.lines[0], block.lines[-1]
        opening, signature = sheet.page.signs[first].dateline, sheet.page.signs[last].signature
        if block.kind == "byline":
            lines = sheet.page.lines
            found.append(_published(body, Span(lines[first].start, lines[last].end)) or block.text)
        elif opening and dateline is None:
            where, *who = re.split("[（(]", opening, maxsplit=1)
            line = sheet.page.lines[first]
            dateline = _as_shown(body, line, line.text.find, where.strip("【】[] "))
            found.extend(_as_shown(body, line, line.text.find, one.strip("）)】] ")) for one in who)
        if signature and block.kind == "text":
            line = sheet.page.lines[last]
            found.append(_as_shown(body, line, line.text.rfind, signature.strip("（）() ")))
    return tuple(found), dateline or None


def _as_shown(body: Sequence[Paragraph], line: Line, find: Callable[[str], int], words: str) -> str:
    """How words of a line are published: with other spaces, it may be."""
    at = find(words) if words else -1
    if at < 0:
        return words
    return _published(body, Span(line.start + at, line.start + at + len(words))) or words


def _published(body: Sequence[Paragraph], span: Span) -> str:
    return next(filter(None, (p.passage.published(span) for p in body)), "")
