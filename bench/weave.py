"""Labelled articles -> new labelled pages, woven together again at random.

    python bench/weave.py LEVEL NUMBER FOLDER      (writes the pages, to look at them)

The articles of `tests/gold/tune` and of the seeds are set anew: other columns, other neighbours,
columns that cut across each other in the middle of a sentence, headlines far from their bodies or
torn in two, box labels inside sentences. So there are as many pages to fit weights on as one
likes. Deterministic: the same number gives the same page. What is fitted here is judged on pages
that people wrote: the labels are right by making, but nobody has laid these pages out by hand.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from folders import labelled
from printed import wrap_text

from wenzhai.model import Page, Span
from wenzhai.score.gold import (
    GoldArticle,
    GoldFurniture,
    GoldLevel,
    GoldPage,
    GoldParagraph,
    GoldText,
)

WIDTHS = (14, 15, 16, 16, 17, 17, 18, 18, 19, 20, 22, 24, 27, 30)  # Han characters a line
SAME_WIDTH = 0.6  # of the articles of a page have the page's own width
UNWRAPPED = 0.12  # of the pages print each paragraph on one line
ARTICLES = (4, 5, 5, 6, 7, 8)
LABELS = (
    "要闻",
    "民生",
    "综合",
    "协商故事",
    "委员之声",
    "基层快讯",
    "本版图片",
    "热点",
    "党报聚焦",
)
INTERLEAVED = {"medium": 0.4, "hard": 0.7}  # of the neighbours cut across each other
INSIDE = 0.6  # of the cuts fall inside a paragraph
HEAD_PLACES = {"medium": (72, 20, 6, 2), "hard": (50, 28, 14, 8)}  # above, below, far, torn; %


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line and whose it is: article, part of it, number of the part."""

    text: str
    article: int
    part: str
    number: int


@dataclass(frozen=True, slots=True)
class Source:
    """An article as one reads it."""

    heads: tuple[tuple[str, str], ...]
    """(part, text): kicker, headline, subheadlines, in order."""
    body: tuple[tuple[str, str], ...]
    """(kind, text)"""


def sources(folders: Sequence[str] = ("tune", "seeds"), leave: str = "") -> list[Source]:
    """All articles with a headline and some text; `leave` is a pattern of pages to leave out."""
    found: list[Source] = []
    for folder in folders:
        for gold in labelled(folder):
            if leave and re.search(leave, gold.page.name):
                continue
            found.extend(_source(gold.page.text, article) for article in gold.articles)
    return [source for source in found if source.body]


def _source(text: str, article: GoldArticle) -> Source:
    heads = []
    if article.kicker:
        heads.append(("kicker", _joined(text, article.kicker.spans)))
    if article.headline:
        heads.append(("headline", _joined(text, article.headline.spans)))
    heads.extend(("sub", _joined(text, sub.spans)) for sub in article.subheadlines)
    body = tuple((p.kind, _joined(text, p.spans)) for p in article.body)
    return Source(tuple(heads), body)


def _joined(text: str, spans: Sequence[Span]) -> str:
    printed = "".join(text[s.start : s.end] for s in spans)
    return re.sub(r"(?<![A-Za-z])[ \u3000]*\n\s*|\n", "", printed).strip()


