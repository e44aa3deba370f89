"""Trivial layouts for the tests: one article, one paragraph a line; or a labelled page."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from wenzhai.model import Article, Layout, Mention, Page, Paragraph, Passage, Place, Run


def page_of(text: str, name: str = "case.txt") -> Page:
    """A page as read."""
    return Page(name, "case", text, "utf-8", hashlib.sha256(text.encode()).hexdigest())


def layout_of(text: str) -> Layout:
    """One article; every line that is not empty is a paragraph. 〓 on a line begins the next."""
    articles: list[Article] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for line in [*text.split("\n"), "〓"]:
        if line == "〓":
            articles.append(article_of(paragraphs))
            paragraphs = []
        elif line:
            paragraphs.append(Paragraph("paragraph", Passage(line, (Run(0, at, len(line)),))))
        at += len(line) + 1
    return Layout(tuple(articles), ())


def article_of(paragraphs: list[Paragraph], headline: Passage | None = None) -> Article:
    """An article without ornament."""
    return Article(
        headline=headline,
        headline_source="printed" if headline else "none",
        kicker=None,
        subheadlines=(),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(paragraphs),
        confidence=1.0,
    )


def passage_of(text: str, spans: list[list[int]]) -> Passage:
    """The printed characters of the spans, line breaks left out."""
    kept: list[int] = []
    for start, end in spans:
        kept.extend(at for at in range(start, end) if text[at] not in "\r\n")
    runs: list[Run] = []
    for at, source in enumerate(kept):
        if runs and runs[-1].source + runs[-1].length == source:
            runs[-1] = runs[-1]._replace(length=runs[-1].length + 1)
        else:
            runs.append(Run(at, source, 1))
    return Passage("".join(text[at] for at in kept), tuple(runs))


def labelled(path: Path) -> tuple[Page, Layout, tuple[tuple[Mention, ...], ...], dict[str, Any]]:
    """A labelled page with its true separation and its true persons."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    raw = path.with_suffix(".txt")
    text = raw.read_bytes().decode("utf-8-sig")
    articles: list[Article] = []
    persons: list[tuple[Mention, ...]] = []
    for one in gold["articles"]:
        headline = passage_of(text, one["headline_spans"]) if one["headline_spans"] else None
        body = [Paragraph("paragraph", passage_of(text, p["spans"])) for p in one["body"]]
        others = [passage_of(text, s["spans"]) for s in one["subheadlines"]]
        if one.get("kicker_spans"):
            others.append(passage_of(text, one["kicker_spans"]))
        body.extend(Paragraph("paragraph", passage) for passage in others)
        article = article_of(body, headline)
        articles.append(article)
        persons.append(tuple(_named(article, one)))
    return page_of(text, raw.name), Layout(tuple(articles), ()), tuple(persons), gold


def _named(article: Article, gold: dict[str, Any]) -> list[Mention]:
    wanted = [(s, e, p["name"]) for p in gold["persons"] for s, e in p["mentions"]]
    found: list[Mention] = []
    for place, passage in article.passages():
        source = sources(passage)
        for start, end, name in wanted:
            at = [i for i, origin in enumerate(source) if start <= origin < end]
            if at:
                found.append(_person(place, at[0], at[-1] + 1, name))
    return found


def sources(passage: Passage) -> list[int]:
    """The place on the page of each character."""
    found = [0] * len(passage.text)
    for run in passage.runs:
        for offset in range(run.length):
            found[run.at + offset] = run.source + offset
    return found


def _person(place: Place, start: int, end: int, name: str) -> Mention:
    return Mention("person", place, start, end, name, "full", "labelled", 1.0)
