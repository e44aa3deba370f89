"""An article leads to its other half on another page when that is sure, and never otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wenzhai.ids import Register
from wenzhai.model import Page, PageFacts, Record
from wenzhai.record import record_of
from wenzhai.stitch import stitch

FIRST = """河长巡河记

本报讯（记者 郑三山）5月6日，青石河边来了一队人，他们沿河走了十里，看水，也看岸。青石河两岸的
柳树今年补种了三千棵，河水清了，鱼也回来了。
{leaves}
"""
SECOND = """河长巡河记

{comes}
走到下游，河面宽了。河长说，青石河的水好不好，鱼最知道。两岸的柳树一天天长高，来钓鱼的人也多了起来。
"""
FACTS = PageFacts(newspaper="示例日报", date="2031-05-07")


def record(name: str, text: str, facts: PageFacts) -> Record:
    page = Page(f"{name}.txt", name, text, "utf-8", "0" * 64)
    return replace(record_of(page, f"{name}.txt", Register()), facts=facts)


def first(facts: PageFacts, leaves: str = "（下转第三版）") -> Record:
    return record("a", FIRST.format(leaves=leaves), facts)


def second(facts: PageFacts, comes: str = "（上接第一版）", headline: str = "河长巡河记") -> Record:
    return record("b", SECOND.format(comes=comes).replace("河长巡河记", headline), facts)


def ways(*records: Record) -> list[tuple[str | None, str | None]]:
    return [(e.continued_from, e.continued_on) for r in stitch(records) for e in r.entries]


ONE = replace(FACTS, page_number="1")
THREE = replace(FACTS, page_number="3")


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ((first(ONE), second(THREE)), "all is told"),
        ((first(ONE), second(THREE, headline="水清鱼归")), "the page numbers are told"),
        ((first(PageFacts()), second(PageFacts())), "the same headline, nothing against it"),
        ((first(replace(FACTS, page_number="B1"), "（下转B3版）"),
          second(replace(FACTS, page_number="B3"), "（上接B01版）")), "letters"),
    ],
)  # fmt: skip
def test_two_halves_find_each_other(records: tuple[Record, Record], why: str) -> None:
    one, other = (r.entries[0].id for r in records)
    assert ways(*records) == [(None, other), (one, None)], why
    assert ways(*reversed(records)) == [(one, None), (None, other)], why


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ((first(ONE), second(replace(THREE, page_number="4"))), "another page"),
        ((first(ONE), second(replace(THREE, date="2031-05-08"))), "another day"),
        ((first(ONE), second(replace(THREE, newspaper="另一日报"))), "another newspaper"),
        ((first(PageFacts()), second(PageFacts(), headline="水清鱼归")), "nothing speaks for it"),
        ((first(ONE, ""), second(THREE)), "nothing leaves"),
    ],
)
def test_what_is_not_sure_is_not_stitched(records: tuple[Record, Record], why: str) -> None:
    assert ways(*records) == [(None, None)] * 2, why


def test_of_several_the_one_whose_text_is_like_it_is_taken() -> None:
    other = record(
        "c",
        "桥头集市早\n\n（上接第一版）\n集市上的摊主天不亮就来了，卖菜的，卖布的，各占一边。太阳出来，人就散了。\n",
        THREE,
    )
    found = stitch((first(ONE), other, second(THREE)))
    assert found[0].entries[0].continued_on == found[2].entries[0].id
    assert (found[1].entries[0].continued_from, found[1].entries[0].jump_from) == (None, "1")
