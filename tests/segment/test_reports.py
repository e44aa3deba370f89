"""Parts of a big report point to it; what only stands beside it does not."""

from __future__ import annotations

from wenzhai.dates import date_articles
from wenzhai.model import Article, Layout, Page, Paragraph, Passage, Run
from wenzhai.segment import relate

TEXT = """在新征程上勇担当
——某某县两会代表通道集中采访实录
5月6日，县人大代表、青石镇镇长蒲松林，县政协委员、白塔医院院长鱼小荷走上通道。
县人大代表、青石镇镇长蒲松林：
把路修到山那边
我们镇有三个村不通硬化路。
县政协委员、白塔医院院长鱼小荷：
让老人在村里拿到药
村里的老人腿脚不便。
县政协委员、文化站站长石上泉：
把戏台搬到树下
老戏台漏雨多年了。
■ 青石故事
渡口换了新船
本报青石讯 渡口换上了一条新船。
"""
PAGE = Page("a.txt", "a", TEXT, "utf-8", "0" * 64)


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    end = TEXT.index("\n", start)
    return Passage(TEXT[start:end], (Run(0, start, end - start),))


def article(kicker: str | None, headline: str, body: str, sub: str | None = None) -> Article:
    return Article(
        passage(headline),
        "printed",
        passage(kicker) if kicker else None,
        (passage(sub),) if sub else (),
        "news",
        (),
        "本报青石讯" if body.startswith("本报") else None,
        (Paragraph("paragraph", passage(body)),),
        1.0,
    )


REPORT = article(None, "在新征程", "5月6日", "——某某县")
PARTS = (
    article("县人大代表、青石镇镇长蒲松林：", "把路修到", "我们镇"),
    article("县政协委员、白塔医院院长鱼小荷：", "让老人", "村里的老人"),
)
ALIKE = article("县政协委员、文化站站长石上泉：", "把戏台", "老戏台")
BESIDE = article("■ 青石故事", "渡口", "本报青石讯")


def parts(*articles: Article) -> list[int | None]:
    return [one.part_of for one in relate(Layout(articles, ())).articles]


def test_who_is_named_in_the_report_speaks_in_a_part_of_it() -> None:
    assert parts(REPORT, *PARTS) == [None, 0, 0]
    assert parts(*PARTS, REPORT) == [2, 2, None]


def test_what_is_built_like_a_part_is_one() -> None:
    assert parts(REPORT, *PARTS, ALIKE) == [None, 0, 0, 0]
    assert parts(REPORT, ALIKE) == [None, None]


def test_what_has_a_dateline_is_no_part() -> None:
    assert parts(REPORT, *PARTS, BESIDE)[-1] is None


def test_one_article_beside_a_report_may_stand_there_by_chance() -> None:
    assert parts(REPORT, PARTS[0]) == [None, None]


def test_without_a_report_nothing_is_a_part() -> None:
    plain = article(None, "在新征程", "5月6日")
    assert parts(plain, *PARTS) == [None, None, None]


def test_a_part_has_the_date_of_its_report() -> None:
    layout = date_articles(relate(Layout((REPORT, *PARTS), ())), PAGE, "2031-05-07")
    assert [one.date for one in layout.articles] == ["2031-05-06"] * 3
    assert layout.articles[1].decisions[-1].rule == "date-of-the-report"
