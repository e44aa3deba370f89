"""Nothing is lost: every character that is not white lies in one passage or one piece of furniture."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wenzhai.model import Layout, Page
from wenzhai.segment import segment

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PIECES = [
    "，", "——", "\n", "\n\n", "\r\n", "\u3000", "\U00020000", "■ ", "本报讯", "（记者 王某）", "。", "”", "“", '"',
    "**", "1.", "一、", "记者:", "问：", "主题发布", "下转", "（下转第三版）", "责编：李四", "张三 摄", "图为会场。", "2023年12月5日",
    "12:30", "ok", "县政协召开会议", "推动高质量发展", "，，", "\t", "\u200b", "\x0c", "…", "(", ")", "《", "》", "市长 吴某:", " ",
]  # fmt: skip
awkward = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map(
    "".join
)


def page_of(text: str) -> Page:
    return Page("page.txt", "page", text, "utf-8", "0" * 64)


def assert_law(text: str, layout: Layout) -> None:
    seen: Counter[int] = Counter()
    for article in layout.articles:
        assert article.body or article.headline is not None
        for _, passage in article.passages():
            assert passage.text
            assert sum(run.length for run in passage.runs) == len(passage.text)
            at = 0
            for run in passage.runs:
                assert run.at == at
                at += run.length
            for span in passage.spans():
                seen.update(range(span.start, span.end))
    for item in layout.furniture:
        seen.update(range(*item.span))
    wrong = [i for i, c in enumerate(text) if not c.isspace() and seen[i] != 1]
    assert not wrong, [(i, text[max(0, i - 10) : i + 10], seen[i]) for i in wrong[:3]]


@settings(max_examples=150, deadline=None)
@given(awkward)
@example("")
@example("一")
@example("，。；**\n\n——\n")
@example("only latin text\nand more of it\n")
@example("县政协召开会议\n")
@example("**\n")
def test_every_character_is_accounted_for_once(text: str) -> None:
    assert_law(text, segment(page_of(text)))


@settings(max_examples=40, deadline=None)
@given(awkward)
def test_same_page_gives_same_layout(text: str) -> None:
    assert segment(page_of(text)) == segment(page_of(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_nothing_of_a_real_page_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    assert_law(text, segment(page_of(text)))
