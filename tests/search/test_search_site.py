"""The index as files, and the self-test that guards it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from search.search_digest import PRESS, digest, with_paragraph, write_index, write_site

from wenzhai.search import files, index_files, indexed_text, self_test
from wenzhai.search.visible import visible_lines


def test_a_true_index_passes(tmp_path: Path) -> None:
    write_site(digest(), tmp_path)
    assert self_test(tmp_path, digest()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "最后一段",  # the index lacks what the page shows
        "曾丽说，最后一段收尾",  # and has what the page does not show
    ],
)
def test_a_wrong_index_is_found_out(tmp_path: Path, text: str) -> None:
    write_site(digest(), tmp_path)
    write_index(with_paragraph(digest(), text), tmp_path)
    findings = self_test(tmp_path, digest())
    assert {finding.code for finding in findings} == {"search-mismatch"}


@pytest.mark.parametrize("large", [0, 2000])
def test_the_same_digest_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch, large: int) -> None:
    monkeypatch.setattr(files, "LARGE", large)
    assert list(index_files(digest(), PRESS)) == list(index_files(digest(), PRESS))


def test_what_is_not_published_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters that a passage drops, and pages' own texts, are unknown to the index."""
    monkeypatch.setattr(files, "LARGE", 0)
    corpus = digest()
    record = corpus.records[0]
    secret = replace(record, page=replace(record.page, text="秘密文字"))
    hidden = replace(corpus, records=(secret, *corpus.records[1:]))
    everything = indexed_text(index_files(hidden, PRESS))
    assert "收尾" in everything
    assert "秘密" not in everything


def test_a_line_end_inside_a_passage_ends_no_paragraph() -> None:
    changed = with_paragraph(digest(), "前半\n后半")
    assert "前半 后半" in indexed_text(index_files(changed, PRESS))


HTML = """<h1 class="wz-headline">不在文章里</h1>
<article class="md-content__inner md-typeset">
<p class="wz-kicker">肩题</p>
<h1 class="wz-headline" id="x">标题<a class="headerlink" href="#x">¶</a></h1>
<p class="wz-source">2024 · 消息</p>
<p class="wz-paragraph" id="p1">县长<a href="../persons/a.html"><b>石</b>邦林</a>说<br>话&lt;<a class="wz-doubt" href="#n1">疑</a></p>
<ul><li class="wz-list" id="p2"><p>一</p></li><li id="n1">存疑</li></ul>
<h2 id="people">本文人物</h2>
</article><p id="p3">不在文章里</p>"""


def test_visible_lines_are_what_was_printed() -> None:
    assert visible_lines(HTML) == ("肩题", "标题", "县长石邦林说话<", "一")
