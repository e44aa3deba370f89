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
    Span,
)
from wenzhai.score.gold import GoldArticle, GoldPage, GoldText
from wenzhai.segment.passages import make_passage


def layout_of(gold: GoldPage) -> Layout:
    text = gold.page.text
    return Layout(
        articles=tuple(_article(article, text) for article in gold.articles),
        furniture=tuple(Furniture(span, reason) for span, reason in gold.furniture),
    )


def _article(gold: GoldArticle, text: str) -> Article:
    return Article(
        headline=_headline(text, gold.headline),
        headline_source="none" if gold.headline is None else "printed",
        kicker=_headline(text, gold.kicker),
        subheadlines=tuple(
            _passage(text, sub.spans, is_headline=True) for sub in gold.subheadlines
        ),
        genre="news",
        byline=(),
        dateline=None,
        body=tuple(Paragraph(p.kind, _passage(text, p.spans)) for p in gold.body),
        confidence=1.0,
        date=gold.date,
        date_precision=gold.date_precision,
    )


def _headline(text: str, printed: GoldText | None) -> Passage | None:
    return None if printed is None else _passage(text, printed.spans, is_headline=True)


def _passage(text: str, spans: Iterable[Span], *, is_headline: bool = False) -> Passage:
    """Published as the separation does it: white space inside bylines and wide marks matter to
    whoever reads names."""
    return make_passage(text, tuple(spans), keep_spaces=is_headline)
