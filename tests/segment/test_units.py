"""Whether the articles of a page are woven."""

from __future__ import annotations

from segment.made import unit

from wenzhai.segment.units import BEGINNINGS, NEARER_MAX, Unit, are_headed, nearer_max


def page(*, below_heads: int, elsewhere: int) -> list[Unit]:
    """So many beginnings right below display type, and so many below a paragraph."""
    rows: list[Unit] = []
    for _ in range(below_heads):
        rows += [unit(len(rows), is_text=False), unit(len(rows) + 1, start="dateline")]
    for _ in range(elsewhere):
        rows += [unit(len(rows)), unit(len(rows) + 1, start="dateline")]
    return rows


def test_beginnings_below_headlines_tell_a_plain_page() -> None:
    assert are_headed(page(below_heads=BEGINNINGS, elsewhere=0))
    assert not are_headed(page(below_heads=BEGINNINGS, elsewhere=1))
    assert not are_headed(page(below_heads=BEGINNINGS - 1, elsewhere=0))


def test_a_long_page_shows_surer_whether_neighbours_belong_together() -> None:
    assert nearer_max(20) == NEARER_MAX
    assert nearer_max(60) > nearer_max(700) > 0
