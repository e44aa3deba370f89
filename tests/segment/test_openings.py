"""What the words of a paragraph say of its place in an article."""

from __future__ import annotations

import pytest

from wenzhai.segment.openings import MOST, load_openings, opening_points, opening_signs

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
