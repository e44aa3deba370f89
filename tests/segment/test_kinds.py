"""What a paragraph is: captions, leads, questions and answers, lists, run-in heads."""

from __future__ import annotations

import pytest

from wenzhai.model import Layout, Page, Paragraph
from wenzhai.segment import segment
from wenzhai.segment.captions import caption_group, is_caption
from wenzhai.segment.runins import cut_at_run_ins


@pytest.mark.parametrize(
    ("text", "is_alone", "expected"),
    [
        ("图为村民在田里引水。", False, True),
        ("县政协调研组在白塔镇视察水库建设情况", False, True),
        ("医护人员到青石村开展义诊", False, True),
        ("在走访联系中凝心聚力", False, False),  # a crosshead
        ("坚持党的领导 在维护核心中彰显政治自觉", False, False),
        ("把课堂搬到田间地头", False, False),
        ("县政协调研组在白塔镇视察水库建设情况。大坝已经合龙。", False, False),
        ("这是一起果品买卖合同纠纷。双方只在手机上口头约了价。", False, False),
        ("这是青石渡口的新船。 郑三山 摄", False, True),
        ("3月7日，小学生在社区广场学习踢毽子。 郑三山 摄", True, True),
        ("菊展进入盛花期，六万盆菊花竞相绽放。图为游客在花丛中留影。", True, True),
        ("菊展进入盛花期，六万盆菊花竞相绽放。图为游客在花丛中留影。", False, False),
    ],
)
def test_a_caption_shows_it(text: str, is_alone: bool, expected: bool) -> None:
    assert is_caption(text, is_alone=is_alone) is expected


MONTHS = [f"2031年{month}月，县里的人到青石镇看望老人。" for month in (6, 2, 5, 3)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["去年的事很多。今年更多。", *MONTHS], [1, 2, 3, 4]),
        (sorted(MONTHS), []),  # a chronicle
        (sorted(MONTHS, reverse=True), []),
        (MONTHS[:2], []),
        ([*MONTHS, "今年更多。"], []),  # not at the end
        ([f"{text}老人很高兴。" for text in MONTHS], []),
        ([], []),
    ],
)
def test_captions_stand_in_a_group_at_the_end(texts: list[str], expected: list[int]) -> None:
    assert list(caption_group(texts)) == expected


@pytest.mark.parametrize(
    ("page", "heads", "pieces"),
    [
        ("开头一句。**围绕甲事**，做了三件。**围绕乙事**，做了两件。", ["围绕甲事", "围绕乙事"], 3),
        ("**围绕甲事**，做了三件。", ["围绕甲事"], 1),
        ("这是**要紧**的话。", [], 1),  # inside a sentence
        ("**整段都是黑体**", [], 1),  # a crosshead on a line of its own
        ("没有收尾的**记号。", [], 1),
        ("前一句。\n**围绕甲事**，\n做了三件。", ["围绕甲事"], 2),
    ],
)
def test_run_in_heads_begin_pieces(page: str, heads: list[str], pieces: int) -> None:
    spans = []
    at = 0
    for row in page.split("\n"):
        spans.append((at, at + len(row)))
        at += len(row) + 1
    found = cut_at_run_ins(page, spans)
    assert [page[one.run_in.start : one.run_in.end] for one in found if one.run_in] == heads
    assert len(found) == pieces
    kept = "".join(page[start:end] for one in found for start, end in one.spans)
    assert "".join(kept.split()) == "".join(page.split())


def layout(text: str) -> Layout:
    return segment(Page("a.txt", "a", text, "utf-8", "0" * 64))


def bodies(text: str) -> list[Paragraph]:
    return [p for article in layout(text).articles for p in article.body]


def test_who_answers_may_speak_only_once() -> None:
    page = """秧插得早

本报记者 郑三山

记者：请问今年的秧插得怎样？

李青山：比去年早了十天，水也足，大家心里都踏实。

记者：下一步有什么打算？

再修三座山塘，让下游的田也不缺水，年年都有好收成。
"""
    found = [(p.kind, p.speaker) for p in bodies(page) if p.kind != "byline"]
    assert found[:3] == [("question", "记者"), ("answer", "李青山"), ("question", "记者")]


def test_the_paragraph_before_the_first_of_several_crossheads_is_the_lead() -> None:
    page = """青石河的一年

本报记者 郑三山

青石河水清了，鱼回来了，人也回来了。这一年，沿河三个镇的人一起做了三件事。

■ 补树

三千棵柳树补在两岸，根扎稳了，土就不再往河里掉。种树的人每天来浇一次水，一直浇到秋天。

■ 清淤

河底的泥挖了半个冬天，挖出来的泥肥了岸上的田。水深了一尺，船又能走了，孩子们也学会了划船。
"""
    assert [p.kind for p in bodies(page)] == [
        "byline",
        "lead",
        "crosshead",
        "paragraph",
        "crosshead",
        "paragraph",
    ]


def test_a_subheadline_tells_what_an_article_is() -> None:
    page = """让我们一起把水护好

——在全县护河大会上的讲话

青石河是我们的母亲河。三年来，沿河三个镇补种了三千棵柳树，河水清了，鱼也回来了。今年还要再清一段河底。
"""
    assert [article.genre for article in layout(page).articles] == ["speech"]
    assert [a.genre for a in layout(page.replace("的讲话", "之后")).articles] == ["news"]


def test_paragraphs_under_one_mark_are_a_list() -> None:
    page = """冬季用电要注意什么

天气转冷，县供电公司提醒居民，冬季用电请记住下面三点。

●电暖器不要与空调、电磁炉插在同一个插座上，用完要及时拔下插头。

●电热毯不要折叠使用，睡前关掉，老化的电热毯要换掉。

●发现电线冒火花，先拉下总闸，再拨打供电服务电话，不要用水去泼。
"""
    assert [p.kind for p in bodies(page)] == ["paragraph", *["list"] * 3]
