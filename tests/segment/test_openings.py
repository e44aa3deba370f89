"""What the words of a paragraph say of its place in an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from segment.made import unit

from wenzhai.segment.bundles import Bundles
from wenzhai.segment.openings import MOST, load_openings, opening_points, opening_signs
from wenzhai.segment.units import Units
from wenzhai.segment.worth import woven_weights

OPENS = "近日，青石县政协组织委员到柳树乡视察农村饮水工程建设情况。"
GOES_ON = "他还说，这些年村里的路修好了，大家的日子一天比一天好。"
ENDS = "目前，全县已有八千户山里人家喝上了放心水。下一步，该县将把管网延伸到所有村组。"


def test_news_opens_and_what_somebody_adds_does_not() -> None:
    assert opening_points(OPENS).opens > opening_points(GOES_ON).opens + 2


def test_what_is_to_come_ends_an_article_likelier_than_its_opening_does() -> None:
    assert opening_points(ENDS).ends > opening_points(OPENS).ends


@pytest.mark.parametrize("text", ["", "。", "<script>", "１", "水" * 5000])
def test_any_text_has_points(text: str) -> None:
    for points in opening_points(text):
        assert -MOST <= points <= MOST


def test_words_count_by_their_place() -> None:
    signs = opening_signs(OPENS)
    assert signs["word 0 近日"] == 1.0
    assert "word 0 他" not in signs
    assert "word 0 他" in opening_signs(GOES_ON)
    assert not {"word 0 近日", "first 近日"}.isdisjoint(load_openings().opens)


def test_an_article_is_worth_what_its_first_and_its_last_paragraph_say() -> None:
    told = ((2.0, 7.0), (5.0, 11.0), (-1.0, 3.0))
    rows = [replace(unit(k), opens=opens, ends=ends) for k, (opens, ends) in enumerate(told)]
    none: list[dict[int, float]] = [{} for _ in rows]
    page = Units(rows, none, none, none, [frozenset()] * 3, 0.0, True, 0.1, 0.1, 1.0)
    weights = {kind: dict.fromkeys(table, 0.0) for kind, table in woven_weights().items()}
    weights["groups"] |= {"first-words": 1.0, "last-words": 10.0}
    assert Bundles(page, [0, 0, 0], weights).groups[0].points == 2.0 + 30.0
    assert Bundles(page, [0, 1, 1], weights).groups[1].points == 5.0 + 30.0
