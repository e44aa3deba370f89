"""Layouts for tests: from plain lines, and from the labels of a gold page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wenzhai.model import Article, Layout, Page, Paragraph, Passage, Run

WHITE = " \t\u3000\n\r"


def page_of(text: str) -> Page:
    return Page(name="page.txt", slug="page", text=text, encoding="utf-8", digest="0" * 64)


def passage_of(text: str, spans: Sequence[Sequence[int]]) -> Passage:
    """The lines of the spans, stripped and joined."""
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    for start, end in spans:
        position = start
        for line in text[start:end].split("\n"):
            bare = line.strip(WHITE)
            if bare:
                runs.append(Run(at, position + line.index(bare[0]), len(bare)))
                parts.append(bare)
                at += len(bare)
            position += len(line) + 1
    return Passage("".join(parts), tuple(runs))


def article_of(
    headline: Passage | None,
    body: Sequence[Paragraph],
    kicker: Passage | None = None,
    subheadlines: Sequence[Passage] = (),
) -> Article:
    return Article(
        headline=headline,
        headline_source="none" if headline is None else "printed",
        kicker=kicker,
        subheadlines=tuple(subheadlines),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(body),
        confidence=1.0,
    )


def layout_of_lines(text: str) -> Layout:
    """One article, one paragraph for each line."""
    body = []
    position = 0
    for line in text.split("\n"):
        if line.strip(WHITE):
            body.append(
                Paragraph("paragraph", passage_of(text, [(position, position + len(line))]))
            )
        position += len(line) + 1
    return Layout((article_of(None, body),), ())


def layout_of_gold(text: str, label: dict[str, Any]) -> Layout:
    """The page as its labels separate it."""
    articles = []
    for entry in label["articles"]:
        articles.append(
            article_of(
                passage_of(text, entry["headline_spans"]) if entry["headline_spans"] else None,
                [Paragraph(p["kind"], passage_of(text, p["spans"])) for p in entry["body"]],
                passage_of(text, entry["kicker_spans"]) if entry["kicker_spans"] else None,
                [passage_of(text, s["spans"]) for s in entry["subheadlines"]],
            )
        )
    return Layout(tuple(articles), ())


def gold_pages(folder: Path, texts: Path | None = None) -> list[tuple[str, str, dict[str, Any]]]:
    """Name, text and label of each page; the texts of the seeds lie elsewhere."""
    found = []
    for path in sorted(folder.glob("*.json")):
        text = ((texts or folder) / f"{path.stem}.txt").read_bytes().decode("utf-8-sig")
        found.append((path.stem, text, json.loads(path.read_text(encoding="utf-8"))))
    return found
