"""Items under one mark are all articles, or all parts of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wenzhai.segment import read_blocks
from wenzhai.segment.briefs import even_out
from wenzhai.segment.joins import read_page
from wenzhai.segment.sheets import Sheet, make_sheet
from wenzhai.segment.tagger import Tag

COLUMN = """柳树乡的早稻今年又丰收了，合作社的烘干机三天三夜没有停过，家家户户的粮仓都满了。

●青石县图书馆今起延长开放时间，周末晚上可以看书到九点。

●松岭镇卫生院添了一台彩超机，老人不用再跑县城做检查。

●柳树乡小学的新操场昨天完工，孩子们开学就能用上。

另外，县里还要修三座桥，工期一年，明年秋天通车，两岸的村民都盼着早日动工。"""


def sheet(chance: float) -> Sheet:
    """The column with items that all open articles with this chance."""
    page = read_page(COLUMN)
    tag = Tag("paragraph", is_rest=False, chances={"paragraph": 1.0, "opens": chance})
    blocks = tuple(replace(block, tag=tag) for block in read_blocks(page).blocks)
    assert [block.kind for block in blocks] == ["text"] * 5
    return make_sheet(page, blocks)


@pytest.mark.parametrize(
    ("chance", "given", "expected"),
    [
        (0.9, [0, 1, 1, 1, 1], [0, 1, 2, 3, 3]),
        (0.9, [0, 0, 0, 1, 1], [0, 0, 2, 3, 3]),
        (0.1, [0, 1, 2, 3, 3], [0, 1, 1, 1, 1]),
        (0.1, [0, 1, 1, 2, 3], [0, 1, 1, 1, 3]),
    ],
)
def test_items_are_treated_alike(chance: float, given: list[int], expected: list[int]) -> None:
    assert even_out(sheet(chance), range(5), given) == expected


def test_a_list_that_is_announced_belongs_to_what_announces_it() -> None:
    told = sheet(0.9)
    above = replace(told.blocks[0], text="冬季用电请记住下面三点：")
    announced = replace(told, blocks=(above, *told.blocks[1:]))
    assert even_out(announced, range(5), [0, 1, 2, 3, 4]) == [0, 0, 0, 0, 4]


def test_a_list_under_its_headline_is_one_article() -> None:
    told = sheet(0.9)
    headed = (replace(told.blocks[0], kind="display"), *told.blocks[1:])
    assert even_out(replace(told, blocks=headed), range(1, 5), [0, 1, 2, 3]) == [0, 0, 0, 3]
