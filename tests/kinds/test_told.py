"""What else a page tells, sentence by sentence; invented people and bodies, real places."""

from __future__ import annotations

import pytest

from wenzhai.kinds import find_links
from wenzhai.model import Article, EntityKind, Layout, Link, Page, Paragraph, Passage, Run


def links_of(*paragraphs: str) -> list[Link]:
    """All links in an article of these paragraphs."""
    text = "\n".join(paragraphs)
    body: list[Paragraph] = []
    at = 0
    for words in paragraphs:
        body.append(Paragraph("paragraph", Passage(words, (Run(0, at, len(words)),))))
        at += len(words) + 1
    article = Article(None, "none", None, (), "news", (), None, tuple(body), 1.0)
    page = Page("page.txt", "page", text, "utf-8", "0" * 64)
    return list(find_links(Layout((article,), ()), page, "320500")[0])


def named(kind: EntityKind, *paragraphs: str) -> list[str]:
    return [link.mention.name for link in links_of(*paragraphs) if link.mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("苏州市人多。市政协主席会议召开。", ["苏州市政协"]),
        ("市委、市政府高度重视。", ["苏州市委", "苏州市政府"]),
        ("苏州市人民政府发布通知。", ["苏州市政府"]),
        ("苏州市发展和改革委员会、财政局负责。", ["苏州市发改委", "苏州市财政局"]),
        ("苏州市生态环境局昆山分局的人来了。", ["苏州市生态环境局昆山分局"]),
        ("昆山市水务局局长到场。", ["昆山市水务局"]),
        ("民革江苏省委会提交提案。", ["民革江苏省委会"]),
        ("他毕业于西北工业大学。", ["西北工业大学"]),
        ("记者来到昆山市青禾机械有限公司。", ["昆山市青禾机械有限公司"]),
        ("全省政协组织、各级政协和有关部门参加。", []),
        ("公司负责人说，合作社今年收入不错，龙头企业也多。", []),
        ("市民群众在市中心看灯。", []),
        ("昆山市渔业技术推广站的人来了。", ["昆山市渔业技术推广站"]),
        ("昆山市政协委员问起此事，文旅局当场答复。", ["昆山市政协", "昆山市文旅局"]),
        ("政协昆山市委员会办公室发来通知。", ["昆山市政协办公室"]),
    ],
)
def test_organisations_are_named_in_full(text: str, names: list[str]) -> None:
    assert named("organisation", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区里搭建“湖畔好商量”协商议事平台。", ["湖畔好商量"]),
        ("县里实施工业倍增计划。", ["工业倍增计划"]),
        ("市里深入推进强工业行动。", ["强工业行动"]),
        ("各镇全面落实河长制。", ["河长制"]),
        ("他当好“店小二”，增强“四个意识”。", []),
        ("他说：“今天开展活动。”", []),
        ("建立健全长效机制，开展专项行动。", []),
    ],
)
def test_initiatives_bear_a_name(text: str, names: list[str]) -> None:
    assert named("initiative", text) == names


def test_an_initiative_known_once_is_found_without_its_marks() -> None:
    first = "区里搭建“湖畔好商量”协商议事平台。"
    assert named("initiative", first, "湖畔好商量走进社区。") == ["湖畔好商量"] * 2


def test_parts_are_told_where_there_are_as_many_as_counted() -> None:
    listed = {
        "要按照有场地、有标识、有制度的“三有”要求建设。": ["有场地", "有标识", "有制度"],
        "区里搭建“两岸通”服务平台，即线上办事的大厅、家门口的窗口。": [
            "线上办事的大厅",
            "家门口的窗口",
        ],
        "区里搭建“三岸通”服务平台，即线上办事的大厅、家门口的窗口。": [],
    }
    for text, parts in listed.items():
        found = [x for x in links_of(text) if x.mention.kind == "initiative"]
        steps = [d.value for x in found for d in x.mention.details if d.name == "step"]
        assert steps == parts


