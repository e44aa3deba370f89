"""Damage is marked with its reason; sound text is not."""

from __future__ import annotations

import pytest

from wenzhai.model import Kind
from wenzhai.segment.damage import BREAKS_OFF, JOINED, LOOPS, PARTS, find_damage
from wenzhai.segment.passages import make_passage

LONG = "这一年县里沿着青石河补种了三千棵柳树又清了半个冬天的淤泥让河水重新流到下游的田里去"
ROW = "过去五年，县里坚定不移实施工业强县战略，推动以玻璃为主的新型建材和以酸汤为主的特色食品两个产业优先发展"


def found(page: str, kind: Kind = "paragraph", is_mended: bool = False) -> str | None:
    spans = []
    at = 0
    for row in page.split("\n"):
        if row.strip():
            spans.append((at, at + len(row)))
        at += len(row) + 1
    return find_damage(page, kind, make_passage(page, spans), is_mended=is_mended)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("巩固防汛成果，时刻绷紧防汛这根弦，时刻绷紧防汛这根弦，一刻不放松。", LOOPS),
        ("五年，更是一次发展跨越，站时间节点，更是一次发展跨越，站的起点上。", LOOPS),
        (f"{LONG}，又把两岸的", BREAKS_OFF),
        (f"{ROW}；重点发展三大百亿级支柱产\n2031年9月，新厂投产。", PARTS),
        (f"{ROW}；重点发展三大百亿级支柱产\n特别是新厂投产之后，产值翻了一番。", PARTS),
    ],
)
def test_damage_is_marked(page: str, expected: str) -> None:
    assert found(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "他先后在示例医科大学、示例医科大学附属医院学习，与此同时，照顾老人。与此同时，写书。",
        "一年接着一年干，一茬接着一茬种，一步一步走。",
        f"{LONG}。（读者 明女士）",
        f"{LONG}。（茹晓岚）",
        f"{LONG}。2031年9月18日",
        f"{LONG}。 特约通讯员 汪小舟 摄",
        f"{ROW}，重点项目将于\n2031年9月建成。",
        f"{ROW}，产值翻了一番，生态环\n境也好了起来。",
        f"{ROW}。\n2031年9月，新厂投产。",
        "下一步，县里还要修三座山塘",
    ],
)
def test_sound_text_is_not_marked(page: str) -> None:
    assert found(page) is None


def test_what_was_put_together_over_a_distance_is_told() -> None:
    assert found("一段完整的话，前后相连。", is_mended=True) == JOINED


def test_a_crosshead_may_end_without_a_stop() -> None:
    assert found(f"{LONG}，又把两岸的", "crosshead") is None
