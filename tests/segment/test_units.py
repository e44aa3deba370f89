"""Whether the articles of a page are woven."""

from __future__ import annotations

from segment.made import unit

from wenzhai.segment.units import NEARER_MAX, Unit, are_headed, nearer_max


def page(*, below_heads: int, elsewhere: int) -> list[Unit]:
    """So many beginnings right below display type, and so many below a paragraph."""
    rows: list[Unit] = []
    for _ in range(below_heads):
        rows += [unit(len(rows), is_text=False), unit(len(rows) + 1, start="dateline")]
    for _ in range(elsewhere):
        rows += [unit(len(rows)), unit(len(rows) + 1, start="dateline")]
    return rows


def test_beginnings_below_headlines_tell_a_plain_page() -> None:
    assert are_headed(page(below_heads=3, elsewhere=0))
    assert not are_headed(page(below_heads=3, elsewhere=1))
    assert not are_headed(page(below_heads=2, elsewhere=0))


def test_of_many_beginnings_some_may_stand_elsewhere() -> None:
    assert are_headed(page(below_heads=40, elsewhere=18))
    assert not are_headed(page(below_heads=30, elsewhere=28))


def test_a_long_page_shows_surer_whether_neighbours_belong_together() -> None:
    assert nearer_max(20) == NEARER_MAX
    assert nearer_max(60) > nearer_max(700) > 0
