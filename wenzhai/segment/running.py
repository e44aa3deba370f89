"""Line -> whether it is a page's running title: its date between short words that name the page.

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
