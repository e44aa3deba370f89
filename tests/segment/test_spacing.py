"""Spaces of headlines, crossheads and bylines: what parts words stays, what sets them wide goes."""

from __future__ import annotations

import pytest

from wenzhai.segment.passages import make_passage


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("盗窃电瓶11组\n两男子落网", "盗窃电瓶11组 两男子落网"),
        ("县政协主\n席刘明到白塔镇", "县政协主席刘明到白塔镇"),  # a word is cut
        ("云龙湖畔\n全省花卉博览会开\n幕了", "云龙湖畔全省花卉博览会开幕了"),  # so all are wraps
        ("好事多磨：\n三年一座桥", "好事多磨：三年一座桥"),
        ("三州联合共治\n“一河清水”", "三州联合共治“一河清水”"),
        ("三张清单管住了“山里\n的权”", "三张清单管住了“山里的权”"),  # inside a quotation
        ("一堂课上的\n两个为什么", "一堂课上的两个为什么"),  # 的 wants another word
        ("今年新增12\n个站点", "今年新增12个站点"),
        ("碛\u3000口", "碛口"),
        ("草 原 周 末", "草原周末"),
        ("血型稀有\u3000热血不稀", "血型稀有 热血不稀"),
        ("本报记者\u3000卞\u3000阳\u3000通讯员\u3000姚大勇", "本报记者 卞阳 通讯员 姚大勇"),
        ("记者 王 刚 李 明", "记者 王刚 李明"),
        ("贺\u3000蓝\u3000摄", "贺蓝 摄"),
        ("文/记者 闵 捷 图/邓 伊", "文/记者 闵捷 图/邓伊"),
    ],
)
def test_spaces_of_a_display_line(printed: str, published: str) -> None:
    lines, at = [], 0
    for row in printed.split("\n"):
        lines.append((at, at + len(row)))
        at += len(row) + 1
    passage = make_passage(printed, lines, keep_spaces=True)
    assert passage.text == published
    for run in passage.runs:
        shown = passage.text[run.at : run.at + run.length]
        assert shown.split() == printed[run.source : run.source + run.length].split()
