"""What a line is by itself: furniture with its reason, a label, a byline; and what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.segment.lines import read_lines
from wenzhai.segment.signs import Signs, read_signs
from wenzhai.segment.striking import second, strikes

CASES = Path(__file__).parent / "cases"
STACKS_MIN = 43  # of 45 that must be right: two lines alone do not always tell


def read_table(name: str) -> list[list[str]]:
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    found = [row.split("\t") for row in rows if not row.startswith("#")]
    assert found, f"{name} holds no cases"
    return found


FURNITURE = read_table("furniture.txt")
BYLINES = read_table("bylines.txt")


def signs_of(text: str) -> Signs:
    (line,) = read_lines(text)
    return read_signs(line)


@pytest.mark.parametrize(("expected", "text"), FURNITURE, ids=[row[1] for row in FURNITURE])
def test_furniture(expected: str, text: str) -> None:
    signs = signs_of(text)
    assert (signs.furniture or ("box label" if signs.label else "text")) == expected


@pytest.mark.parametrize(("expected", "text"), BYLINES, ids=[row[1] for row in BYLINES])
def test_byline(expected: str, text: str) -> None:
    signs = signs_of(text)
    assert signs.furniture is None
    assert ("byline" if signs.byline else "text") == expected


def test_the_headline_of_a_stack_says_it_strikingly() -> None:
    right = 0
    for expected, upper, lower in read_table("stacks.txt"):
        points = strikes(lower, "") + second((0, 1), 1) - strikes(upper, "") - second((0, 1), 0)
        right += (points > 0) == (expected == "lower")
    assert right >= STACKS_MIN


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("水管都换了新的。（下转第三版）", ["水管都换了新的。", "（下转第三版）"]),
        ("水管都换了新的。下转第三版", ["水管都换了新的。", "下转第三版"]),
        ("上接第一版 水管都换了新的。", ["上接第一版", "水管都换了新的。"]),
        ("上接天线 下接地气", ["上接天线 下接地气"]),
        ("他说，下转第三版还有一半。", ["他说，下转第三版还有一半。"]),
    ],
)
def test_a_jump_line_at_the_edge_is_a_line_by_itself(row: str, parts: list[str]) -> None:
    assert [line.text for line in read_lines(row)] == parts
