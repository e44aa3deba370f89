"""Labelled figures -> `wenzhai/data/figure_signs.tsv`: which words beside a number it counts.

    python bench/fit_figures.py           (writes the file; half a minute)
    python bench/fit_figures.py --judge   (each folder by weights fitted without it; writes nothing)

A conditional logistic fit (softmax over the candidates of a figure, L2 penalty, L-BFGS of SciPy) on the
figures of the articles as they are labelled, on those of `figures.tsv`, and on the cases by which the
rules were written (`tests/kinds/told.yml`). Of several candidates
that hold the labelled words or are held by them all count as right. `tests/gold/report` and
`tests/gold/later` take no part. Spans of time and ages count nothing and are not asked.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from logistic import write
from ranker import Example, fit

from wenzhai.kinds import KIND, Scene, find_names
from wenzhai.model import Article as LaidOut
from wenzhai.model import Layout, Link, Page, Paragraph, Passage, Run
from wenzhai.recognise.figures.candidates import Span, Text
from wenzhai.recognise.figures.find import find_figures
from wenzhai.recognise.figures.signs import Asked, Whole, nothing_signs, pick, read_signs
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.load import load_gold
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "figure_signs.tsv"
ALONE = Path(__file__).with_name("figures.tsv")
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("layout", "everyday", "gazette", "woven", "tangled")
"""Folders of which `figures.tsv` labels the figures."""
CASES = ROOT / "tests" / "kinds" / "told.yml"
TIMES = 3  # each of them counts so often
NOTHING, NO_FIGURE = "-", "x"
HEADER = """\
# Log-odds, against the other candidates, of what a figure counts; fitted by bench/fit_figures.py.
"""
Table = Mapping[str, float]


class Article(NamedTuple):
    """An article with what its figures count; None where that is not labelled."""

    page: str
    layout: Layout
    known: tuple[Link, ...]
    told: dict[tuple[object, int], str]
    """Words by passage and first character: `NOTHING`, `NO_FIGURE`, or as printed."""


@cache
def alone() -> dict[tuple[str, int], str]:
    """Of `figures.tsv`: by page and first character."""
    lines = ALONE.read_text(encoding="utf-8").split("\n")
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(page, int(span.partition("-")[0])): told for page, _, span, told in cells}


@cache
def articles(folder: str) -> list[Article]:
    golds = load_gold(ROOT / "tests" / "gold" / folder)
    return [article for gold in golds for article in _of_page(gold)]


def _of_page(gold: GoldPage) -> Iterator[Article]:
    layout = layout_of(gold)
    scene = Scene(layout, gold.page, None, find_names(layout, gold.page, None))
    for kind in ("organisation", "initiative"):
        scene = scene.having(KIND[kind].links(scene))
    page = gold.page.name.removesuffix(".txt")
    for label, article, links in zip(gold.articles, layout.articles, scene.links, strict=True):
        words = _words(gold, label, page)
        told: dict[tuple[object, int], str] = {}
        for place, passage in article.passages():
            for at in range(len(passage.text)):
                source = source_of(passage, at, at + 1)
                if source and source[0] in words:
                    told[place, at] = words[source[0]]
        if told:
            yield Article(page, Layout((article,), ()), links, told)


@cache
def cases() -> list[Article]:
    """Those by which the rules were written; what is asked in them stands for a wording."""
    return [_of_case(case) for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]


def _of_case(case: Mapping[str, Any]) -> Article:
    texts = [case["headline"], *case["body"]]
    ends = list(accumulate(len(text) + 1 for text in texts))
    head, *body = (
        Passage(text, (Run(0, end - len(text) - 1, len(text)),))
        for text, end in zip(texts, ends, strict=True)
    )
    paragraphs = tuple(Paragraph("paragraph", passage) for passage in body)
    layout = Layout((LaidOut(head, "printed", None, (), "news", (), None, paragraphs, 1.0),), ())
    page = Page("case.txt", case["headline"], "\n".join(texts), "utf-8", "0" * 64)
    scene = Scene(layout, page, None, find_names(layout, page, None))
    for kind in ("organisation", "initiative"):
        scene = scene.having(KIND[kind].links(scene))
    mentions = [link.mention for link in find_figures(layout, scene.links)[0]]
    expected = [told.split(" ") for told in case.get("figures", ())]
    told: dict[tuple[object, int], str] = {
        (mention.place, mention.start): words[2]
        for mention, words in zip(mentions, expected, strict=False)
        if len(words) > 2 and words[2]
    }
    return Article(case["headline"], layout, scene.links[0], told)


def _words(gold: GoldPage, label: GoldArticle, page: str) -> dict[int, str]:
    """What is counted, by every printed place of the figure."""
    if label.told is not None and label.told.figures:
        unsure = ink(gold.page.text, label.told.unsure)
        found = {
            i: one.what
            for one in label.told.figures
            if one.what is not None  # hands differ in what they leave open
            for i in ink(gold.page.text, [one.span])
        }
        return {i: what for i, what in found.items() if i not in unsure}
    return {at: what for (name, at), what in alone().items() if name == page and what[0] != "?"}


def is_right(told: str, term: str) -> bool:
    words = "".join(term.split())
    return bool(words) and (words in told or told in words)


@cache
def examples(folder: str) -> list[Example]:
    return [one for article in articles(folder) for one in _of_article(article)]


def _of_article(article: Article) -> list[Example]:
    """The figures before count what is labelled."""
    made: list[Example] = []

    def decide(asked: Asked, around: Text, whole: Whole) -> Span | None:
        told = _told(article, asked)
        if told is None or told == NO_FIGURE:
            return asked.by_rules
        rows = [(nothing_signs(asked, around), told == NOTHING)]
        best = None
        for span, signs in read_signs(asked, around, whole):
            is_one = told != NOTHING and is_right(told, around.text[slice(*span)])
            rows.append((signs, is_one))
            best = span if is_one and best is None else best
        if any(is_one for _, is_one in rows):
            made.append(Example(article.page, rows))
        at = around.text.rfind(told, 0, asked.start)
        return (at, at + len(told)) if at >= 0 and best is None else best

    find_figures(article.layout, (article.known,), decide)
    return made


def _told(article: Article, asked: Asked) -> str | None:
    places = ((asked.place, at) for at in range(asked.start, asked.end))
    return next((article.told[place] for place in places if place in article.told), None)


def training(left_out: str = "") -> list[Example]:
    folders = [folder for folder in (*FOLDERS, *OTHERS) if folder != left_out]
    written = [one for case in cases() for one in _of_article(case)] * TIMES
    return [one for folder in folders for one in examples(folder)] + written


def tell(folder: str, table: Table) -> str:
    """How many are right, by rules alone and by the weights, of those with printed words."""
    count = rules = right = 0

    def decide(asked: Asked, around: Text, whole: Whole) -> Span | None:
        nonlocal count, rules, right
        span = pick(table, asked, around, whole)
        told = _told(article, asked)
        if told not in (None, NOTHING, NO_FIGURE):
            count += 1
            taken = asked.by_rules
            rules += taken is not None and is_right(told, around.text[slice(*taken)])
            right += span is not None and is_right(told, around.text[slice(*span)])
        return span

    for article in articles(folder):
        find_figures(article.layout, (article.known,), decide)
    return f"{count} labelled, right by rules {rules}, by all signs {right}"


def main() -> None:
    if "--judge" in sys.argv:
        for folder in (*FOLDERS, *OTHERS):
            print(folder, tell(folder, fit(training(folder))), flush=True)
    else:
        write(fit(training()), TARGET, HEADER)


if __name__ == "__main__":
    main()
