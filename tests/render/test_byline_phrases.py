"""Makers are told above the text where readers would not see them at once, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wenzhai.model import Article, Page, Paragraph, Passage
from wenzhai.render.article import byline_phrases
from wenzhai.segment import segment

TEXT = "县里昨夜下了大雨，山塘都满了水。农户忙着引水，田里一片绿。"


@pytest.mark.parametrize(
    ("printed", "phrases"),
    [
        (f"雨后山塘满\n本报记者\u3000龙小芳\n{TEXT}", ()),
        (f"雨后山塘满\n本报讯（记者\u3000龙小芳）{TEXT}", ()),
        (
            f"雨后山塘满\n{TEXT}\n村里的水也够了。秋收有望。（本报记者 龙小芳）",
            ("本报记者 龙小芳",),
        ),
    ],
)
def test_makers_above_the_text(printed: str, phrases: tuple[str, ...]) -> None:
    article = only_article(printed)
    assert article.byline
    assert byline_phrases(article) == phrases


def test_a_line_above_the_dateline_does_not_hide_it() -> None:
    article = only_article(f"雨后山塘满\n本报讯（记者 龙小芳）{TEXT}")
    line = Paragraph("paragraph", Passage("老农说：“再等一周。”", ()))
    below = replace(article, body=(line, *article.body))
    assert byline_phrases(below) == ()
    assert byline_phrases(replace(below, dateline=None)) == ("记者 龙小芳",)


def only_article(printed: str) -> Article:
    (article,) = segment(Page("a.txt", "a", printed, "utf-8", "0" * 64)).articles
    return article
