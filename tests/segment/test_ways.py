"""Whether a page is read article by article, or as woven."""

from __future__ import annotations

from unittest import mock

import pytest
from segment.made import NEWS, TORN, unit

from wenzhai.segment import read_blocks, ways
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.joins import read_page
from wenzhai.segment.named import Named
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.units import FEWEST, PLAIN_MAX, Units
from wenzhai.segment.ways import Grouped, group_page, is_woven, taken_up, way_marks


def page_of(paragraphs: int, *, torn: int = 0, plain: float = 0.0) -> Units:
    rows = [unit(k) for k in range(paragraphs)]
    none: list[dict[int, float]] = [{} for _ in rows]
    named = [frozenset[Named]()] * len(rows)
    return Units(rows, none, none, none, named, plain, False, 0.1, 0.1, 1.0, torn)


def grouped(text: str) -> Grouped:
    sheet = make_sheet(reading := read_page(text), read_blocks(reading).blocks)
    return group_page(sheet, find_cuts(sheet))


@pytest.mark.parametrize(
    ("articles", "times"), [([0], 0), ([0, 0, 1, 1], 0), ([0, 1, 0, 1], 2), ([0, 1, 2, 0], 1)]
)
def test_an_article_is_taken_up_each_time_it_goes_on_behind_another(
    articles: list[int], times: int
) -> None:
    assert taken_up(articles) == times


def test_both_ways_are_measured_by_the_paragraph() -> None:
    marks = way_marks(page_of(4, torn=9), [0, 0, 1, 1], [0, 1, 0, 2])
    assert marks["torn"] == ways.TORN_MAX
    assert marks["plain-articles"] == 0.5
    assert marks["woven-articles"] == 0.75
    assert marks["taken-up"] == 0.25
    assert marks["differ"] == 0.5  # the first gap and the last one


def test_what_goes_on_behind_others_speaks_for_a_woven_page() -> None:
    page, plain = page_of(8, torn=1), [0, 0, 0, 0, 1, 1, 1, 1]
    assert is_woven(way_marks(page, plain, [0, 1, 0, 1, 0, 1, 0, 1]))
    assert not is_woven(way_marks(page_of(8), plain, [0, 0, 0, 0, 0, 0, 0, 0]))


def test_a_page_in_order_or_a_short_one_of_which_nothing_is_torn_is_not_asked() -> None:
    assert not page_of(FEWEST, plain=PLAIN_MAX).may_be_woven
    assert page_of(FEWEST, plain=PLAIN_MAX, torn=1).may_be_woven
    assert page_of(FEWEST, plain=PLAIN_MAX - 0.1).may_be_woven
    assert not page_of(FEWEST - 1).may_be_woven
    assert page_of(FEWEST - 1, torn=1).may_be_woven


def test_where_both_ways_find_the_same_articles_they_follow_each_other() -> None:
    with (
        mock.patch.object(ways, "group_units", return_value=(dict.fromkeys(range(6), 0), {})),
        mock.patch.object(ways, "assign_paragraphs", return_value=([0] * 4, {})),
    ):
        assert not grouped(TORN).page.is_woven


def test_torn_columns_are_woven_and_news_is_not() -> None:
    woven = grouped(TORN).page
    assert woven.is_woven
    assert all(unit.opens and unit.ends for unit in woven.rows if unit.is_text)
    assert not grouped(NEWS).page.is_woven


@pytest.mark.parametrize("way", [False, True])
def test_what_is_found_is_of_the_way_that_is_believed(way: bool) -> None:
    with mock.patch.object(ways, "is_woven", return_value=way):
        found = grouped(TORN)
    assert found.page.is_woven == way
    texts = {unit.block for unit in found.page.rows if unit.is_text}
    assert texts <= found.articles.keys()
    if not way:
        assert texts == found.articles.keys()
