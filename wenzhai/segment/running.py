"""Line -> whether it is a page's running title or imprint: date and number between short words.

04 法治·社会　2019年3月26日　星期二　责任编辑 于海洋
"""

from __future__ import annotations

import re

WORD_MAX = 9  # code points of one word of a running title
SEPARATORS = re.compile(r"[\s\u3000|｜/／]+")
STOPS = re.compile(r"[。，；！？]")
NAMED = re.compile(r"^[A-Za-z]?\d{1,2}\D.*(?:日报|晚报|晨报|时报|周报|早报)$")  # 03 民生 池州日报
DAY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)


IMPRINT_MAX = 80  # code points; date, number, editors and telephone in one row have 62
IMPRINT_WORD = 16  # code points of one word of it
CUES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}",
        r"(?:星期|周)[一二三四五六日天]",
        r"[农藏]历",
        r"(?:第\s*)?[A-Za-z]?[\d一二三四五六七八九十]{1,3}\s*版(?!式|面)|总第|第\s*\d+\s*期",
        r"责编|编辑|责任|校对|组版|版式|美编|编委|统筹|值班",
        r"\d{3,4}[-－—]\d{7,8}|电话",
    )
)
TITLED = re.compile(r"^(?:\d{1,2}[ \u3000]+\D{2,9}|\D{2,9}[ \u3000]+\d{1,2})$")  # 03 社会·民生


def is_imprint(text: str) -> bool:
    """Two of date, weekday, number of the page, editors, telephone, and short words only."""
    if len(text) > IMPRINT_MAX or STOPS.search(text):
        return False
    if max(map(len, SEPARATORS.split(text))) > IMPRINT_WORD:
        return False
    return sum(cue.search(text) is not None for cue in CUES) >= 2


def is_page_title(text: str) -> bool:
    """The number of the page beside the name of its section; only at the edge of a page."""
    return TITLED.match(text) is not None and STOPS.search(text) is None


def is_running_title(text: str) -> bool:
    """A date, and nothing but short words."""
    if STOPS.search(text):
        return False
    words = SEPARATORS.split(text)
    if NAMED.search(text) and len(words) > 1 and max(map(len, words)) <= WORD_MAX:
        return True
    before, found, after = _around_day(text)
    if not found or (before and before[-1] not in " \u3000|｜/／"):
        return False
    if after and after[0] not in " \u3000|｜/／":
        return False
    return all(len(word) <= WORD_MAX for word in SEPARATORS.split(f"{before} {after}"))


def _around_day(text: str) -> tuple[str, str, str]:
    match = DAY.search(text)
    if match is None:
        return text, "", ""
    return text[: match.start()], match.group(), text[match.end() :]
