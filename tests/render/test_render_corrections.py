"""What editors decided is shown: in the article, beside the print, and in a list of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from render.fake_corpus import corpus, interview
from render.hostile_record import BREAKOUT
from render.test_render_documents import printed

from wenzhai.model import Correction, Finding, PageFacts, Record, Span

FACTS = PageFacts(
    newspaper="示例日报",
    date="2031-05-06",
    edition="早版",
    page_number="2",
    source="https://example.invalid/2",
    scanned_by="示例档案馆",
)

# The digest's own data block; no text can end it.
LINKED_DATA = re.compile(r'<script type="application/ld\+json">[^<>]*</script>')


def corrected(reason: str = "公司自己的写法") -> Record:
    """The interview with one word corrected, in its last paragraph but one article."""
    record = interview()
    at = record.page.text.index("禾丰乡")
    page = replace(record.page, text=record.page.text.replace("禾丰乡", "和丰乡", 1))
    word = Correction("text", Span(at, at + 3), "禾丰乡", reason, source="县志")
    join = Correction("join", Span(at, at + 2), None, reason, other=Span(at + 10, at + 14))
    doubt = Finding("doubtful-join", "seeds/000_sample.txt", "x", 3, Span(at - 5, at))
    return replace(
        record, page=page, facts=FACTS, corrections=(word, join), findings=(doubt,), hidden=()
    )


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    return printed(corpus(corrected()))


def test_the_list_says_what_was_printed_what_is_published_and_why(
    documents: dict[str, str],
) -> None:
    text = documents["corrections.md"]
    assert "<del>和丰乡</del> → <ins>禾丰乡</ins>" in text
    assert "理由：公司自己的写法；依据：县志" in text
    assert "articles/000-sample-bbbbbb.html#p1" in text
    assert "共 2 处" in text


def test_an_article_says_how_it_was_made(documents: dict[str, str]) -> None:
    link = '<a href="../pages/000-sample.html#corrections">经编辑校订 2 处</a>'
    assert link in documents["articles/000-sample-bbbbbb.md"]
    assert "照报纸原样" in documents["articles/000-sample-aaaaaa.md"]


def test_the_source_view_shows_the_correction_on_both_sides(documents: dict[str, str]) -> None:
    text = documents["pages/000-sample.md"]
    assert "<mark>和丰乡</mark>" in text
    assert '<ins>禾丰乡</ins><small class="wz-was">〔原作“和丰乡”〕</small>' in text
    assert '<b class="wz-join" title="此处衔接或次序存疑">？</b>' in text


def test_both_sides_lead_to_each_other(documents: dict[str, str]) -> None:
    text = documents["pages/000-sample.md"]
    ids = re.findall(r'id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([sc][^"]*)"', text)) - {"corrections"}
    assert targets <= set(ids)
    assert {"s1-1", "c1-1", "s2-2", "c2-2", "s1-k1", "c1-s1"} <= targets


def test_facts_of_the_page_are_told(documents: dict[str, str]) -> None:
    label = "示例日报 2031年5月6日 早版 第 2 版"
    for path in ("pages/index.md", "pages/000-sample.md", "articles/000-sample-aaaaaa.md"):
        text = documents[path].replace("&#58;", ":").replace("&#47;", "/")
        for fact in (label, "示例档案馆", "https://example.invalid/2"):
            assert fact in text, (path, fact)
    assert "更正 2 处" in documents["pages/index.md"]


def test_the_worklist_has_the_place_the_print_and_an_entry(documents: dict[str, str]) -> None:
    text = documents["worklist.md"]
    assert "articles/000-sample-bbbbbb.html#p1" in text
    assert "pages/000-sample.html#s2-1" in text
    assert "<pre>split:\n- &#123;before:" in text


def test_hostile_corrections_stay_text() -> None:
    record = corrected(BREAKOUT)
    word = replace(record.corrections[0], published=BREAKOUT, by=BREAKOUT, source=BREAKOUT)
    facts = replace(FACTS, newspaper=BREAKOUT, source="javascript:alert(1)", scanned_by=BREAKOUT)
    finding = replace(record.findings[0], message=BREAKOUT)
    hostile = replace(record, corrections=(word,), facts=facts, findings=(finding,))
    for path, text in printed(corpus(hostile)).items():
        if path.endswith((".bib", ".ris", ".csl.json")):
            continue  # data for programs, no markup: tests/cite
        body = text.split("---\n", 2)[2] if path.endswith(".md") else text
        assert "<script" not in LINKED_DATA.sub("", body), path
        assert 'href="javascript' not in body, path
        assert path.endswith(".xml") or "{{ 7" not in body, path  # no template reads a feed
