"""What stands for a headline where none is printed: how the text begins."""

from __future__ import annotations

import pytest

from wenzhai.model import Article, Paragraph, Passage
from wenzhai.render.atlas import title_of


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("农户忙着引水。", "农户忙着引水。"),
        ("锣鼓家伙一响，壶关县店上镇的打谷场就坐不下了。", "锣鼓家伙一响…"),
        ("昨天，全公司查处违章行为二百一十起，比上月少。", "昨天，全公司查处违章行为二百一十…"),
        ("近日，全公司查处违章行为共计1247起，比上月少。", "近日，全公司查处违章行为共计…"),
    ],
)
def test_an_article_without_headline(body: str, title: str) -> None:
    makers = Paragraph("byline", Passage("本报记者 龙小芳", ()))
    text = Paragraph("paragraph", Passage(body, ()))
    article = Article(None, "none", None, (), "news", (), None, (makers, text), 1.0)
    assert title_of(article, "〔无题〕") == f"〔无题〕{title}"
