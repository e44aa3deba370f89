"""Page -> the year it was written in.

A page is one day's issue, so one year holds for all of its articles: the latest that is well
supported. Years of plans, foundings and backward looks do not count. Landmarks such as
“十四五” or “8.31”疫情 say too little and are not used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from wenzhai.dates.cues import load_cues
from wenzhai.dates.issue import Issue
from wenzhai.dates.judge import sentence_of
from wenzhai.dates.told import Told

YearSource = Literal["article", "page", "issue", "published"]

# How much a printed year says about the year of writing. Judgement, to be replaced by counts
# when labelled pages are there; only the order and the threshold matter.
SAYS_THIS_YEAR = 5.0  # 今年10月底,在阜阳召开的2023新能源汽车…大会; a date under the headline
LEAD = 4.0  # a full date in the lead
GATHERING = 3.0  # 2023新能源汽车全生命周期绿色发展大会; 2025年是“十四五”规划收官之年
FULL_DATE = 2.0  # a full date further down
TITLE = 1.5  # 《政协贵州委员会2023年度协商议题计划》
ANNIVERSARY = 1.0  # 2024年是全国人民代表大会成立70周年
MONTH = 1.0  # 二〇〇三年三月,跟着朋友去看热闹
BARE = 0.5  # 2024年,我们聚焦…
ENOUGH = 1.5  # a title is enough, two bare years are not

AHEAD_DAYS = 60  # how far newspapers announce days without a year
EARLY_MONTHS = 3  # until March newspapers tell of "the year that is over"
LATE_MONTHS = 10  # from October they tell of the year to come


@dataclass(frozen=True, slots=True)
class Sign:
    """A printed year and how much it says about the year of writing."""

    year: int
    weight: float
    quote: str
    is_over: bool
    """Told as a whole year that is over (全年)."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The year in which a page was written, as its texts tell it."""

    year: int
    weight: float
    best: Sign
    is_over: bool
    """Told only as a whole year that is over."""


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A year that a date without one is completed with."""

    year: int
    source: YearSource
    quote: str
    confidence: float


def signs(told: Sequence[Told]) -> tuple[Sign, ...]:
    """What the dates of an article say about the year of writing.

    An article that names days without a year leaves out the year of writing, so a year that it
    prints with another day is a look back.
    """
    leaves_out = any(
        each.printed.kind == "date"
        and each.printed.day is not None
        and each.year() is None
        and each.meaning == "event"
        for each in told
    )
    found = (_sign(each, leaves_out=leaves_out) for each in told)
    return tuple(sign for sign in found if sign is not None)


def year_of_writing(all_signs: Sequence[Sign]) -> Writing | None:
    """The latest well supported year; None when no year is."""
    totals: defaultdict[int, float] = defaultdict(float)
    for sign in all_signs:
        totals[sign.year] += sign.weight
    good = [year for year, total in totals.items() if total >= ENOUGH]
    if not good:
        return None
    year = max(good)
    mine = [sign for sign in all_signs if sign.year == year]
    is_over = all(sign.is_over for sign in mine)
    return Writing(year, totals[year], max(mine, key=lambda sign: sign.weight), is_over)


def choose_year(
    own: Sequence[Sign],
    writing: Writing | None,
    month: int,
    day: int | None,
    issue: Issue | None,
) -> YearChoice | None:
    """The year of a date that is printed without one; None when nothing tells it."""
    if issue is not None:
        year = _year_near(issue.day, month, day or 1)
        return YearChoice(year, "issue" if issue.is_printed else "published", issue.quote, 0.97)
    if writing is None:
        return None
    mine = [sign for sign in own if sign.year == writing.year]
    best = max(mine, key=lambda sign: sign.weight) if mine else writing.best
    source: YearSource = "article" if mine else "page"
    if month <= EARLY_MONTHS and writing.is_over:
        return YearChoice(writing.year + 1, source, best.quote, 0.6)
    confidence = 0.95 if mine else 0.85
    if writing.weight < GATHERING:
        confidence -= 0.15
    return YearChoice(writing.year, source, best.quote, confidence)


def _year_near(issue: date, month: int, day: int) -> int:
    """The year of the last such day before the issue, or of one soon after it."""
    limit = issue + timedelta(days=AHEAD_DAYS)
    return limit.year if (month, day) <= (limit.month, limit.day) else limit.year - 1


def _sign(told: Told, *, leaves_out: bool) -> Sign | None:
    printed = told.printed
    if printed.year is None or printed.kind == "period":
        return None
    sentence = sentence_of(told.passage.text, printed)
    after = told.passage.text[printed.end : printed.end + 12].lstrip(" \u3000")
    is_over = any(word in sentence for word in load_cues().year_over)
    weight = _weight(told, sentence, after)
    if leaves_out and told.zone in {"lead", "body"} and told.meaning == "event":
        weight = min(weight, BARE) if printed.month is not None else weight
    return Sign(printed.year, weight, told.quote(), is_over) if weight else None


def _weight(told: Told, sentence: str, after: str) -> float:
    printed = told.printed
    is_heading = told.zone in {"heading", "dateline", "signature"} and printed.month is not None
    if is_heading and told.meaning == "event":
        return SAYS_THIS_YEAR
    is_ahead = "将" in sentence or "明年" in sentence
    if printed.kind == "event-year":
        if "今年" in sentence or "近日" in sentence:
            return SAYS_THIS_YEAR
        return 0.0 if is_ahead else GATHERING
    match told.meaning:
        case "title":
            return TITLE
        case "as-of":
            return FULL_DATE if printed.month is not None else ANNIVERSARY
        case "anniversary":
            return ANNIVERSARY if after.startswith("是") else 0.0
        case "event":
            return _event_weight(told, sentence, after)
        case _:
            return 0.0


def _event_weight(told: Told, sentence: str, after: str) -> float:
    if after.startswith("是") and "之年" in sentence:
        return GATHERING
    if told.printed.month is None:
        return BARE
    if told.printed.day is None:
        return MONTH
    return LEAD if told.zone == "lead" else FULL_DATE
