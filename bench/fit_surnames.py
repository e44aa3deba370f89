"""Labelled surnames -> `wenzhai/data/persons/surname_signs.tsv`: when one calls somebody.

    python bench/fit_surnames.py           (writes the file; a minute)
    python bench/fit_surnames.py --judge   (each source by weights fitted without it; writes nothing)

A logistic fit (CRFsuite, L1 and L2 penalties) on the surnames beside titles, words of kin, 老 and 小
in the articles as they are labelled and in those of `articles/`. `tests/gold/report` and
`tests/gold/later` take no part.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from logistic import Row, fit, tell, write
from named import named_pages
from written import HANDS, load

from wenzhai.recognise.persons.addressed import known_surnames
from wenzhai.recognise.persons.called import called_candidates
from wenzhai.recognise.persons.candidate import ACCEPT, PRIOR
from wenzhai.recognise.persons.lexicon import DATA, load_lexicon
from wenzhai.recognise.persons.surnamed import SIGNS, read_signs
from wenzhai.recognise.persons.tokens import cut
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

NAMED = "names.tsv"
SOURCES = ("tune", "opened", "more", "seeds", "provinces", NAMED, *HANDS)
PENALTIES = {"c1": 0.3, "c2": 0.5}
SEEN = 3  # pages that must show a sign
HEADER = """\
# Log-odds of a surname that calls somebody, from its signs; fitted by bench/fit_surnames.py.
"""


@cache
def rows(source: str) -> list[Row]:
    pages = named_pages() if source == NAMED else load(source)
    return [row for page in pages for row in _of_page(page)]


def _of_page(gold: GoldPage) -> Iterator[Row]:
    lexicon = load_lexicon()
    names = {person.name for article in gold.articles for person in article.persons}
    known = known_surnames((name for name in names if len(name) > 1), lexicon)
    for label, article in zip(gold.articles, layout_of(gold).articles, strict=True):
        told = _told(gold, label)
        full = [places for places in told if len(places) > 1]
        doubtful = ink(gold.page.text, label.optional)
        for _, passage in article.passages():
            tokens = cut(passage.text)
            by_rules = {
                (c.start, c.end): c.score
                for c in called_candidates(passage.text, tokens, known, lexicon)
            }
            for span, _, signs in read_signs(passage.text, tokens, known, by_rules, lexicon):
                places = tuple(source_of(passage, *span))
                if not places or not doubtful.isdisjoint(places):
                    continue
                is_one = places in told
                if not is_one and any(set(places) <= set(name) for name in full):
                    continue  # part of a full name, which is found before
                yield Row(gold.page.name, signs, is_one, by_rules.get(span, 0.0) >= ACCEPT)


def _told(gold: GoldPage, article: GoldArticle) -> set[tuple[int, ...]]:
    return {
        tuple(sorted(ink(gold.page.text, [span])))
        for person in article.persons
        for span in person.mentions
    }


def training(left_out: str = "") -> list[Row]:
    return [row for source in SOURCES if source != left_out for row in rows(source)]


def main() -> None:
    if "--judge" in sys.argv:
        for source in SOURCES:
            print(source, tell(rows(source), fit(training(source), PENALTIES, SEEN), PRIOR))
    else:
        write(fit(training(), PENALTIES, SEEN), DATA / SIGNS, HEADER)


if __name__ == "__main__":
    main()