@pytest.mark.parametrize(
    ("text", "value", "unit", "what"),
    [
        ("共建成29个委员工作室。", "29", "个", "委员工作室"),
        ("实现产值280.15亿元。", "28015000000", "元", "产值"),
        ("规模以上工业增加值同比增长21.3%。", "21.3", "%", "规模以上工业增加值"),
        ("收集意见600余条。", ">600", "条", "意见"),
        ("近三年来变化很大。", "3", "年", ""),
        ("约50名委员到场。", "~50", "名", "委员"),
        ("种下一百二十万亩梯田。", "1200000", "亩", "梯田"),
        ("损耗率降到百分之六。", "6", "%", "损耗率"),
        ("等了两三年。", "2..3", "年", ""),
        ("不到30人参加。", "<30", "人", "参加"),
        ("工业投资占全市比重达12%。", "12", "%", "工业投资"),
    ],
)
def test_figures_are_read(text: str, value: str, unit: str, what: str) -> None:
    (mention,) = (x.mention for x in links_of(text) if x.mention.kind == "figure")
    told = {detail.name: detail.value for detail in mention.details}
    assert (told["value"], told["unit"]) == (value, unit)
    if unit not in ("年", "人"):
        assert told.get("what", "") == what


@pytest.mark.parametrize(
    "text",
    [
        "第三场采访在十五届五次会议上举行。",
        "2024年8月7日下午3时，沿312国道行驶。",
        "电话：0512-8600000，文号〔2024〕12号。",
        "三名委员提出四条建议，抓好六大产业。",
        "获评3A级景区，讲一二三产融合。",
    ],
)
def test_numbering_and_dates_are_no_figures(text: str) -> None:
    assert named("figure", text) == []


def test_a_proposal_has_who_what_and_its_answer() -> None:
    paragraphs = (
        "市政协委员沈望舒建议，把健身器材纳入统一维护。要定期公布检修结果。",
        "市体育局在答复时表示，明年完成全部检修。",
    )
    (link,) = (x for x in links_of(*paragraphs) if x.mention.kind == "proposal")
    told = {detail.name: detail for detail in link.mention.details}
    assert told["who"].value == "沈望舒"
    assert link.mention.name == paragraphs[0]
    assert told["answer"].place.number == 1


@pytest.mark.parametrize("text", ["他听取了委员的意见建议。", "会议要求，要抓好落实。"])
def test_talk_of_suggestions_is_no_proposal(text: str) -> None:
    assert named("proposal", text) == []


def ids_at(home: str | None, *paragraphs: str) -> dict[str, str | None]:
    """Of the initiatives of a page at home somewhere: name -> id."""
    text = "\n".join(paragraphs)
    body = tuple(
        Paragraph("paragraph", Passage(words, (Run(0, 0, len(words)),))) for words in paragraphs
    )
    article = Article(None, "none", None, (), "news", (), None, body, 1.0)
    page = Page("page.txt", "page", text, "utf-8", "0" * 64)
    links = find_links(Layout((article,), ()), page, home)[0]
    return {x.mention.name: x.entity for x in links if x.mention.kind == "initiative"}


def test_a_short_name_is_another_initiative_in_another_province() -> None:
    text = "市里深入推进“强渔业”行动。"
    assert ids_at("320500", text)["强渔业"] != ids_at("620100", text)["强渔业"]
    assert ids_at("320500", text)["强渔业"] == ids_at("321000", text)["强渔业"]


def test_the_page_tells_its_province_where_nobody_else_does() -> None:
    text = "市里深入推进“强渔业”行动。"
    told = ids_at(None, text, "扬州市江都区、高邮市和盐城市东台市都来了人。")
    assert told["强渔业"] == ids_at("320500", text)["强渔业"]


@pytest.mark.parametrize("text", ["各镇全面落实河长制。", "区里搭建“湖畔好商量”协商议事平台。"])
def test_national_and_long_names_are_the_same_everywhere(text: str) -> None:
    assert ids_at("320500", text) == ids_at("620100", text)
    assert ids_at("320500", text)
