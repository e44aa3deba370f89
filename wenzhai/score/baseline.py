"""Page -> the layout of a naive splitter, to which every figure is compared.

A new article at each blank line or dateline; a first line without an end mark is its headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.model import Layout, Page, Span
from wenzhai.score.gold import GoldArticle, GoldPage, GoldParagraph, GoldText
from wenzhai.score.oracle import layout_of

DATELINE = re.compile(r"(?:本报|新华社)[\w月日]{0,12}[讯电]")  # 本报庆阳讯, 新华社北京11月3日电
ENDS = tuple("。！？；，、：”）!?;,:)")
HEADLINE_MAX = 40  # code points


def naive_layout(page: Page) -> Layout:
    articles = tuple(_article(page.text, block) for block in _blocks(page.text))
    return layout_of(GoldPage("hard", page, None, articles, ()))


def _blocks(text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    at = 0
    for line in text.split("\n"):
        printed = line.strip()
        if block and (not printed or DATELINE.search(printed)):
            yield block
            block = []
        if printed:
            start = at + line.index(printed)
            block.append(Span(start, start + len(printed)))
        at += len(line) + 1
    if block:
        yield block


def _article(text: str, block: list[Span]) -> GoldArticle:
    first = text[slice(*block[0])]
    has_headline = len(block) > 1 and len(first) <= HEADLINE_MAX and not first.endswith(ENDS)
    body = block[1:] if has_headline else block
    return GoldArticle(
        headline=GoldText(first, (block[0],)) if has_headline else None,
        kicker=None,
        subheadlines=(),
        body=tuple(GoldParagraph("paragraph", (span,)) for span in body),
        date=None,
        date_precision="none",
        persons=(),
        regions=(),
        optional=(),
    )
