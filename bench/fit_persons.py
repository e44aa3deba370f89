"""Candidates for names on labelled pages -> `wenzhai/data/persons/signs.tsv`.

    python bench/fit_persons.py           (writes the file; a minute)
    python bench/fit_persons.py --judge   (each folder by weights fitted without it; writes nothing)

A logistic fit (CRFsuite, L1 and L2 penalties) on what the grammars take for names in the articles
as they are labelled, in those whose names alone `persons.tsv` or `names.tsv` tell, and in the marked sentences by
which the grammars were written (`tests/persons/sentences.txt`). `tests/gold/report`, `tests/gold/later` and the sentences of
`report.txt` take no part.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from logistic import Row, fit, tell, write
from named import named_pages
from written import HANDS, LOCAL, load

from wenzhai.model import Passage
from wenzhai.recognise.persons.candidate import ACCEPT, PRIOR, Candidate
from wenzhai.recognise.persons.find import read_candidates
from wenzhai.recognise.persons.lexicon import DATA, load_lexicon
from wenzhai.recognise.persons.signs import SIGNS, read_signs
from wenzhai.recognise.persons.tokens import cut
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.oracle import layout_of
from wenzhai.score.sentences import load_sentences
from wenzhai.score.text import ink, source_of

TESTS = Path(__file__).resolve().parents[1] / "tests"
GOLD = TESTS / "gold"
MARKED = TESTS / "persons" / "sentences.txt"
MARK = re.compile(r"[〔〕]|【(?P<name>[^】|]*)(?:\|[a-z]+)?】")
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("layout", "everyday", "gazette", "woven", "tangled")
"""Folders of which `persons.tsv` tells the names."""
NAMED = "names.tsv"
ALONE = Path(__file__).with_name("persons.tsv")
SENTENCES = ("tune", "varied")
PENALTIES = {"c1": 0.5, "c2": 0.5}
EVERY = (
    4  # articles of which one is learnt from: their names are hard on purpose, too many to be usual
)
TIMES = 5  # each marked sentence stands for a kind, and counts so often
SEEN = 3  # candidates of different pages that must show a sign
HEADER = """\
# Log-odds of a name from the signs of a candidate; fitted by bench/fit_persons.py.
"""


@cache
def rows(source: str) -> list[Row]:
    """The candidates of a folder of labelled pages, or of a file of sentences."""
    is_file = source.endswith(".txt")
    if source == NAMED:
        pages = named_pages()
    else:
        pages = load_sentences(GOLD / "sentences" / source) if is_file else load(source)
    if source in LOCAL:
        pages = pages[::EVERY]
    return [row for page in pages for row in _of_page(page)]


def marked_rows() -> Iterator[Row]:
    """The candidates of the marked sentences, each paragraph by itself."""
    for number, line in enumerate(MARKED.read_text(encoding="utf-8").split("\n")):
        if line.startswith("#"):
            continue
        for paragraph in filter(None, line.split("⏎")):
            text, names = _unmarked(paragraph)
            for candidate, signs in _signs(text, is_note=False):
                if signs:
                    span = candidate.start, candidate.end
                    taken = candidate.score >= ACCEPT
                    yield Row(f"sentence {number}", signs, span in names, taken)


def _unmarked(line: str) -> tuple[str, set[tuple[int, int]]]:
    """A sentence without its marks, and where its names stand."""
    text, names, at = "", set(), 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        if mark["name"]:
            names.add((len(text), len(text) + len(mark["name"])))
            text += mark["name"]
        at = mark.end()
    return text + line[at:], names


def _signs(text: str, *, is_note: bool) -> Iterator[tuple[Candidate, dict[str, float]]]:
    lexicon, tokens = load_lexicon(), cut(text)
    return read_signs(read_candidates(text, tokens, is_note, lexicon), text, tokens, lexicon)


def _of_page(gold: GoldPage) -> Iterator[Row]:
    layout = layout_of(gold)
    articles = zip(layout.articles, gold.articles, strict=True)
    for number, (article, labelled) in enumerate(articles):
        printed = alone().get((gold.page.name.removesuffix(".txt"), number))
        names = _names(gold, labelled)
        open_to_doubt = ink(gold.page.text, labelled.optional)
        for place, passage in article.passages():
            is_note = place.field == "body" and article.body[place.number].kind == "note"
            for row, candidate, places in _of_passage(gold, passage, is_note):
                if printed is not None:
                    is_name = "".join(candidate.name.split()) in printed
                    yield row._replace(is_one=is_name)
                elif open_to_doubt.isdisjoint(places):
                    yield row._replace(is_one=places in names)


@cache
def alone() -> dict[tuple[str, int], frozenset[str]]:
    """The names in articles of which nothing else is labelled, by page and number."""
    lines = ALONE.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(page, int(number)): frozenset(names.split("、")) for page, number, names in rows}


def _names(gold: GoldPage, article: GoldArticle) -> set[tuple[int, ...]]:
    text = gold.page.text
    return {
        tuple(sorted(ink(text, [span]))) for person in article.persons for span in person.mentions
    }


def _of_passage(
    gold: GoldPage, passage: Passage, is_note: bool
) -> Iterator[tuple[Row, Candidate, tuple[int, ...]]]:
    """Each candidate with its printed places; whether it is a name is said later."""
    for candidate, signs in _signs(passage.text, is_note=is_note):
        if signs:
            printed = source_of(passage, candidate.start, candidate.end)
            places = tuple(i for i in printed if not gold.page.text[i].isspace())
            taken = candidate.score >= ACCEPT
            yield Row(gold.page.name, signs, False, taken), candidate, places


def training(left_out: str = "") -> list[Row]:
    every = (*FOLDERS, *OTHERS, NAMED, *HANDS, *(f"{name}.txt" for name in SENTENCES))
    sources = [source for source in every if source != left_out]
    return [*(TIMES * list(marked_rows())), *(row for source in sources for row in rows(source))]


def judge() -> None:
    for source in (*FOLDERS, *OTHERS, NAMED):
        table = fit(training(source), PENALTIES, SEEN)
        print(source, tell(rows(source), table, PRIOR))


def main() -> None:
    write(fit(training(), PENALTIES, SEEN), DATA / SIGNS, HEADER)


if __name__ == "__main__":
    judge() if "--judge" in sys.argv else main()
