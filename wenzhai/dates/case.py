"""What the rules of dating know and say, and how a date is completed.

A year that is not printed with the date is taken from the article, then from the page, at
lower confidence; from the day of the issue where an editor gave it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from wenzhai.dates.find import Printed
from wenzhai.dates.issue import Issue
from wenzhai.dates.told import Told
from wenzhai.dates.year import Sign, Writing, YearChoice, choose_year
from wenzhai.model import Article


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known when the date of one article is decided."""

    article: Article
    told: tuple[Told, ...]
    own: tuple[Sign, ...]
    issue: Issue | None
    writing: Writing | None
    """The page's year of writing; not asked when the issue is known."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule found; `value` None: the text names a time without telling it."""

    told: Told
    value: str | None
    confidence: float
    reason: str


Rule = Callable[[Case], Verdict | None]


def complete(case: Case, told: Told, confidence: float, why: str) -> Verdict:
    """The date completed with its year; open when no year can be told."""
    printed = told.printed
    reason = f'"{told.quote()}" {why}'
    year = told.year()
    if year is not None:
        return Verdict(told, iso(year, printed.month, printed.day), confidence, reason)
    choice = year_for(case, told)
    if choice is None:
        return Verdict(told, None, 0.9, f"{reason}; no year is told")
    value = iso(choice.year, printed.month, printed.day)
    where = {
        "article": f'the year is that of "{choice.quote}" in the same article',
        "page": f'the year is that of "{choice.quote}" in another article of the page',
        "issue": f'the year follows from the page\'s edition line, "{choice.quote}"',
        "published": f"the year follows from the day of the issue, {choice.quote}",
    }[choice.source]
    return Verdict(told, value, confidence * choice.confidence, f"{reason}; {where}")


def year_for(case: Case, told: Told) -> YearChoice | None:
    month = told.printed.month
    if month is None:
        return None
    return choose_year(case.own, case.writing, month, told.printed.day, case.issue)


def from_issue(case: Case, told: Told, why: str) -> Verdict | None:
    """昨日, 上周五, or 3日 in "记者3日从…获悉": needs the day of the issue."""
    if case.issue is None:
        return None
    issue = case.issue.day
    day = _day_before(told.printed, issue)
    if day is None:
        return None
    reason = f'"{told.quote()}" {why}; the issue is of {issue.isoformat()}'
    return Verdict(told, day.isoformat(), 0.88, reason)


def _day_before(printed: Printed, issue: date) -> date | None:
    """The day that a word means in an issue; it never lies after it."""
    if printed.day_shift is not None:
        return issue + timedelta(days=printed.day_shift)
    if printed.week_shift is not None and printed.weekday is not None:
        monday = issue - timedelta(days=issue.weekday())
        day = monday + timedelta(days=7 * printed.week_shift + printed.weekday)
        return day if day <= issue else None
    for back in range(31):
        day = issue - timedelta(days=back)
        if printed.day == day.day or printed.weekday == day.weekday():
            return day
    return None


def iso(year: int | None, month: int | None, day: int | None) -> str:
    """ISO 8601, cut to what is known; "--11-30" without a year, as vCard writes it."""
    parts = [f"{year:04}" if year is not None else "-"]
    if month is not None:
        parts.append(f"{month:02}")
    if day is not None:
        parts.append(f"{day:02}")
    return "-".join(parts)
