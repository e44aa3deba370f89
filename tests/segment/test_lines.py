"""What a line is by itself: furniture with its reason, a label, a byline; and what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.segment.joins import read_page
from wenzhai.segment.lines import read_lines
from wenzhai.segment.signs import Signs, read_signs

CASES = Path(__file__).parent / "cases"


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


PAGE = "青石河上的渡船昨天停了。老艄公说，他划了四十年，桥通了，该歇了。"
HEAD = "通辽晨刊\nT04\n二〇二三年七月二十日\n星期四\n农历六月初三"
FOOT = "责任编辑：\n番绍勇\n版式 田小禾"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{HEAD}\n渡船停了\n{PAGE}", HEAD),
        (f"渡船停了\n{PAGE}\n{FOOT}", FOOT),
        (f"渡船停了\n{PAGE}\n{PAGE}\n星期四\n渡船停了\n{PAGE}\n渡船停了\n{PAGE}", ""),
        (f"停航通告\n{PAGE}\n联系电话：0475-8230000\n青石县航道站\n2023年7月20日", ""),
    ],
    ids=["head", "foot", "in the middle", "the end of a notice"],
)
def test_what_names_a_page_stands_at_its_edges(page: str, expected: str) -> None:
    reading = read_page(page)
    pairs = zip(reading.lines, reading.signs, strict=True)
    assert [line.text for line, signs in pairs if signs.furniture] == expected.split("\n") * bool(
        expected
    )
