"""A printed number with its unit -> value and unit; None for ordinals, dates and their like."""

from __future__ import annotations

import re
from decimal import Decimal

from wenzhai.recognise.figures.lexicon import FigureLexicon
from wenzhai.recognise.figures.numbers import plain, value_of

YEAR = re.compile(r"(?:1[89]|20)\d\d|[一二][〇零一二三四五六七八九]{3}")
LASTING_MAX = 4  # code points of the words in front of days that last
CLOCK = re.compile(r"[\d一二三四五六七八九十][时点分]$|[:：]$")


def read_number(match: re.Match[str], text: str, lexicon: FigureLexicon) -> tuple[str, str] | None:
    """Value with its mark, and unit; None when it is no figure."""
    unit = match["unit"]
    if _is_numbering(match, text, lexicon):
        return None
    ends = _ends(match)
    if ends is None:
        return None
    low, high = ends
    more = match["more"] or match["more2"] or match["more3"]
    is_rough = bool(more or match["before"] or match["after"])
    printed = match["first"] + match["great"] + (match["great3"] or "")
    if not printed[0].isdigit() and not _counts(printed, low, unit, is_rough, lexicon):
        return None
    if match["half"]:
        low = high = low + Decimal("0.5")
    unit += match["per"] or ""
    if low != high:
        return f"{plain(low)}..{plain(high)}", unit
    sign = "-" if text[max(0, match.start() - 2) : match.start()] == "零下" else ""
    return f"{_mark(match, more, match['unit'], lexicon)}{sign}{plain(low)}", unit


def _is_numbering(match: re.Match[str], text: str, lexicon: FigureLexicon) -> bool:
    """An ordinal, a date, a year, a word that only looks like a number."""
    first, unit, start = match["first"], match["unit"], match.start("first")
    if lexicon.never.match(text, start):
        return True
    if unit in ("月", "日") and text[match.start("unit") - 1] not in "个半多余":
        lasts = lexicon.lasting.search(text, max(0, start - LASTING_MAX), start)
        lasts = lasts or lexicon.lasts.match(text, match.end())
        return match["after"] not in ("内", "以内", "之内", "以上") and not lasts
    if unit in ("分", "秒") and (
        CLOCK.search(text, max(0, start - 2), start) is not None
        or text[match.end() : match.end() + 1].isdigit()
    ):
        return True  # 2时40分, 10秒78
    if unit == "年" and YEAR.fullmatch(first) and not match["great"]:
        return True
    return text[max(0, start - 1) : start] in ("届", "第") or (
        text[max(0, start - 1) : start + 1] in ("、第", "至第")
    )


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest number that is printed."""
    greats = match["great"] + (match["great3"] or "")
    first = _value(match["first"] + greats)
    if first is None or not match["second"]:
        return first
    other = _value(match["second"] + (match["great2"] or "") + (match["great3"] or ""))
    if other is None:
        return None
    low, high = first[0], other[1]
    if match["great2"] and not greats and not match["again"]:
        low *= high / (value_of(match["second"]) or high)
    return low, high


def _value(printed: str) -> tuple[Decimal, Decimal] | None:
    """Both ends; they differ for 两三, 十五六."""
    pair = re.search(r"([一二两三四五六七八])([二三四五六七八九])(?=[十百千万亿]|$)", printed)
    if pair and not printed[0].isdigit():
        low = value_of(printed[: pair.start(2)] + printed[pair.end(2) :])
        high = value_of(printed[: pair.start(1)] + printed[pair.end(1) :])
        return None if low is None or high is None or high <= low else (low, high)
    value = value_of(printed)
    return None if value is None else (value, value)


def _counts(
    printed: str, value: Decimal, unit: str, is_rough: bool, lexicon: FigureLexicon
) -> bool:
    """Does a Chinese numeral count here?"""
    if printed in ("百", "千", "万", "亿") and not is_rough:
        return False
    if printed == "一" or value == 0:
        return unit in ("成", "倍")
    if unit in lexicon.small:
        return True
    return value > 10 or (is_rough and value >= 10)


def _mark(match: re.Match[str], more: str | None, unit: str, lexicon: FigureLexicon) -> str:
    before, after = match["before"], match["after"]
    if before == "近" and unit in lexicon.time and unit not in lexicon.brief:
        before = None
    for word in (before, more, after):
        if word and word in lexicon.bounds:
            return lexicon.bounds[word]
    return ""


def read_share(match: re.Match[str], lexicon: FigureLexicon) -> tuple[str, str] | None:
    above, below = value_of(match["above"]), value_of(match["below"])
    if above is None or not below:
        return None
    mark = ""
    for word in (match["before"], match["after"]):
        mark = mark or lexicon.bounds.get(word or "", "")
    if below == 100:
        return f"{mark}{plain(above)}", "%"
    if below == 1000:
        return f"{mark}{plain(above)}", "‰"
    return f"{mark}{plain(above)}/{plain(below)}", ""
