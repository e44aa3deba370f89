"""Proposals in wordings of many fields: who, from where to where, and the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wenzhai.kinds import find_links
from wenzhai.model import Article, HeadlineSource, Kind, Layout, Link, Page, Paragraph, Passage, Run

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("proposals.yml").read_text(encoding="utf-8")
)


def proposals_of(case: dict[str, Any]) -> tuple[Article, list[Link]]:
    texts: list[str] = [*case.get("lead", ()), *case["body"]]
    kinds: list[Kind] = case.get("kinds", ["paragraph"] * len(texts))
    headline = case.get("headline")
    at = 0

    def passage(words: str) -> Passage:
        nonlocal at
        at += len(words) + 1
        return Passage(words, (Run(0, at - len(words) - 1, len(words)),))

    head = passage(headline) if headline else None
    body = tuple(
        Paragraph(kind, passage(words), words.partition("：")[0] if kind != "paragraph" else None)
        for kind, words in zip(kinds, texts, strict=True)
    )
    source: HeadlineSource = "printed" if head else "none"
    article = Article(head, source, None, (), "news", (), None, body, 1.0)
    text = "\n".join([headline, *texts] if headline else texts)
    page = Page("page.txt", "page", text, "utf-8", "0" * 64)
    found = find_links(Layout((article,), ()), page, "320500")[0]
    return article, [link for link in found if link.mention.kind == "proposal"]


@pytest.mark.parametrize("case", CASES, ids=[case["body"][0][:16] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article, found = proposals_of(case)
    texts = {place: passage.text for place, passage in article.passages()}
    told = [
        (
            ",".join(d.value for d in one.mention.details if d.name == "who"),
            one.mention.name,
            [texts[d.place][d.start :] for d in one.mention.details if d.name == "answer"],
        )
        for one in found
    ]
    assert len(told) == len(case["has"]), told
    for (who, text, answers), (by, first, last, *answer) in zip(told, case["has"], strict=True):
        assert who == by
        assert text.startswith(first), text
        assert text.endswith(last), text
        assert len(answers) == len(answer), answers
        assert all(a.startswith(b) for a, b in zip(answers, answer, strict=True)), answers


def test_another_article_of_the_page_answers() -> None:
    asked = proposals_of(
        {
            "headline": "区政协委员沈望舒：让健身器材有人修",
            "body": ["建议把社区健身器材纳入统一维护名录，定期公布检修结果。"],
        }
    )[0]
    texts = {
        "部门回应：明年全部检修": ["社区健身器材将纳入统一维护名录，明年起定期公布检修结果。"],
        "部门会议召开": ["社区健身器材将纳入统一维护名录，明年起定期公布检修结果。"],
    }
    replies = []
    for headline, body in texts.items():
        other = proposals_of({"headline": headline, "body": body})[0]
        page = Page("page.txt", "page", "\n" * 200, "utf-8", "0" * 64)
        found = find_links(Layout((asked, other), ()), page, "320500")[0]
        (link,) = (one for one in found if one.mention.kind == "proposal")
        replies.append([d.value for d in link.mention.details if d.name == "reply"])
    assert replies == [["1:0"], []]
