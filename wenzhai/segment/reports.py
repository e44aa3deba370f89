"""Layout -> layout: which articles are parts of one big report on the page.

A report stands under a subheadline with a dash (——某会综述) or calls itself one. Its parts have
headlines of their own, but no dateline: an interview of somebody whom the report names, a story
under a column's mark that tells of the same event, and what is built like such a part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from wenzhai.model import Article, Decision, Layout, Paragraph, Span
from wenzhai.segment.numbers import MARK
from wenzhai.segment.signs import DASH_START
from wenzhai.segment.words import alternation, words

EVENT = re.compile(r"[“《](?P<name>[^“”《》，。]{6,24})[”》]")  # “省长与政协委员座谈会”
EVENTS_MIN = 1  # names of events that a part shares with its report
REPEATED = 2  # how often a report itself names what it is about
PARTS_MIN = 2  # one article under a kicker beside a report may stand there by chance


def relate(layout: Layout) -> Layout:
    """The same articles, parts pointing to their report."""
    found = _best(layout.articles)
    if found is None:
        return layout
    report, parts = found
    articles = [
        replace(article, part_of=report, decisions=(*article.decisions, parts[number]))
        if number in parts
        else article
        for number, article in enumerate(layout.articles)
    ]
    articles[report] = replace(articles[report], body=_led(articles[report].body))
    return replace(layout, articles=tuple(articles))


def _led(body: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """A report of one paragraph leads to its parts."""
    told = [i for i, paragraph in enumerate(body) if paragraph.kind == "paragraph"]
    if len(told) != 1:
        return body
    return tuple(replace(p, kind="lead") if i == told[0] else p for i, p in enumerate(body))


def _best(articles: Sequence[Article]) -> tuple[int, dict[int, Decision]] | None:
    """The report with most parts, if any has parts; the first of equals."""
    best: tuple[int, dict[int, Decision]] | None = None
    for number, article in enumerate(articles):
        if not _is_report(article):
            continue
        parts = _parts(articles, number)
        if len(parts) >= PARTS_MIN and (best is None or len(parts) > len(best[1])):
            best = number, parts
    return best


def _is_report(article: Article) -> bool:
    return any(
        DASH_START.match(passage.text) and any(word in passage.text for word in words("reports"))
        for passage in article.subheadlines
    )


def _parts(articles: Sequence[Article], report: int) -> dict[int, Decision]:
    text = _text(articles[report])
    events = {name for name in _events(text) if text.count(name) >= REPEATED}
    parts: dict[int, Decision] = {}
    builds: set[str] = set()
    for number, article in enumerate(articles):
        if number == report or article.dateline or _is_report(article):
            continue
        name = _interviewed(article)
        shared = events & _events(_text(article)) if _is_marked(article) else set()
        if name and name in text:
            parts[number] = _decision(article, "named-in-report", f"the report names {name}")
        elif len(shared) >= EVENTS_MIN:
            parts[number] = _decision(article, "same-event", f"both tell of “{min(shared)}”")
        else:
            continue
        builds.add(_build(article))
    for number, article in enumerate(articles):
        is_free = number != report and number not in parts and not article.dateline
        if is_free and not article.byline and _build(article) in builds - {""}:
            parts[number] = _decision(article, "like-a-part", "built like a part of the report")
    return parts


@cache
def _titled() -> re.Pattern[str]:
    """开阳县委副书记、县长吕槐乐："""
    return re.compile(rf"{alternation('offices')}(?P<name>[\u4e00-\u9fff·]{{2,4}}?)[:：]\s*$")


def _interviewed(article: Article) -> str | None:
    """Who is named at the end of the kicker: 市人大代表，开阳县委副书记、县长吕槐乐：."""
    if article.kicker is None:
        return None
    found = _titled().search(article.kicker.text)
    return found["name"] if found else None


def _is_marked(article: Article) -> bool:
    return article.kicker is not None and MARK.match(article.kicker.text) is not None


def _build(article: Article) -> str:
    """How the kicker is built; "" when nothing sets it apart."""
    if _interviewed(article):
        return "office and name"
    return "mark" if _is_marked(article) else ""


def _events(text: str) -> set[str]:
    return {match["name"] for match in EVENT.finditer(text)}


def _text(article: Article) -> str:
    return "\n".join(passage.text for _, passage in article.passages())


def _decision(article: Article, rule: str, reason: str) -> Decision:
    start = next(run.source for _, p in article.passages() for run in p.runs)
    return Decision("report", rule, Span(start, start + 1), 0.8, reason)
