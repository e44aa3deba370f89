"""Quotations on labelled pages -> `wenzhai/data/initiative_signs.tsv`.

    python bench/fit_initiatives.py           (writes the file; half a minute)
    python bench/fit_initiatives.py --judge   (each folder by weights fitted without it; writes nothing)

A logistic fit (CRFsuite, L1 and L2 penalties) on what stands in quotation marks in the articles as
they are labelled, and in those of `initiatives.tsv`. `tests/gold/report` and `tests/gold/later` take
no part.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from logistic import Row, fit, tell, write

from wenzhai.recognise.initiatives.hits import quoted, quoted_names
from wenzhai.recognise.initiatives.lexicon import load_initiatives
from wenzhai.recognise.initiatives.signs import CUT, read_signs
from wenzhai.recognise.words import words_of
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.load import load_gold
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "initiative_signs.tsv"
ALONE = Path(__file__).with_name("initiatives.tsv")
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("layout", "everyday", "gazette", "woven", "tangled")
"""Folders of which `initiatives.tsv` labels the quotations."""
PENALTIES = {"c1": 0.2, "c2": 1.0}
SEEN = 2  # pages that must show a sign
SAME = 0.6  # of its characters; a quotation that holds a class word beside the name is still it
HEADER = """\
# Log-odds of an initiative from the signs of what stands in quotation marks; fitted by
# bench/fit_initiatives.py.
"""


@cache
def rows(folder: str) -> list[Row]:
    golds = load_gold(ROOT / "tests" / "gold" / folder)
    return [row for gold in golds for row in _of_page(gold)]


def _of_page(gold: GoldPage) -> Iterator[Row]:
    lexicon = load_initiatives()
    layout = layout_of(gold)
    name = gold.page.name.removesuffix(".txt")
    recurring = Counter(
        quotation
        for article in layout.articles
        for _, passage in article.passages()
        for quotation in quoted_names(passage.text)
    )
    for article, label in zip(layout.articles, gold.articles, strict=True):
        for place, passage in article.passages():
            for match, points in quoted(passage.text, recurring, lexicon):
                printed = [
                    i for i in source_of(passage, *match.span(1)) if not gold.page.text[i].isspace()
                ]
                told = _told(gold, label, name, printed)
                if told is not None:
                    times = recurring[match[1]]
                    signs = read_signs(
                        *match.span(1),
                        passage.text,
                        words_of(passage.text),
                        place.field,
                        points,
                        times,
                    )
                    yield Row(name, signs, told, points >= lexicon.accept)


def _told(gold: GoldPage, label: GoldArticle, name: str, printed: Sequence[int]) -> bool | None:
    """Whether a quotation is labelled as an initiative; None where that is open."""
    if not printed:
        return None
    alone = quotations().get((name, printed[0]))
    if alone is not None:
        return None if alone == "?" else alone == "1"
    if label.told is None or not label.told.topics:
        return None
    if not ink(gold.page.text, label.told.unsure).isdisjoint(printed):
        return None
    named = ink(gold.page.text, [span for one in label.told.initiatives for span in one.mentions])
    return len(named.intersection(printed)) >= SAME * len(printed)


@cache
def quotations() -> dict[tuple[str, int], str]:
    """Of `initiatives.tsv`: by page and first character."""
    lines = ALONE.read_text(encoding="utf-8").split("\n")
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(page, int(span.partition("-")[0])): told for page, _, span, told in cells}


def training(left_out: str = "") -> list[Row]:
    return [row for f in (*FOLDERS, *OTHERS) if f != left_out for row in rows(f)]


def judge() -> None:
    for source in (*FOLDERS, *OTHERS):
        table = fit(training(source), PENALTIES, SEEN)
        print(source, tell(rows(source), table, CUT))


def main() -> None:
    write(fit(training(), PENALTIES, SEEN), TARGET, HEADER)


if __name__ == "__main__":
    judge() if "--judge" in sys.argv else main()
