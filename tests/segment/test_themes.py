"""How far what ends loosely and what begins so tell of the same."""

from __future__ import annotations

from segment.made import TORN

from wenzhai.segment.joins import read_page
from wenzhai.segment.links import links_of
from wenzhai.segment.roles import read_roles
from wenzhai.segment.themes import Themes

FIELDS, RACE = (3, 8), (7, 10)  # lines that end loosely, and those that carry them on


def test_the_same_story_shares_more_than_the_other_one() -> None:
    page = read_page(TORN)
    links = links_of(page, read_roles(page))
    links.look()
    themes = Themes(links.seams, links.ends, links.heads)
    (field_end, field_head), (race_end, race_head) = FIELDS, RACE
    assert themes.meaning(field_end, field_head) > themes.meaning(field_end, race_head)
    assert themes.shared(field_end, field_head) > themes.shared(field_end, race_head)
    assert themes.meaning(race_end, race_head) > themes.meaning(race_end, field_head)


def test_a_line_without_words_shares_nothing() -> None:
    page = read_page("……\n" + TORN)
    links = links_of(page, read_roles(page))
    themes = Themes(links.seams, [0], [4])
    assert themes.shared(0, 4) == 0.0
    assert -1.0 <= themes.meaning(0, 4) <= 1.0
