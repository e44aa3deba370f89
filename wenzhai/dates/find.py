"""Text -> the time expressions printed in it.

Reads digits of both widths and Chinese numerals, with stray spaces. What an expression is the
date of is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from wenzhai.dates.cues import load_cues

PrintedKind = Literal[
    "date", "period", "event-year", "open", "relative-day", "day-of-month", "weekday"
]


@dataclass(frozen=True, slots=True)
class Printed:
    """A time expression as printed; half-open, code points of its text."""

    start: int
    end: int
    kind: PrintedKind
    year: int | None = None
    """As printed; of a period, its last year."""
    month: int | None = None
    day: int | None = None
    last: tuple[int, int] | None = None
    """Month and day that a range of days ends with (29日 of 11月28日至29日)."""
    year_shift: int | None = None
    """0 for 今年, -1 for 去年; None when no such word is printed."""
    day_shift: int | None = None
    """0 for 今天, -1 for 昨天; None when no such word is printed."""
    weekday: int | None = None
    """0 for Monday."""
    week_shift: int | None = None
    """0 for 本周三, -1 for 上周三; None for a bare 周三."""


WIDTHS = str.maketrans("０１２３４５６７８９○Ｏ．－／", "0123456789〇〇.-/")
DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
YEAR_SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
WEEK_SHIFTS = {"上": -1, "本": 0, "这": 0}
DAY_SHIFTS = {
    "今天": 0, "今日": 0, "今晨": 0, "今晚": 0,
    "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "前天": -2, "前日": -2,
}  # fmt: skip

GAP = r"[ \u3000]*"
TO = rf"{GAP}[至到—–\-~～]+{GAP}"
NO_NUMBER_BEFORE = r"(?<![0-9.第一二三四五六七八九十百千〇])"
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][九〇零][〇零一二三四五六七八九]{2})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十?[一二三四五六七八九]|[二廿]?十|[一二三四五六七八九])"
FIRSTS = "0123456789一二三四五六七八九十廿上本这周星"  # of every other expression below
WESTERN = r"(?:20|19)[0-9]{2}"
MONTH_ALONE = rf"{MONTH}{GAP}月(?!{GAP}{DAY}{GAP}[日号])"
WHICH_YEAR = rf"(?:(?P<year>{YEAR}){GAP}年{GAP}的?|(?P<shift>{'|'.join(YEAR_SHIFTS)}){GAP}的?)?"
LAST_DAY = rf"{TO}(?:(?P<last_month>{MONTH}){GAP}月{GAP})?(?P<last_day>{DAY}){GAP}[日号]"
WHICH_DAY = rf"(?P<day>{DAY})(?:{GAP}[日号](?:{LAST_DAY})?|{TO}(?P<last_short>{DAY}){GAP}[日号])"
PART = r"份|初|底|末|[上中下]旬"
PARTS = (
    # 2023-11-30, 2023.11.30, 2023/11/30
    rf"(?P<iso>(?<![0-9])(?P<iy>{WESTERN})(?P<sep>[-./])(?P<im>{MONTH})(?P=sep)(?P<id>{DAY})(?![0-9]))",
    # 2022-2023年, 2022年至2023年
    rf"(?P<years>{NO_NUMBER_BEFORE}{YEAR}{GAP}年?{TO}(?P<last>{YEAR}){GAP}年)",
    # 今年1-10月, 3月至5月
    rf"(?P<months>{NO_NUMBER_BEFORE}(?:(?P<py>{YEAR}){GAP}年{GAP})?{MONTH}{GAP}月?份?{TO}{MONTH_ALONE})",
    # 2023年11月30日, 去年7月12日, 11 月 28 日至 29 日, 11月28—29日, 十一月三十日, 3月初, 2023年11月
    rf"(?P<date>{NO_NUMBER_BEFORE}{WHICH_YEAR}(?P<month>{MONTH}){GAP}月(?:{GAP}{WHICH_DAY}|{PART})?)",
    # 2023年, 2023年度; not 1990年代
    rf"(?P<only>(?<![0-9.])(?P<oy>{YEAR}){GAP}年(?:度)?(?!代|级))",
    # 2023 in 2023新能源汽车全生命周期绿色发展大会
    r"(?P<named>(?<![0-9.])(?P<ny>20[0-9]{2})(?=[ \u3000]?[\u4e00-\u9fff·“”]{2,24}))",
    # 昨日, 今天上午; not 今天 for "nowadays"
    rf"(?P<near>{'|'.join(DAY_SHIFTS)})(?<!今[天日])",
    r"(?P<today>今[天日](?=上午|下午|晚|早|凌晨|中午|起|举行|召开|开|[（(]))",
    # 上周五, 本周三上午, 星期六晚; not 每周六, 周一至周五
    r"(?P<weekday>(?<![每逢至到、])(?P<week>上个?|本|这)?(?:周|星期)(?P<wd>[一二三四五六日天])(?![期线班例至到、]))",
    # 3日 in 记者3日从市政府获悉, 30日上午
    rf"(?P<dom>(?<![0-9月至到—–\-~～.、第]){DAY}{GAP}日(?={GAP}(?:上午|下午|晚|凌晨|清晨|中午|傍晚|从|在|,|，|专?[电讯])))",
)


def find_dates(text: str) -> tuple[Printed, ...]:
    """Every time expression of a text, in its order, none overlapping."""
    plain = text.translate(WIDTHS)
    found = (_read(match) for match in _pattern().finditer(plain))
    return tuple(printed for printed in found if printed is not None)


def number(written: str) -> int:
    """二〇二三, 十一, 三十, 廿一 or digits -> the number."""
    if written.isascii():
        return int(written)
    tens, ten, ones = written.replace("廿", "二十").replace("二十十", "二十").partition("十")
    if not ten:
        return int("".join(str(DIGITS[digit]) for digit in tens))
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(load_cues().open, key=lambda word: (-len(word), word)))
    parts = (*PARTS, f"(?P<open>(?:{words})(?!的))")  # not 离最近的大厅
    firsts = {word[0] for word in (*load_cues().open, *YEAR_SHIFTS, *DAY_SHIFTS, *FIRSTS)}
    first = f"(?=[{''.join(sorted(firsts))}])"  # most characters fail here: twice as fast
    return re.compile(f"{first}(?:{'|'.join(parts)})")


def _read(match: re.Match[str]) -> Printed | None:
    start, end = match.span()
    group = match.groupdict()
    if group["iso"]:
        iso = Printed(start, end, "date", int(group["iy"]), int(group["im"]), int(group["id"]))
        return iso if _exists(iso.month, iso.day) else None
    if group["years"]:
        return Printed(start, end, "period", number(group["last"]))
    if group["months"]:
        year = group["py"]
        return Printed(start, end, "period", number(year) if year else None)
    if group["date"]:
        return _day_or_month(match)
    if group["only"]:
        return Printed(start, end, "date", number(group["oy"]))
    if group["named"]:
        return _event_year(match)
    if group["near"] or group["today"] or group["weekday"]:
        return _near(match)
    if group["dom"]:
        day = number(group["dom"].replace("日", "").strip(" \u3000"))
        return Printed(start, end, "day-of-month", day=day) if day <= 31 else None
    return Printed(start, end, "open")


def _near(match: re.Match[str]) -> Printed:
    """昨日, 今天上午, 上周五."""
    group = match.groupdict()
    if group["weekday"]:
        weekday = "一二三四五六日".index(group["wd"].replace("天", "日"))
        shift = WEEK_SHIFTS.get((group["week"] or "")[:1])
        return Printed(*match.span(), "weekday", weekday=weekday, week_shift=shift)
    day_shift = DAY_SHIFTS[group["near"]] if group["near"] else 0
    return Printed(*match.span(), "relative-day", day_shift=day_shift)


def _day_or_month(match: re.Match[str]) -> Printed | None:
    group = match.groupdict()
    year, shift, day = group["year"], group["shift"], group["day"]
    if not (year or shift or day or group["month"].isascii()):
        return None  # 三月 in 三月三, 八月 in 八月桂花
    month = number(group["month"])
    if day and not _exists(month, number(day)):
        return None
    return Printed(
        *match.span(),
        "date",
        number(year) if year else None,
        month,
        number(day) if day else None,
        _last_day(match, month),
        YEAR_SHIFTS[shift] if shift else None,
    )


def _last_day(match: re.Match[str], month: int) -> tuple[int, int] | None:
    """12月3日 of 11月28日至12月3日, 11月29日 of 11月28—29日."""
    day = match["last_day"] or match["last_short"]
    if not day:
        return None
    last = number(match["last_month"]) if match["last_month"] else month
    return (last, number(day)) if _exists(last, number(day)) else None


def _event_year(match: re.Match[str]) -> Printed | None:
    """A year that belongs to the name of a gathering; not 2035 in 2035吨."""
    name = re.match(r"[ \u3000]?[\u4e00-\u9fff·“”]{2,24}", match.string[match.end() :])
    counted = load_cues().counted
    if name is None or name.group().lstrip(" \u3000").startswith(counted):
        return None
    if not any(word in name.group() for word in load_cues().gathering):
        return None
    return Printed(*match.span(), "event-year", int(match.group()))


def _exists(month: int | None, day: int | None) -> bool:
    if month is None or day is None:
        return True
    return day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)
