"""Labelled places -> `wenzhai/data/regions/short_signs.tsv`: when a bare short form is one.

    python bench/fit_places.py           (writes the file; a minute)
    python bench/fit_places.py --judge   (each source by weights fitted without it; writes nothing)

A logistic fit (CRFsuite, L1 and L2 penalties) on the short forms of the tables in articles as they
are labelled, persons left out as the program finds them. `tests/gold/report` and `tests/gold/later`
take no part.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from logistic import Row, fit, tell, write
from named import named_pages
from written import load

from wenzhai.gazetteer import load_gazetteer
from wenzhai.recognise.persons import find_persons
from wenzhai.recognise.persons import load_lexicon as load_persons
from wenzhai.recognise.regions.find import gather, is_bare
from wenzhai.recognise.regions.judge import ruled
from wenzhai.recognise.regions.lexicon import load_lexicon
from wenzhai.recognise.regions.signs import EVEN, SIGNS, read_signs
from wenzhai.score.gold import GoldPage
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

NAMED = "names.tsv"
SOURCES = ("tune", "opened", "more", "seeds", "provinces", NAMED)
PENALTIES = {"c1": 0.5, "c2": 0.5}
SEEN = 3  # pages that must show a sign
TARGET = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / SIGNS
HEADER = """\
# Log-odds of a place from the signs of a bare short form; fitted by bench/fit_places.py.
"""


@cache
def rows(source: str) -> list[Row]:
    pages = named_pages() if source == NAMED else load(source)
    return [row for page in pages for row in _of_page(page, is_named=source == NAMED)]


def _of_page(gold: GoldPage, *, is_named: bool) -> Iterator[Row]:
    gazetteer, lexicon = load_gazetteer(), load_lexicon()
    layout = layout_of(gold)
    persons = find_persons(layout, gold.page, load_persons())
    found = gather(layout, gold.page, gazetteer, persons, lexicon)
    for label, article, one in zip(gold.articles, layout.articles, found, strict=True):
        if is_named and not label.regions:
            continue  # whether there are none or none were told the file does not say
        told = {
            tuple(sorted(ink(gold.page.text, [span])))
            for region in label.regions
            for span in region.mentions
        }
        doubtful = ink(gold.page.text, label.optional)
        passages = dict(article.passages())
        for number, hit in enumerate(one.hits):
            case = one.case(number, gazetteer, lexicon) if is_bare(hit) else None
            if case is None:
                continue
            place, start, end = one.reading.span(hit.start, hit.end)
            printed = sorted(source_of(passages[place], start, end))
            places = tuple(i for i in printed if not gold.page.text[i].isspace())
            if doubtful.isdisjoint(places):
                rule = ruled(case)
                yield Row(gold.page.name, dict(read_signs(case, rule)), places in told, bool(rule))


def training(left_out: str = "") -> list[Row]:
    return [row for source in SOURCES if source != left_out for row in rows(source)]


def main() -> None:
    if "--judge" in sys.argv:
        for source in SOURCES:
            print(source, tell(rows(source), fit(training(source), PENALTIES, SEEN), EVEN))
    else:
        write(fit(training(), PENALTIES, SEEN), TARGET, HEADER)


if __name__ == "__main__":
    main()
