"""Measures that say something else from some value on."""

from __future__ import annotations

import pytest

from wenzhai.steps import Steps, read_steps, sum_points, write_steps

TEXT = "size\t-\t-1.5\nsize\t2\t0\nsize\t3.5\t2\nalways\t-\t0.25\n"


@pytest.mark.parametrize(("size", "points"), [(-9, -1.5), (2, -1.5), (2.01, 0), (3.5, 0), (4, 2)])
def test_a_value_belongs_to_the_step_below_it(size: float, points: float) -> None:
    table = read_steps(TEXT)
    assert sum_points(table, {"size": size}) == points
    assert sum_points(table, {"size": size, "always": 1.0, "unknown": 7.0}) == points + 0.25


def test_a_table_is_read_as_it_was_written() -> None:
    table = read_steps(TEXT)
    assert table["size"] == Steps([2.0, 3.5], [-1.5, 0.0, 2.0])
    assert write_steps(table) == TEXT
    assert read_steps("# a comment\n" + TEXT) == table


@pytest.mark.parametrize(
    "text", ["a\t-\n", "a\tx\t1\n", "a\t1\t1\n", "a\t-\t1\na\t3\t1\na\t2\t1\n"]
)
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|convert|rise"):
        read_steps(text)
