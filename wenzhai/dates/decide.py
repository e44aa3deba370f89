"""Layout -> layout whose articles carry their dates.

An article's date is that of what it tells, as sure as that it is told by this article: what was put
together wrongly is dated wrongly. "近日" leaves it open, and what cannot be known
stays None; either way a decision says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wenzhai.dates.case import Case, Verdict, iso, year_for
from wenzhai.dates.issue import issue_of
from wenzhai.dates.rules import RULES
from wenzhai.dates.told import told_dates
from wenzhai.dates.year import signs, year_of_writing
from wenzhai.model import Article, DatePrecision, Decision, Layout, Page, Span

CANDIDATES_MAX = 5
UNDATED = 0.8  # confidence that a whole article without a date tells none
NO_DATE = "no-date"
INHERITED_RULE = "date-of-the-report"
INHERITED = 0.9  # a sidebar may have been written on another day than its report
PRECISION_LENGTH: dict[DatePrecision, int] = {"day": 10, "month": 7, "year": 4, "none": 0}


def date_articles(layout: Layout, page: Page, published: str | None = None) -> Layout:
    """Every article with its date and a decision that says why.

    `published` is the day of the issue, ISO 8601, where an editor gave it; a date that an
    article already has stays.
    """
    issue = issue_of(layout, page, published)
    told = [told_dates(article) for article in layout.articles]
    marks = [signs(each) for each in told]
    writing = year_of_writing([sign for each in marks for sign in each])
    dated = [
        _dated(Case(article, told[index], marks[index], issue, writing), page)
        for index, article in enumerate(layout.articles)
    ]
    return replace(layout, articles=tuple(_inherited(article, dated) for article in dated))


def _inherited(article: Article, articles: Sequence[Article]) -> Article:
    """A part of a report that tells no date of its own has that of the report."""
    last = article.decisions[-1] if article.decisions else None
    if article.part_of is None or last is None or last.rule != NO_DATE:
        return article
    report = articles[article.part_of]
    told = [decision for decision in report.decisions if decision.subject == "date"]
    if report.date is None or not told:
        return article
    decision = Decision(
        "date",
        INHERITED_RULE,
        last.span,
        round(told[0].confidence * INHERITED, 2),
        f"a part of a report that tells it: {told[0].reason}",
        last.candidates,
    )
    decisions = (*article.decisions[:-1], decision)
    return replace(
        article, date=report.date, date_precision=report.date_precision, decisions=decisions
    )


def _dated(case: Case, page: Page) -> Article:
    article = case.article
    if article.date is not None or any(d.subject == "date" for d in article.decisions):
        return article
    for name, rule in RULES:
        verdict = rule(case)
        if verdict is not None:
            return _apply(case, name, verdict, page)
    return _undated(case)


def _apply(case: Case, name: str, verdict: Verdict, page: Page) -> Article:
    printed = verdict.told.printed
    span = verdict.told.passage.source(printed.start, printed.end) or _place(case.article)
    value = verdict.value
    decision = Decision(
        "date",
        name,
        span or Span(0, min(1, len(page.text))),
        round(verdict.confidence * case.article.confidence, 2),
        verdict.reason,
        _candidates(case, value),
    )
    decisions = (*case.article.decisions, decision)
    return replace(case.article, date=value, date_precision=_precision(value), decisions=decisions)


def _undated(case: Case) -> Article:
    span = _place(case.article)
    if span is None:
        return case.article
    decision = Decision(
        "date",
        NO_DATE,
        span,
        round(UNDATED * case.article.confidence, 2),
        "the text tells no date",
        _candidates(case, None),
    )
    return replace(case.article, decisions=(*case.article.decisions, decision))


def _candidates(case: Case, chosen: str | None) -> tuple[str, ...]:
    """Other days and months that the text names, as far as they can be told, in its order."""
    found: dict[str, None] = {}
    for told in case.told:
        printed = told.printed
        if printed.kind != "date" or printed.month is None or told.meaning == "title":
            continue
        year = told.year()
        if year is None:
            choice = year_for(case, told)
            year = choice.year + (printed.year_shift or 0) if choice else None
        ends = ((printed.month, printed.day), *((printed.last,) if printed.last else ()))
        for month, day in ends:
            found[iso(year, month, day)] = None
    found.pop(chosen or "", None)
    return tuple(found)[:CANDIDATES_MAX]


def _precision(value: str | None) -> DatePrecision:
    length = len(value or "")
    return next(name for name, size in PRECISION_LENGTH.items() if size == length)


def _place(article: Article) -> Span | None:
    """Where a decision about the whole article points to: the first of its characters."""
    for _, passage in article.passages():
        spans = passage.spans()
        if spans:
            return spans[0]
    return None
