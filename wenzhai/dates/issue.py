"""Page -> the day of the issue, where the page prints it.

An edition line ("2024年11月14日 星期四 责编:罗文", "2023年9月28日 · 要闻") says when the
newspaper came out: the surest source of a year that an article does not print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wenzhai.dates.cues import load_cues
from wenzhai.dates.find import find_dates
from wenzhai.model import Layout, Page

EDGE_LINES = 6  # printed lines at the top and at the foot where an edition line may stand
EDITION_LINE_MAX = 60  # code points; date, weekday, page, editor, designer and telephone have 50
SENTENCE = re.compile(r"[，。！？；]")
BARE = re.compile(r"[ \u3000·|｜丨/\-—]*")  # what may stand around a date alone on the first line


@dataclass(frozen=True, slots=True)
class Issue:
    """The day of the issue and what says so."""

    day: date
    quote: str
    is_printed: bool
    """Read off the page; False when an editor gave it."""


def issue_of(layout: Layout, page: Page, published: str | None) -> Issue | None:
    """What an editor gave, then what the edition line prints; None when neither is there."""
    if published is not None:
        return Issue(date.fromisoformat(published), published, is_printed=False)
    found = [issue for line in _edition_lines(layout, page) if (issue := _read(line)) is not None]
    days = {issue.day for issue in found}
    return found[0] if len(days) == 1 else None


def _edition_lines(layout: Layout, page: Page) -> Iterator[str]:
    """Furniture, then the page's first and last lines: a reader may have missed the furniture."""
    for piece in layout.furniture:
        text = page.text[piece.span.start : piece.span.end]
        if piece.reason == "edition line" or _is_edition_line(text):
            yield text
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        is_edge = number < EDGE_LINES or number >= len(lines) - EDGE_LINES
        if is_edge and (_is_edition_line(line) or (number == 0 and _is_date_alone(line))):
            yield line


def _is_edition_line(text: str) -> bool:
    is_short = len(text) <= EDITION_LINE_MAX and not SENTENCE.search(text)
    return is_short and any(word in text for word in load_cues().edition)


def _is_date_alone(text: str) -> bool:
    found = find_dates(text)
    return len(found) == 1 and bool(BARE.fullmatch(text[: found[0].start] + text[found[0].end :]))


def _read(text: str) -> Issue | None:
    for printed in find_dates(text):
        if printed.year is not None and printed.month is not None and printed.day is not None:
            try:
                day = date(printed.year, printed.month, printed.day)
            except ValueError:  # 29 February of a common year
                continue
            return Issue(day, text[printed.start : printed.end], is_printed=True)
    return None
