"""Characters per CPU second of each pass by itself, and how its cost grows with the page.

Called by `run.py --speed`. The knowledge is loaded and every pass has run once before the clock
starts. Growth: the slope of log(seconds) over log(characters), pages of up to 100,000.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from corpus import homes
from corpus import page as page_text
from corpus_knowledge import read_words

from wenzhai.dates import date_articles
from wenzhai.kinds import KINDS, NAMES, Kind, Scene, find_links, find_names
from wenzhai.model import Page
from wenzhai.recognise.persons import find_persons
from wenzhai.recognise.persons.find import read_text
from wenzhai.recognise.regions import find_regions
from wenzhai.recognise.words import tagged
from wenzhai.record import Lexicons, load_lexicons
from wenzhai.resolve.persons import resolve_persons
from wenzhai.resolve.regions import resolve_regions
from wenzhai.segment import segment
from wenzhai.topics import topics_of

try:
    import jieba
    from jieba import posseg
except ImportError:  # only the comparison needs it
    jieba = posseg = None

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
GENERATED_PAGES = 40  # 200 articles, some 220,000 characters
LENGTHS = (
    6_250,
    12_500,
    25_000,
    50_000,
    100_000,
)  # code points of the pages that growth is read off
ROUNDS = 3  # the best of them counts: the machine is shared
LENGTH_A_PAGE_ARTICLE = 1_000  # code points an article at least, to ask for enough


class Case:
    """A page with what each pass needs of the passes before."""

    def __init__(self, text: str, known: Lexicons) -> None:
        self.known = known
        self.page = Page("page.txt", "page", text, "utf-8", sha256(text.encode()).hexdigest())
        self.layout = date_articles(segment(self.page), self.page)
        self.persons = find_persons(self.layout, self.page, known.persons)
        self.regions = find_regions(self.layout, self.page, known.gazetteer, self.persons)
        self.scene = Scene(self.layout, self.page, None, find_names(self.layout, self.page, None))
        self.whole = Scene(self.layout, self.page, None, find_links(self.layout, self.page, None))


def _segment(case: Case) -> None:
    read_text.cache_clear()
    segment(case.page)


def _dates(case: Case) -> None:
    date_articles(case.layout, case.page)


def _persons(case: Case) -> None:
    read_text.cache_clear()
    resolve_persons(case.layout, find_persons(case.layout, case.page, case.known.persons))


def _regions(case: Case) -> None:
    gazetteer = case.known.gazetteer
    found = find_regions(case.layout, case.page, gazetteer, case.persons)
    resolve_regions(case.layout, found, gazetteer, None)


def _names(case: Case) -> None:
    _persons(case)
    _regions(case)


def _topics(case: Case) -> None:
    for article in case.layout.articles:
        topics_of(article, case.known.topics)


def _told(kind: Kind) -> Callable[[Case], None]:
    """What is read off the names, each with all kinds before it known."""

    def run(case: Case) -> None:
        kind.links(case.scene if kind.id == "organisation" else case.whole)

    return run


PASSES: tuple[tuple[str, Callable[[Case], None]], ...] = (
    ("segment", _segment),
    ("dates", _dates),
    ("persons", _persons),
    ("regions", _regions),
    *((kind.folder, _told(kind)) for kind in KINDS if kind.id not in NAMES),
    ("topics", _topics),
)


def main() -> None:
    before = time.process_time()
    known = load_lexicons()
    print(f"loading the knowledge: {time.process_time() - before:.2f} CPU seconds")
    words = read_words()
    counties = homes(words)
    seeds = [Case(p.read_text(encoding="utf-8"), known) for p in sorted(SEEDS.glob("*.txt"))]
    texts = [page_text(number, 5, words, counties) for number in range(GENERATED_PAGES)]
    generated = [Case(text, known) for text in texts]
    long: list[Case] = []
    for length in LENGTHS:
        text = page_text(9_000, length // LENGTH_A_PAGE_ARTICLE + 5, words, counties)[:length]
        long.append(Case(text, known))
    print("\n| pass | seeds | generated | growth | at 100,000 |\n|---|--:|--:|--:|--:|")
    totals = [0.0, 0.0, 0.0]
    for name, run in PASSES:
        costs = [seconds(run, cases) for cases in (seeds, generated, long[-1:])]
        totals = [total + cost for total, cost in zip(totals, costs, strict=True)]
        growth = slope([(len(each.page.text), seconds(run, [each])) for each in long])
        row(name, costs, growth, (seeds, generated, long[-1:]))
    row("all", totals, None, (seeds, generated, long[-1:]))
    whole = [seconds(_whole, cases) for cases in (seeds, generated, long[-1:])]
    row("all in one run", whole, None, (seeds, generated, long[-1:]))
    beside_jieba((seeds, generated, long[-1:]))


def beside_jieba(sets: tuple[list[Case], ...]) -> None:
    """Persons and regions together, memory of texts emptied, and `jieba.posseg` on the same text."""
    print()
    row("persons and regions", [seconds(_afresh, cases) for cases in sets], None, sets)
    if jieba is None:
        print("jieba is missing: pip install -r requirements-bench.txt, to see it beside ours")
        return
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    row("jieba.posseg", [seconds(_posseg, cases) for cases in sets], None, sets)


def _afresh(case: Case) -> None:
    tagged.cache_clear()
    _names(case)


def _whole(case: Case) -> None:
    """A page as a build reads it."""
    tagged.cache_clear()
    read_text.cache_clear()
    layout = date_articles(segment(case.page), case.page)
    for article, links in zip(layout.articles, find_links(layout, case.page, None), strict=True):
        topics_of(article, case.known.topics, links)


def _posseg(case: Case) -> None:
    for _ in posseg.cut(case.page.text):
        pass


def seconds(run: Callable[[Case], None], cases: Iterable[Case]) -> float:
    """CPU seconds for all cases, the best of some rounds."""
    best = math.inf
    for _ in range(ROUNDS):
        before = time.process_time()
        for case in cases:
            run(case)
        best = min(best, time.process_time() - before)
    return best


def slope(points: list[tuple[int, float]]) -> float:
    """Of the straight line through the logarithms, least squares."""
    x = [math.log(length) for length, _ in points]
    y = [math.log(max(cost, 1e-6)) for _, cost in points]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - mean_x) ** 2 for a in x)


def row(name: str, costs: list[float], growth: float | None, sets: tuple[list[Case], ...]) -> None:
    lengths = [sum(len(case.page.text) for case in cases) for cases in sets]
    rates = [f"{length / cost:,.0f}" for length, cost in zip(lengths, costs, strict=True)]
    shown = "" if growth is None else f"{growth:.2f}"
    print(f"| {name} | {rates[0]} | {rates[1]} | {shown} | {rates[2]} |", flush=True)


if __name__ == "__main__":
    main()
