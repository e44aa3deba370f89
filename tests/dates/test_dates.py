"""Dates: a table of texts, and what must always hold."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wenzhai.dates import date_articles
from wenzhai.dates.find import find_dates
from wenzhai.model import Article, Decision, Furniture, Kind, Layout, Page, Paragraph, Passage, Run

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases.yml").read_text(encoding="utf-8")
)
CASES_MIN = 60
AWKWARD = "年月日号至0123456789十二〇近前今去 　，。（）《》—\n𠀀星期周上午摄电讯"


def make(texts: list[dict[str, Any]], edition: tuple[str, ...] = ()) -> tuple[Layout, Page]:
    """Articles printed one after another on one page."""
    printed: list[str] = []

    def passage(text: str) -> Passage:
        start = sum(len(each) + 1 for each in printed)
        printed.append(text)
        return Passage(text, (Run(0, start, len(text)),))

    articles: list[Article] = []
    for text in texts:
        headline = passage(text["headline"]) if "headline" in text else None
        subheadlines = tuple(passage(each) for each in text.get("subheadlines", []))
        kinds: list[Kind] = text.get("kinds", ["paragraph"] * len(text["body"]))
        body = tuple(
            Paragraph(kind, passage(each)) for kind, each in zip(kinds, text["body"], strict=True)
        )
        source = "printed" if headline is not None else "none"
        articles.append(
            Article(headline, source, None, subheadlines, "news", (), None, body, 1.0)  # type: ignore[arg-type]
        )
    furniture: list[Furniture] = []
    for line in edition:
        spans = passage(line).spans()
        furniture.extend(Furniture(span, "edition line") for span in spans)
    page = Page("page.txt", "page", "\n".join(printed), "utf-8", "0" * 64)
    return Layout(tuple(articles), tuple(furniture)), page


def decision_of(article: Article) -> Decision:
    return next(each for each in article.decisions if each.subject == "date")


def read(case: dict[str, Any]) -> tuple[Article, Page]:
    others = [{"body": [text]} for text in case.get("page", [])]
    layout, page = make([case, *others], tuple(case.get("furniture", ())))
    published = str(case["published"]) if "published" in case else None
    return date_articles(layout, page, published).articles[0], page


def test_there_are_cases() -> None:
    assert len(CASES) >= CASES_MIN
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article, page = read(case)
    expected = None if case["is"] is None else str(case["is"])
    decision = decision_of(article)
    assert article.date == expected, decision
    lengths = {None: "none", 4: "year", 7: "month", 10: "day"}
    assert article.date_precision == lengths[len(expected) if expected else None]
    if "rule" in case:
        assert decision.rule == case["rule"], decision
    assert 0 < decision.confidence <= 1
    assert 0 <= decision.span.start < decision.span.end <= len(page.text)


def test_a_borrowed_year_is_said_and_less_certain() -> None:
    other = {"body": ["2031年11月29日，县里举行仪式。"]}
    borrowed = date_articles(*make([{"body": ["11月30日，市政协召开会议。"]}, other])).articles[0]
    printed = date_articles(*make([{"body": ["2031年11月30日，市政协召开会议。"]}])).articles[0]
    assert borrowed.date == printed.date == "2031-11-30"
    assert decision_of(borrowed).confidence < decision_of(printed).confidence
    assert "another article" in decision_of(borrowed).reason
    assert "2031年11月29日" in decision_of(borrowed).reason


def test_an_editors_date_stays() -> None:
    layout, page = make([{"body": ["2031年11月30日，市政协召开会议。"]}])
    given_by_editor = replace(layout.articles[0], date="2030-01", date_precision="month")
    after = date_articles(Layout((given_by_editor,), ()), page)
    assert after.articles[0] == given_by_editor


def test_dating_twice_changes_nothing() -> None:
    layout, page = make([{"body": ["11月30日，市政协召开会议。", "《2031年度计划》"]}])
    once = date_articles(layout, page)
    assert date_articles(once, page) == once


def test_other_dates_are_candidates() -> None:
    layout, page = make([{"body": ["2031年11月30日开会。会前，2031年10月2日、11月3日先后调研。"]}])
    decision = decision_of(date_articles(layout, page).articles[0])
    assert decision.candidates == ("2031-10-02", "2031-11-03")


def test_the_end_of_a_range_is_a_candidate() -> None:
    layout, page = make([{"body": ["2031年11月28日至12月3日，州里举行会议。"]}])
    decision = decision_of(date_articles(layout, page).articles[0])
    assert decision.candidates == ("2031-12-03",)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=AWKWARD, max_size=60))
def test_finds_are_in_order_and_inside(text: str) -> None:
    at = 0
    for printed in find_dates(text):
        assert at <= printed.start < printed.end <= len(text)
        at = printed.end


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet=AWKWARD, max_size=60), min_size=1, max_size=3))
def test_any_text_is_dated_or_left_open(body: list[str]) -> None:
    layout, page = make([{"body": body}])
    after = date_articles(layout, page)
    assert len(after.articles) == 1
    assert after.articles[0].body == layout.articles[0].body
    assert (after.articles[0].date is None) == (after.articles[0].date_precision == "none")


def test_neither_hash_seed_nor_time_zone_nor_locale_matters() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "import test_dates; print([test_dates.read(case)[0] for case in test_dates.CASES])"
    )
    outputs = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Shanghai", "C.UTF-8")):
        settings_of_process = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        environment = {**os.environ, **settings_of_process, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", script, str(Path(__file__).parent)]
        outputs.add(
            subprocess.run(command, env=environment, check=True, capture_output=True).stdout
        )
    assert len(outputs) == 1


def test_a_date_is_as_sure_as_its_article() -> None:
    for text in ("2023年5月6日，县里开会。", "县里的茶园绿了。"):
        layout, page = make([{"body": [text]}])
        (sure,) = date_articles(layout, page).articles
        doubtful = replace(layout.articles[0], confidence=0.5)
        (unsure,) = date_articles(replace(layout, articles=(doubtful,)), page).articles
        share = decision_of(unsure).confidence / decision_of(sure).confidence
        assert share == pytest.approx(0.5, abs=0.02)
