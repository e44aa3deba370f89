"""The rules of dating, in the order of their priority.

The date under a speech's headline, the dateline's, the lead's, before any further down in the
text. The confidences are judgement until labelled pages calibrate them.
"""

from __future__ import annotations

from wenzhai.dates.ask import (
    event_rank,
    is_look_back,
    is_only_heard,
    is_to_come,
)
from wenzhai.dates.case import Case, Rule, Verdict, complete, from_issue


def _heading(case: Case) -> Verdict | None:
    """(2021年12月18日) under a speech's headline."""
    for told in case.told:
        if told.zone == "heading" and told.meaning == "event" and told.printed.day is not None:
            return complete(case, told, 0.97, "stands with the headline")
    return None


def _dateline(case: Case) -> Verdict | None:
    """新华社北京11月3日电."""
    for told in case.told:
        if told.zone == "dateline" and told.printed.month is not None:
            return complete(case, told, 0.97, "stands in the dateline")
        if told.zone == "dateline":
            return from_issue(case, told, "stands in the dateline")
    return None


def _lead_day(case: Case) -> Verdict | None:
    """The first day that the lead tells of an event, when no 近日 stands before it."""
    is_open = False
    for told in case.told:
        if told.zone != "lead":
            continue
        if told.meaning == "open":
            is_open = is_open or not is_only_heard(told)
        elif is_open or told.meaning != "event" or is_look_back(case, told):
            continue
        elif told.printed.kind in {"relative-day", "day-of-month", "weekday"}:
            verdict = from_issue(case, told, "stands in the lead")
            if verdict is not None:
                return verdict
        elif told.printed.day is not None:
            verdict = complete(case, told, 0.93, "is the first day named in the lead")
            if verdict is not None and not is_to_come(case, verdict.value):
                return verdict
    return None


def _open(case: Case) -> Verdict | None:
    """近日."""
    for told in case.told:
        if told.zone == "lead" and told.meaning == "open" and not is_only_heard(told):
            return Verdict(told, None, 0.9, f'the lead says only "{told.words()}"')
    return None


def _photo(case: Case) -> Verdict | None:
    """这是11月3日拍摄的…, (2023年11月3日摄)."""
    for told in case.told:
        after = told.passage.text[told.printed.end : told.printed.end + 4].lstrip(" \u3000")
        if told.printed.day is not None and after.startswith(("摄", "拍摄", "无人机照片")):
            return complete(case, told, 0.9, "is the day of the photograph")
    return None


def _signature(case: Case) -> Verdict | None:
    """A full date that ends the article, as under a notice: the day of writing."""
    for told in case.told:
        if told.zone == "signature" and told.meaning == "event":
            return complete(case, told, 0.85, "signs the article")
    return None


def _lead_month(case: Case) -> Verdict | None:
    for told in case.told:
        if told.zone != "lead" or told.meaning != "event" or told.printed.day is not None:
            continue
        if told.printed.month is not None and not is_look_back(case, told):
            return complete(case, told, 0.8, "is the first month named in the lead")
    return None


def _body_event(case: Case) -> Verdict | None:
    """A day further down, of the sentence that tells what the headline tells.

    A day printed with its year stands at a distance from the day of writing, so it counts
    only when it is the sole one.
    """
    days = [
        told
        for told in case.told
        if told.zone in {"lead", "body"}
        and told.meaning == "event"
        and told.printed.kind == "date"
        and told.printed.day is not None
        and not is_look_back(case, told)
    ]
    near = [told for told in days if told.printed.year is None and told.carried_year is None]
    near = near or (days if len(days) == 1 else [])
    best = max(near, key=lambda told: event_rank(case, told), default=None)
    if best is None or event_rank(case, best)[0] == 0:
        return None
    return complete(case, best, 0.7, "is the day of the event that the headline names")


def _sole_day(case: Case) -> Verdict | None:
    """The only day without a year that the whole article tells."""
    days = {
        (told.printed.month, told.printed.day): told
        for told in reversed(case.told)
        if told.printed.kind == "date" and told.printed.day is not None and told.year() is None
        if told.meaning == "event" and told.zone != "caption"
    }
    if len(days) != 1:
        return None
    return complete(case, next(iter(days.values())), 0.65, "is the only day that is told")


def _start_day(case: Case) -> Verdict | None:
    """11月13日起 in a lead: what begins on that day is what the article tells."""
    for told in case.told:
        if told.zone == "lead" and told.meaning == "since" and told.printed.day is not None:
            verdict = complete(case, told, 0.65, "is the day from which it holds, in the lead")
            if verdict.value is not None and not is_look_back(case, told):
                return verdict
    return None


def _lead_year(case: Case) -> Verdict | None:
    """2022年是中共二十大召开之年 … 一年来: the year under review."""
    year = case.writing.year if case.writing is not None else None
    for told in case.told:
        if told.zone not in {"lead", "heading"} or told.printed.year is None:
            continue
        if told.meaning == "event" and told.printed.month is None and told.printed.year == year:
            reason = f'"{told.quote()}" names the year that the opening speaks of'
            return Verdict(told, str(told.printed.year), 0.75, reason)
    return None


RULES: tuple[tuple[str, Rule], ...] = (
    ("heading-date", _heading),
    ("dateline-date", _dateline),
    ("lead-day", _lead_day),
    ("signature", _signature),
    ("open-expression", _open),
    ("photo-date", _photo),
    ("lead-month", _lead_month),
    ("body-event", _body_event),
    ("sole-day", _sole_day),
    ("start-day", _start_day),
    ("lead-year", _lead_year),
)