class Weaver:
    def __init__(self, number: int, level: GoldLevel, pool: Sequence[Source]) -> None:
        self.random = random.Random(f"{level} {number}")
        self.level = level
        self.number = number
        count = self.random.choice(ARTICLES)
        self.articles = self.random.sample(list(pool), count)
        self.width = self.random.choice(WIDTHS)
        self.is_wrapped = self.random.random() > UNWRAPPED
        self.blank = self.random.choice((0, 0, 0.05, 0.3, 1.0))
        self.half = self.random.random() < 0.4

    def page(self) -> GoldPage:
        columns = [self._set(a, source) for a, source in enumerate(self.articles)]
        heads = [column[0] for column in columns]
        bodies = [column[1] for column in columns]
        rows: list[Row] = []
        late: list[Row] = []
        for group in self._groups(len(bodies)):
            pieces: list[list[Row]] = []
            for a in group:
                pieces.append(self._headed(heads[a], bodies[a], late))
            rows.extend(self._crossed(pieces))
            if late and self.random.random() < 0.5:
                rows.extend(late)
                late.clear()
        rows.extend(late)
        return self._labelled(self._furnished(rows))

    def _groups(self, count: int) -> list[list[int]]:
        """Which articles stand side by side."""
        found = [[0]]
        for a in range(1, count):
            if len(found[-1]) < 3 and self.random.random() < INTERLEAVED[self.level]:
                found[-1].append(a)
            else:
                found.append([a])
        return found

    def _set(
        self, a: int, source: Source, width: float | None = None
    ) -> tuple[list[Row], list[Row]]:
        if width is None:
            width = self.width if self.random.random() < SAME_WIDTH else self.random.choice(WIDTHS)
        head: list[Row] = []
        for number, (part, text) in enumerate(source.heads):
            wrap = 24 if self.random.random() < 0.8 else max(9, len(text) // 2 + 1)
            head.extend(Row(line, a, part, number) for line in wrap_text(text, wrap))
        body: list[Row] = []
        for number, (kind, text) in enumerate(source.body):
            lines = wrap_text(self._punctuated(text), width) if self.is_wrapped else [text]
            body.extend(Row(line, a, kind, number) for line in lines)
        return head, body

    def _punctuated(self, text: str) -> str:
        if not self.half:
            return text.replace(",", "，") if not re.search(r"\d,\d", text) else text
        return text.translate(str.maketrans("，：；？！（）", ",:;?!()"))

    def _headed(self, head: list[Row], body: list[Row], late: list[Row]) -> list[Row]:
        place = self.random.choices(
            ("above", "below", "far", "torn"),
            HEAD_PLACES[self.level],
        )[0]
        if place == "above" or not head:
            return [*head, *body]
        if place == "below":
            return [*body, *head]
        if place == "far":
            late.extend(head)
            return list(body)
        half = max(1, len(head) // 2)
        return [*head[:half], *body, *head[half:]]

    def _crossed(self, pieces: list[list[Row]]) -> list[Row]:
        """Pieces of the articles in turn."""
        if len(pieces) == 1:
            return pieces[0]
        parts = [self._cut(piece) for piece in pieces]
        found: list[Row] = []
        while any(parts):
            for part in parts:
                if part:
                    found.extend(part.pop(0))
        return found

    def _cut(self, rows: list[Row]) -> list[list[Row]]:
        text = [i for i in range(1, len(rows)) if rows[i].part not in ("kicker", "headline", "sub")]
        ends = [i for i in text if rows[i].number != rows[i - 1].number]
        places = set()
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            inside = self.random.random() < INSIDE
            among = text if inside or not ends else ends
            if among:
                places.add(self.random.choice(among))
        edges = [0, *sorted(places), len(rows)]
        return [rows[a:b] for a, b in pairwise(edges)]

    def _furnished(self, rows: list[Row]) -> list[Row]:
        found = list(rows)
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            label = Row(self.random.choice(LABELS), -1, "box label", 0)
            found.insert(self.random.randint(0, len(found)), label)
        if self.random.random() < 0.7:
            line = Row("2023年5月8日 星期一 责编：何平 电话：0851-8000000", -1, "edition line", 0)
            found.insert(self.random.choice((0, len(found))), line)
        return found

    def _labelled(self, rows: Sequence[Row]) -> GoldPage:
        text = ""
        spans: dict[tuple[int, str, int], list[Span]] = {}
        furniture = []
        before: Row | None = None
        for row in rows:
            if text:
                gap = before is not None and before.number != row.number and self.blank == 0.3
                text += (
                    "\n\n" if gap or (self.blank and self.random.random() < self.blank) else "\n"
                )
            at = len(text)
            text += row.text
            span = Span(at, len(text))
            if row.article < 0:
                furniture.append(GoldFurniture(span, row.part))
            else:
                held = spans.setdefault((row.article, row.part, row.number), [])
                if held and before is not None and _same(before, row):
                    held[-1] = Span(held[-1].start, span.end)
                else:
                    held.append(span)
            before = row
        name = f"{self.level}-woven-{self.number}.txt"
        page = Page(name, name[:-4], text, "utf-8", sha256(text.encode()).hexdigest())
        articles = [self._article(a, spans) for a in range(len(self.articles))]
        articles.sort(key=lambda article: min(article.spans()))
        return GoldPage(self.level, page, None, tuple(articles), tuple(furniture))

    def _article(self, a: int, spans: dict[tuple[int, str, int], list[Span]]) -> GoldArticle:
        source = self.articles[a]
        heads: dict[str, list[GoldText]] = {"kicker": [], "headline": [], "sub": []}
        for number, (part, text) in enumerate(source.heads):
            heads[part].append(GoldText(text, tuple(spans[a, part, number])))
        return GoldArticle(
            next(iter(heads["headline"]), None),
            next(iter(heads["kicker"]), None),
            tuple(heads["sub"]),
            tuple(
                GoldParagraph(kind, tuple(spans[a, kind, number]))  # type: ignore[arg-type]
                for number, (kind, _) in enumerate(source.body)
            ),
            None,
            "none",
            (),
            (),
            (),
        )


def _same(before: Row, row: Row) -> bool:
    return (before.article, before.part, before.number) == (row.article, row.part, row.number)


def weave(number: int, level: GoldLevel, pool: Sequence[Source]) -> GoldPage:
    return Weaver(number, level, pool).page()


if __name__ == "__main__":
    chosen: GoldLevel = sys.argv[1]  # type: ignore[assignment]
    gold_page = weave(int(sys.argv[2]), chosen, sources())
    folder = Path(sys.argv[3])
    (folder / gold_page.page.name).write_text(gold_page.page.text, encoding="utf-8")
    told = [[a.headline.text if a.headline else None, len(a.body)] for a in gold_page.articles]
    print(json.dumps(told, ensure_ascii=False, indent=1))
