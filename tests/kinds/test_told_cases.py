"""Organisations, initiatives and figures in paragraphs of many fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wenzhai.kinds import find_links
from wenzhai.model import Article, EntityKind, Layout, Link, Page, Paragraph, Passage, Run

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("told.yml").read_text(encoding="utf-8")
)
HOME = "330700"


def links_of(case: dict[str, Any]) -> tuple[Article, tuple[Link, ...]]:
    at = 0

    def passage(words: str) -> Passage:
        nonlocal at
        at += len(words) + 1
        return Passage(words, (Run(0, at - len(words) - 1, len(words)),))

    head = passage(case["headline"])
    body = tuple(Paragraph("paragraph", passage(words)) for words in case["body"])
    article = Article(head, "printed", None, (), "news", (), None, body, 1.0)
    text = "\n".join([case["headline"], *case["body"]])
    page = Page("page.txt", "page", text, "utf-8", "0" * 64)
    return article, find_links(Layout((article,), ()), page, HOME)[0]


def printed(article: Article, links: tuple[Link, ...], kind: EntityKind) -> list[str]:
    texts = {place: passage.text for place, passage in article.passages()}
    mentions = [link.mention for link in links if link.mention.kind == kind]
    return sorted({texts[m.place][m.start : m.end] for m in mentions})


def figures(links: tuple[Link, ...]) -> list[tuple[str, str, str]]:
    found = []
    for link in links:
        if link.mention.kind == "figure":
            told = {detail.name: detail.value for detail in link.mention.details}
            found.append((told["value"], told["unit"], told.get("what", "")))
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["headline"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article, links = links_of(case)
    if "organisations" in case:
        assert printed(article, links, "organisation") == case["organisations"]
    if "initiatives" in case:
        assert printed(article, links, "initiative") == case["initiatives"]
    if "figures" in case:
        found = figures(links)
        assert len(found) == len(case["figures"]), found
        for told, (value, unit, what) in zip(case["figures"], found, strict=True):
            expected = told.split(" ")
            assert [value, unit] == expected[:2]
            assert expected[2:] in ([], [what])
