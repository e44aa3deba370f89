"""Labelled page -> the layout that a perfect separation would give.

To judge recognition apart from separation, and the score by itself: it must be 1.
"""

from __future__ import annotations

from collections.abc import Iterable

from wenzhai.model import (
    Article,
    Furniture,
    Layout,
    Paragraph,
    Passage,
    Run,
    Span,
)
from wenzhai.score.gold import GoldArticle, GoldPage


def layout_of(gold: GoldPage) -> Layout:
    text = gold.page.text
    return Layout(
        articles=tuple(_article(article, text) for article in gold.articles),
        furniture=tuple(Furniture(span, reason) for span, reason in gold.furniture),
    )


def _article(gold: GoldArticle, text: str) -> Article:
    return Article(
        headline=None if gold.headline is None else passage_of(text, gold.headline.spans),
        headline_source="none" if gold.headline is None else "printed",
        kicker=None if gold.kicker is None else passage_of(text, gold.kicker.spans),
        subheadlines=tuple(passage_of(text, sub.spans) for sub in gold.subheadlines),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(Paragraph(p.kind, passage_of(text, p.spans)) for p in gold.body),
        confidence=1.0,
        date=gold.date,
        date_precision=gold.date_precision,
    )


def passage_of(text: str, spans: Iterable[Span]) -> Passage:
    """What the spans print, white space left out except between Latin letters or digits."""
    published: list[str] = []
    runs: list[Run] = []
    for span in spans:
        for i in range(*span):
            if text[i].isspace() and not _joins_latin(text, i):
                continue
            last = runs[-1] if runs else None
            if last is not None and last.source + last.length == i:
                runs[-1] = last._replace(length=last.length + 1)
            else:
                runs.append(Run(len(published), i, 1))
            published.append(" " if text[i].isspace() else text[i])
    return Passage("".join(published), tuple(runs))


def _joins_latin(text: str, i: int) -> bool:
    near = text[i - 1 : i] + text[i + 1 : i + 2]
    return len(near) == 2 and near.isascii() and near.isalpha()
