"""What each line is set as, and what is seen of it."""

from __future__ import annotations

import pytest
from segment.made import NEWS

from wenzhai.model import Page
from wenzhai.segment import segment
from wenzhai.segment.joins import read_page
from wenzhai.segment.roles import first_roles, read_roles
from wenzhai.segment.tagger import DISPLAY, Tag, log_odds, name_of
from wenzhai.segment.traits import read_traits


def test_a_headline_of_two_lines_stands_below_its_kicker() -> None:
    reads = read_roles(read_page(NEWS))
    assert [(tag.name, tag.is_rest) for tag in reads.tags[:3]] == [
        ("kicker", False),
        ("headline", False),
        ("headline", True),
    ]
    layout = segment(Page("page.txt", "page", NEWS, "utf-8", "0" * 64))
    assert [a.headline.text for a in layout.articles if a.headline] == [
        "八千户山里人家 喝上了放心自来水"
    ]
    assert layout.articles[0].kicker is not None
    assert [NEWS[f.span.start : f.span.end] for f in layout.furniture] == ["本版编辑：石磊"]


def test_chances_are_of_names_that_exclude_each_other() -> None:
    for tag in read_roles(read_page(NEWS)).tags:
        names = [*DISPLAY, "paragraph", "note", "label", "furniture"]
        assert sum(tag.chances.get(name, 0.0) for name in names) == pytest.approx(1, abs=1e-3)
        assert tag.chances.get("goes-on", 0.0) <= tag.chances.get("paragraph", 0.0) + 1e-6
        assert all(0 <= chance <= 1 for chance in tag.chances.values())


def test_the_line_where_an_article_begins_opens_it() -> None:
    tags = read_roles(read_page(NEWS)).tags
    opens = [tag.chances.get("opens", 0.0) for tag in tags]
    assert opens.index(max(opens)) == 0


def test_a_page_without_lines_has_no_tags() -> None:
    assert read_roles(read_page(" \n\n")).tags == ()
    assert read_traits(read_page(""), (), ()) == []


def test_traits_are_told_of_neighbours_but_for_pairs_of_characters() -> None:
    page = read_page(NEWS)
    first = first_roles(page)
    traits = read_traits(page, first.roles, first.shows)
    assert "²first 八千" in traits[1]
    assert "first 八" in traits[1]
    assert "-1first 八" in traits[2]
    assert not any(trait.startswith("-1²") for trait in traits[2])
    assert "top0" in traits[0]
    assert "bottom0" in traits[-1]


def test_log_odds_are_of_some_names_against_all_others() -> None:
    tag = Tag("headline", is_rest=False, chances={"headline": 0.6, "kicker": 0.2, "label": 0.2})
    assert log_odds(tag, ("headline", "kicker")) > log_odds(tag, ("headline",)) > 0
    assert log_odds(tag, ("furniture",)) < -3
    assert log_odds(None, ("headline",)) == 0


def test_labels_of_the_model_have_a_name_and_two_signs() -> None:
    assert name_of("headline+1") == ("headline", True)
    assert name_of("paragraph1") == ("paragraph", False)
    assert name_of("note") == ("note", False)
