"""Byline and dateline are told in the words in which the body shows them."""

from __future__ import annotations

import pytest

from wenzhai.model import Article, Page
from wenzhai.segment import segment

TEXT = "县里昨夜下了大雨，山塘都满了水。农户忙着引水，田里一片绿。"


def only_article(text: str) -> Article:
    (article,) = segment(Page("a.txt", "a", text, "utf-8", "0" * 64)).articles
    return article


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        (f"雨后山塘满\n本报记者\u3000龙小芳\u3000\u3000杨再兴\n{TEXT}", "本报记者 龙小芳 杨再兴"),
        (f"雨后山塘满\n(本报记者  龙小芳)\n{TEXT}", "（本报记者 龙小芳）"),
        (f"雨后山塘满\n本报讯(记者\u3000龙小芳){TEXT}", "记者 龙小芳"),
        (f"雨后山塘满\n{TEXT}（本报记者\u3000龙小芳）", "本报记者 龙小芳"),
        (f"雨后山塘满\n{TEXT} 龙小芳 \u3000摄", "龙小芳 摄"),
    ],
)
def test_a_byline_is_told_as_it_is_published(printed: str, byline: str) -> None:
    article = only_article(printed)
    assert article.byline == (byline,)
    assert any(byline in paragraph.passage.text for paragraph in article.body)


def test_a_dateline_is_told_as_it_is_published() -> None:
    article = only_article(f"雨后山塘满\n【本报 讯】（记者 龙小芳）{TEXT}")
    assert article.dateline is not None
    assert article.dateline in article.body[0].passage.text
