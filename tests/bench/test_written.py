"""The articles that were written to be learnt from: every mark closes, and what is marked is read."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[2] / "bench"
ARTICLE = """\
===
K 读者来信
H 夜班车能否晚收一小时
S ——⟦县政协⟧委员热议
T 交通运输、民生
编辑同志：
｛成少华、县总工会｜〔⟦县政协⟧委员〕【成少华】和⟦县总工会⟧建议，末班车延到九点。｝大家都说好。
读者 【杜】某
"""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    names = set(sys.modules)
    module = importlib.import_module("written")
    for name in {"written", "marked", "folders"} - names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return module


def test_every_article_is_read(written: ModuleType) -> None:
    topics = {topic for hand in written.HANDS for page in written.written_pages(hand)
              for topic in page.articles[0].told.topics}  # fmt: skip
    from wenzhai.topics.thesaurus import load_topics

    assert topics <= set(load_topics().topics)
    files = {path.stem for path in (BENCH / "articles").glob("*.txt")}
    assert files == set(written.HANDS)


def test_marks_give_spans_of_the_text_without_them(
    written: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hand.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr(written, "FOLDER", tmp_path)
    (page,) = written.written_pages("hand")
    text, article = page.page.text, page.articles[0]
    assert not set(text) & set("⟦⟧【】〔〕｛｜｝")
    assert [paragraph.kind for paragraph in article.body] == ["paragraph", "paragraph", "note"]
    assert [text[slice(*p.mentions[0])] for p in article.persons] == ["成少华", "杜"]
    assert [text[slice(*o.mentions[0])] for o in article.told.organisations] == [
        "县政协",
        "县政协",
        "县总工会",
    ]
    (proposal,) = article.told.proposals
    assert proposal.by == ("成少华", "县总工会")
    assert text[slice(*proposal.spans[0])] == "县政协委员成少华和县总工会建议，末班车延到九点。"
    assert article.told.topics == ("交通运输", "民生")


def test_a_mark_that_does_not_close_is_refused(
    written: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "torn.txt").write_text("===\nH 题\n【成少华建议\n", encoding="utf-8")
    monkeypatch.setattr(written, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="not closed"):
        written.written_pages("torn")
