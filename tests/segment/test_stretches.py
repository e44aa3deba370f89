"""A file longer than any page is grouped in stretches, so that the search stays short."""

from __future__ import annotations

from segment.made import unit

from wenzhai.segment.named import Named
from wenzhai.segment.units import Unit, Units, stretch_of
from wenzhai.segment.woven import LONGEST, stretches


def page(rows: list[Unit]) -> Units:
    links = [{o: 1.0 for o in (u - 1, u + 1) if 0 <= o < len(rows)} for u in range(len(rows))]
    named = [frozenset[Named]()] * len(rows)
    return Units(rows, links, links, links, named, 0.0, True, 0.1, 0.1, 1.0)


def test_a_page_is_one_stretch() -> None:
    assert list(stretches(page([unit(u, is_text=True) for u in range(LONGEST)]))) == [(0, LONGEST)]


def test_a_long_file_is_parted_where_an_article_begins_above_its_headline() -> None:
    begins = LONGEST - 20
    rows = [
        unit(u, is_text=u != begins - 1, new=5.0 if u == begins else 0.0)
        for u in range(2 * LONGEST)
    ]
    found = list(stretches(page(rows)))
    assert found[0] == (0, begins - 1)
    assert [low for low, _ in found[1:]] == [high for _, high in found[:-1]]
    assert found[-1][1] == len(rows)
    assert all(high - low <= LONGEST for low, high in found)


def test_a_stretch_knows_nothing_outside_itself() -> None:
    whole = page([unit(u, is_text=True) for u in range(6)])
    part = stretch_of(whole, 2, 5)
    assert [row.block for row in part.rows] == [2, 3, 4]
    assert list(part.shared) == [{1: 1.0}, {0: 1.0, 2: 1.0}, {1: 1.0}]
    assert part.plain == whole.plain
