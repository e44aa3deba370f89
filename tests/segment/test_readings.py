"""Which lines of a headline stack are the headline, and how the layout shows the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from segment.made import NEWS

from wenzhai.model import Page
from wenzhai.segment import segment
from wenzhai.segment.lines import read_lines
from wenzhai.segment.readings import Element, read_row
from wenzhai.segment.rowtraits import Row, Shown
from wenzhai.segment.signs import read_signs

STACKS = Path(__file__).parent / "cases" / "stacks.txt"
STACKS_MIN = 43  # of 45; they are learnt from, too (`bench/fit_stacks.py`)


def row_of(texts: Sequence[str], lead: str = "") -> Row:
    shown = []
    for number, text in enumerate(texts):
        (line,) = read_lines(text)
        signs = read_signs(line)
        shown.append(Shown(number, line.text, line.width, False, False, True, signs))
    return Row(shown, lead, lead, is_above=True)


def headline_of(texts: Sequence[str], lead: str = "") -> str:
    found = [e for e in read_row(row_of(texts, lead)).elements if e.kind == "headline"]
    assert len(found) == 1
    return "".join(texts[found[0].first : found[0].last + 1])


def test_the_headline_of_a_stack_says_it_strikingly() -> None:
    right = 0
    for case in STACKS.read_text(encoding="utf-8").splitlines()[1:]:
        expected, upper, lower = case.split("\t")
        right += headline_of((upper, lower)) == (lower if expected == "lower" else upper)
    assert right >= STACKS_MIN


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("老渡口来了", "新摆渡人"), "老渡口来了新摆渡人"),
        (("青石县召开秋季防火工作会议", "把火种挡在", "山门外"), "把火种挡在山门外"),
        (("山里娃有了自己的球场", "——青石县乡村学校体育见闻"), "山里娃有了自己的球场"),
        (("县政协主席马青禾在调研时强调", "让协商的灯亮在村口"), "让协商的灯亮在村口"),
        (("启事",), "启事"),
    ],
)
def test_lines_that_make_one_headline_are_joined(texts: tuple[str, ...], expected: str) -> None:
    assert headline_of(texts) == expected


def test_every_line_is_in_one_element() -> None:
    texts = ["要闻", "青石县召开防火会议", "把火种挡在", "山门外", "马青禾讲话", "杨立 文/图", "三"]
    elements = read_row(row_of(texts)).elements
    places = [k for e in elements for k in range(e.first, e.last + 1)]
    assert places == list(range(len(texts)))


def test_weights_decide_and_order_has_its_say() -> None:
    row = row_of(("甲乙丙丁戊己", "庚辛壬癸子丑"))
    table = {"headline up 0": 1.0, "other up 1": 0.5, "headline > other": 2.0}
    assert read_row(row, table).elements == (Element("headline", 0, 0), Element("other", 1, 1))


def test_the_odds_are_those_of_the_headline_against_all_others() -> None:
    assert read_row(row_of(("启事",))).odds == math.inf
    level = read_row(row_of(("甲乙丙丁戊己", "庚辛壬癸子丑")), {})
    # Both lines; the first, with a subheadline or another line; the second, below three other kinds.
    ways = {(0, 1): 1, (0, 0): 2, (1, 1): 3}
    (headline,) = (e for e in level.elements if e.kind == "headline")
    own = ways[headline.first, headline.last]
    assert level.odds == pytest.approx(math.log(own / (6 - own)))
    first = read_row(
        row_of(("甲乙丙丁戊己", "庚辛壬癸子丑")), {"headline up 0": 1.0, "other up 1": 9.0}
    )
    assert first.odds > 7


PAGE = NEWS.replace("\n本报讯", "\n县财政拿出三千万元\n本报讯", 1)


def test_a_stack_is_shown_by_its_elements() -> None:
    (article,) = segment(Page("page.txt", "page", PAGE, "utf-8", "0" * 64)).articles
    assert article.kicker is not None
    assert article.kicker.text == "青石县扎实推进农村饮水提升工程"
    assert article.headline is not None
    assert article.headline.text == "八千户山里人家 喝上了放心自来水"
    assert [sub.text for sub in article.subheadlines] == ["县财政拿出三千万元"]


def test_a_page_of_display_type_alone_is_headed_by_its_first_line() -> None:
    (article,) = segment(Page("page.txt", "page", "渡口的灯\n渡口的人", "utf-8", "0" * 64)).articles
    assert article.headline is not None
    assert article.headline.text == "渡口的灯"
