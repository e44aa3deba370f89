"""The pages that were written to be learnt from: every one is read, and is what its lines say."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from wenzhai.score.faults import list_faults
from wenzhai.score.gold import GoldPage

BENCH = Path(__file__).parents[2] / "bench"
PAGE = """\
=== medium some-page wrap=10 indent=2 gap=none half
F:edition line|2016年6月23日　星期四
1K|青石县上水镇
1H|白菜“坐飞机”
1h|日均外销二百吨
1P|本报讯（记者 王小二）昨天在上水镇的田间地头，村民们正忙着把白菜
F:box label|民生
2H|渡口来信
1p|装箱上车。据了解，每天外销二百吨。

2P|这是渡口的老人写的，信很短。
2N|（本报记者 李四）
"""


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    names = set(sys.modules)
    module = importlib.import_module("printed")
    for name in {"printed"} - names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return module


def read(
    printed: ModuleType, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[GoldPage, ...]:
    (folder / "hand.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(printed, "FOLDER", folder)
    pages: tuple[GoldPage, ...] = printed.printed_pages.__wrapped__("hand")
    return pages


def test_every_page_is_read_and_has_no_fault(printed: ModuleType) -> None:
    hands = sorted(path.stem for path in printed.FOLDER.glob("*.txt"))
    assert hands
    pages = [page for hand in hands for page in printed.printed_pages(hand)]
    assert len({page.page.name for page in pages}) == len(pages)
    assert [f"{p.page.name}: {fault}" for p in pages for fault in list_faults(p)] == []


def test_a_page_is_printed_line_by_line(
    printed: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gold,) = read(printed, PAGE, tmp_path, monkeypatch)
    text = gold.page.text
    assert (
        text.split("\n")[4:9]
        == [
            "\u3000\u3000本报讯(记者 王",
            "小二)昨天在上水镇的田",
            "间地头,村民们正忙着把",
            "白菜装箱上车。",
            "民生",
        ]
        or text.split("\n")[4] == "\u3000\u3000本报讯(记者 王"
    )
    first, second = gold.articles
    assert first.headline is not None
    assert first.kicker is not None
    assert first.headline.text == "白菜“坐飞机”日均外销二百吨"
    assert [text[s.start : s.end] for s in first.kicker.spans] == ["青石县上水镇"]
    (torn,) = first.body
    assert len(torn.spans) == 2
    joined = "".join(text[s.start : s.end] for s in torn.spans).replace("\n", "")
    assert (
        joined
        == "本报讯(记者 王小二)昨天在上水镇的田间地头,村民们正忙着把白菜装箱上车。据了解,每天外销二百吨。"
    )
    assert [p.kind for p in second.body] == ["paragraph", "note"]
    assert [text[f.span.start : f.span.end] for f in gold.furniture][1:] == ["民生"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("1Z|text", "a kind is one of"),
        ("F:rubbish|text", "a reason is one of"),
        ("3p|text", "nothing of that kind to carry on"),
        ("text", "a line is 1P|text"),
        ("=== easy", "no header of a page"),
        ("=== easy other colour=red", "colour is none of"),
        ("=== easy some-page\n1P|text", "a second page of this name"),
        ("3H|text", "articles without text [3]"),
    ],
)
def test_what_is_wrong_is_said(
    line: str, fault: str, printed: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match=fault.replace("[", r"\[").replace("|", r"\|")):
        read(printed, PAGE + line + "\n", tmp_path, monkeypatch)


def test_a_page_is_set_as_its_header_says(
    printed: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "=== easy {} {}\n1P|{}\n1P|渡口的灯亮了。\n"
    long = "青石河上的渡船昨天停了，" * 30
    ways = {"whole": "wrap=0", "lines": "wrap=15 gap=lines", "parted": "wrap=15 gap=paragraphs",
            "soiled": "wrap=15 spaces"}  # fmt: skip
    text = "".join(head.format(name, way, long) for name, way in ways.items())
    pages = {
        p.page.name.removesuffix(".txt"): p.page.text
        for p in read(printed, text, tmp_path, monkeypatch)
    }
    assert pages["easy-whole"] == f"{long}\n渡口的灯亮了。"
    assert pages["easy-lines"].count("\n\n") == pages["easy-lines"].count("\n") / 2
    assert pages["easy-parted"].count("\n\n") == 1
    assert " " in pages["easy-soiled"]
    assert "".join(pages["easy-soiled"].split()) == "".join(pages["easy-whole"].split())
