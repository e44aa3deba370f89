"""Labelled names of bodies -> `wenzhai/data/organisations.crf`: where they begin and end.

    python bench/fit_organisations.py           (writes the file; a minute)
    python bench/fit_organisations.py --judge   (each folder by a model fitted without it; writes nothing)

A conditional random field (CRFsuite, L1 and L2 penalties) over the characters of clauses that may hold
a name: of the articles as they are labelled, of those in `organisations.tsv`, of the sentences in
`sentences.txt`, and of the cases by which the rules were written (`tests/kinds/told.yml`).
`tests/gold/report` and `tests/gold/later` take no part.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite
import yaml
from marked import sentences
from written import HANDS, load

from wenzhai.kinds import find_names
from wenzhai.model import Article, Layout, Link, Mention, Page, Paragraph, Passage, Place, Run
from wenzhai.recognise.organisations.hits import hits
from wenzhai.recognise.organisations.learnt import BEGINS, ENDS, INSIDE, NONE, reading, spans
from wenzhai.recognise.organisations.lexicon import load_organisations
from wenzhai.recognise.organisations.traits import Span
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "organisations.crf"
ALONE = Path(__file__).with_name("organisations.tsv")
CASES = ROOT / "tests" / "kinds" / "told.yml"
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("layout", "everyday", "gazette", "woven", "tangled")
"""Folders of which `organisations.tsv` labels the names."""
PENALTIES = {"c1": 0.1, "c2": 0.5, "feature.minfreq": 2}
ROUNDS = 100
TIMES = 2  # each case stands for a wording, and counts so often

Names = tuple[frozenset[int], list[frozenset[int]]]
"""Printed places that are left open, and those of each name."""


class Clause(NamedTuple):
    traits: list[list[str]]
    tags: list[str]
    by_rules: list[Span]
    is_open: bool
    """Holds what careful people label differently."""


@cache
def alone() -> dict[tuple[str, int], Names]:
    """Of `organisations.tsv`: by page and number of the article."""
    found: dict[tuple[str, int], Names] = {}
    for line in ALONE.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        page, number, told = line.split("\t")
        open_places: set[int] = set()
        names: list[frozenset[int]] = []
        for span in told.split() if told != "-" else ():
            places = frozenset(range(*map(int, span.lstrip("?").split("-"))))
            if span[0] == "?":
                open_places |= places
            else:
                names.append(places)
        found[page, int(number)] = frozenset(open_places), names
    return found


@cache
def clauses(folder: str) -> list[Clause]:
    return [one for gold in load(folder) for one in _of_page(gold)]


def _of_page(gold: GoldPage) -> Iterator[Clause]:
    layout = layout_of(gold)
    links = find_names(layout, gold.page, None)
    page = gold.page.name.removesuffix(".txt")
    for number, (label, article) in enumerate(zip(gold.articles, layout.articles, strict=True)):
        names = alone().get((page, number)) or _told(gold, label)
        if names is not None:
            yield from _of_article(article, links[number], names)


def _told(gold: GoldPage, label: GoldArticle) -> Names | None:
    if label.told is None or not (label.told.organisations or label.told.topics):
        return None
    text = gold.page.text
    named = [ink(text, [span]) for one in label.told.organisations for span in one.mentions]
    return ink(text, label.told.unsure), named


def _of_article(article: Article, links: Sequence[Link], names: Names) -> Iterator[Clause]:
    by_place: defaultdict[Place, list[Link]] = defaultdict(list)
    for link in links:
        by_place[link.mention.place].append(link)
    for place, passage in article.passages():
        at = {
            source[0]: i
            for i in range(len(passage.text))
            if (source := source_of(passage, i, i + 1))
        }
        told = [
            (min(own), max(own) + 1)
            for name in names[1]
            if len(own := [at[i] for i in name if i in at]) >= 2
        ]
        unsure = [at[i] for i in names[0] if i in at]
        yield from _of_text(passage.text, by_place[place], told, unsure)


def _of_text(
    text: str, links: Iterable[Link], told: Sequence[Span], unsure: Sequence[int]
) -> Iterator[Clause]:
    regions = [link for link in links if link.mention.kind == "region"]
    persons: list[Mention] = [link.mention for link in links if link.mention.kind == "person"]
    by_rules = hits(text, regions, persons, load_organisations())
    read = reading(text, by_rules, regions, persons)
    tags = [NONE] * len(text)
    for start, end in told:
        tags[start:end] = [BEGINS, *[INSIDE] * (end - start - 2), ENDS]
    for low, high in read.clauses:
        yield Clause(
            read.traits(low, high),
            tags[low:high],
            [(h.start - low, h.end - low) for h in by_rules if low <= h.start < high],
            any(low <= i < high for i in unsure),
        )


def _as_article(texts: Sequence[str]) -> tuple[Article, tuple[Link, ...]]:
    """Paragraphs of one page."""
    runs: list[Paragraph] = []
    at = 0
    for text in texts:
        runs.append(Paragraph("paragraph", Passage(text, (Run(0, at, len(text)),))))
        at += len(text) + 1
    article = Article(None, "none", None, (), "news", (), None, tuple(runs), 1.0)
    page = Page("case.txt", "case", "\n".join(texts), "utf-8", "0" * 64)
    return article, find_names(Layout((article,), ()), page, None)[0]


@cache
def written() -> list[Clause]:
    """The marked sentences."""
    found: list[Clause] = []
    for sentence in sentences():
        _, links = _as_article([sentence.text])
        found.extend(_of_text(sentence.text, links, sentence.organisations, ()))
    return found


@cache
def cases() -> list[Clause]:
    """Those by which the rules were written: printed names, wherever they stand."""
    found: list[Clause] = []
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8")):
        if "organisations" in case:
            found.extend(_of_case(case))
    return found


def _of_case(case: Mapping[str, Any]) -> Iterator[Clause]:
    texts = [case["headline"], *case["body"]]
    _, links = _as_article(texts)
    for number, text in enumerate(texts):
        own = [link for link in links if link.mention.place == Place("body", number)]
        told: list[Span] = []
        for name in sorted(case["organisations"], key=len, reverse=True):
            at = text.find(name)
            while at >= 0:
                if not any(s < at + len(name) and at < e for s, e in told):
                    told.append((at, at + len(name)))
                at = text.find(name, at + 1)
        yield from _of_text(text, own, told, ())


def training(left_out: str = "") -> list[Clause]:
    folders = [folder for folder in (*FOLDERS, *OTHERS, *HANDS) if folder != left_out]
    found = [one for f in folders for one in clauses(f)]
    return [*found, *written(), *cases() * TIMES]


def fit(data: Iterable[Clause], target: str) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for clause in data:
        if not clause.is_open:
            trainer.append(clause.traits, clause.tags)
    trainer.set_params({**PENALTIES, "max_iterations": ROUNDS})
    trainer.train(target)


def tell(rows: Iterable[Clause], tagger: pycrfsuite.Tagger) -> str:
    """Names by rules alone and by the model, rightly and wrongly."""
    count = 0
    sums = {"rules": [0, 0], "all signs": [0, 0]}
    for clause in rows:
        if clause.is_open:
            continue
        told = set(spans(clause.tags, 0))
        count += len(told)
        for way, found in (
            ("rules", set(clause.by_rules)),
            ("all signs", set(spans(tagger.tag(clause.traits), 0))),
        ):
            sums[way][0] += len(told & found)
            sums[way][1] += len(found - told)
    ways = (f"by {way} {right} right and {wrong} wrong" for way, (right, wrong) in sums.items())
    return f"{count} labelled, " + ", ".join(ways)


def judge() -> None:
    for folder in (*FOLDERS, *OTHERS, *HANDS):
        with tempfile.NamedTemporaryFile(suffix=".crf") as file:
            fit(training(folder), file.name)
            tagger = pycrfsuite.Tagger()
            tagger.open(file.name)
            print(folder, tell(clauses(folder), tagger), flush=True)


if __name__ == "__main__":
    judge() if "--judge" in sys.argv else fit(training(), str(TARGET))
