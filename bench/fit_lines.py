"""Lines of labelled pages -> `wenzhai/data/segment/lines.crf`, what each line is set as.

    python bench/fit_lines.py             (writes the file; some minutes)
    python bench/fit_lines.py --judge     (each folder by a model fitted without it; writes nothing)

A conditional random field (CRFsuite, L-BFGS with L1 and L2 penalties). `tests/gold/report` takes no
part. Pages of one hand look alike, so `--judge` leaves out whole folders; and what is fitted on the
tags of labelled pages sees them as tagged by another model (`apart`).
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pycrfsuite
from folders import APART, FOLDERS, PRINTED, labelled

from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.segment.joins import Reading, read_page
from wenzhai.segment.roles import first_roles
from wenzhai.segment.tagger import BEGINS, REST
from wenzhai.segment.traits import read_traits

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "segment" / "lines.crf"
PENALTIES = {"c1": 0.03, "c2": 0.7}
ROUNDS = 120
REAL, TIMES = "seeds", 3  # pages that a paper printed count so many times
LABELLED_TIMES = 2
"""... and so do those of `tests/gold`: those of `bench/pages` are as many and of fewer ways."""
EASY = "easy-"
"""Of `bench/pages` these only: with its tangled pages, too, those of other hands lose (articles of
`everyday` 440 to 431 of 541, of `tangled` 183 to 174 of 678, by models without them)."""
NOTE_LINES = 2  # a longer note is a paragraph (编者按)


class Example(NamedTuple):
    page: str
    traits: list[list[str]]
    labels: list[str]


Unit = tuple[str, int]
"""What a line is part of: a name, and the offset of its first character."""


def label_lines(gold: GoldPage, page: Reading) -> tuple[list[str], list[Unit]]:
    """What each line of a labelled page is set as, and what it is part of."""
    text = gold.page.text
    of: dict[int, Unit] = {}
    begins: set[int] = set()
    opening: set[int] = set()
    for article in gold.articles:
        for name, spans in _parts(article, text):
            first = spans[0][0]
            begins.add(first)
            of.update((i, (name, first)) for start, end in spans for i in range(start, end))
        opening.add(min(start for start, _ in article.spans()))
    for (start, end), reason in gold.furniture:
        name = "label" if reason == "box label" else "furniture"
        begins.update(range(start, end))
        of.update((i, (name, start)) for i in range(start, end))
    labels: list[str] = []
    units: list[Unit] = [("", -1)]
    for line in page.lines:
        printed = [i for i in range(line.start, line.end) if not text[i].isspace()]
        unit = Counter(of[i] for i in printed).most_common(1)[0][0]
        name = unit[0]
        is_rest = begins.isdisjoint(i for i in printed if of[i] == unit)
        if name != "paragraph":
            is_rest = is_rest and unit == units[-1]  # a torn half is a line by itself
        opens = name not in ("label", "furniture") and not opening.isdisjoint(printed)
        labels.append(name + REST * is_rest + BEGINS * opens)
        units.append(unit)
    return labels, units[1:]


def _parts(article: GoldArticle, text: str) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    if article.kicker is not None:
        yield "kicker", article.kicker.spans
    if article.headline is not None:
        yield "headline", article.headline.spans
    for sub in article.subheadlines:
        yield "subheadline", sub.spans
    for paragraph in article.body:
        printed = "".join(text[start:end] for start, end in paragraph.spans)
        is_line = "。" not in printed and printed.count("\n") < NOTE_LINES
        if paragraph.kind == "note" and is_line:
            yield "note", paragraph.spans
        else:
            yield ("crosshead" if paragraph.kind == "crosshead" else "paragraph"), paragraph.spans


@cache
def examples(folder: str) -> list[Example]:
    """The lines of each page of a folder of `tests/gold`, as printed and not wrapped."""
    found = []
    for gold in labelled(folder):
        page = read_page(gold.page.text)
        labels, units = label_lines(gold, page)
        found.append(Example(gold.page.name, _traits(page), labels))
        whole, labels = unwrap(page, labels, units)
        if len(whole.lines) == len(labels) < len(page.lines):
            found.append(Example(f"{gold.page.name}, not wrapped", _traits(whole), labels))
    return found


def _traits(page: Reading) -> list[list[str]]:
    first = first_roles(page)
    return read_traits(page, first.roles, first.shows)


def unwrap(
    page: Reading, labels: Sequence[str], units: Sequence[Unit]
) -> tuple[Reading, list[str]]:
    """The same page from a program that gives on one line what stands together of a paragraph."""
    rows: list[str] = []
    kept: list[str] = []
    for i, line in enumerate(page.lines):
        if i and units[i][0] == "paragraph" and units[i] == units[i - 1]:
            rows[-1] += line.text
            continue
        rows += [""] * line.blank
        rows.append("\u3000" * line.indent + line.text)
        kept.append(labels[i])
    return read_page("\n".join(rows)), kept


def fit(data: Iterable[Example], target: str) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in data:
        trainer.append(example.traits, example.labels)
    trainer.set_params(
        {**PENALTIES, "max_iterations": ROUNDS, "feature.possible_transitions": True}
    )
    trainer.train(target)


def training(left_out: Sequence[str]) -> Iterator[Example]:
    """What a model is fitted on."""
    for folder in FOLDERS:
        if folder not in left_out:
            if folder in PRINTED:
                yield from (page for page in examples(folder) if page.page.startswith(EASY))
                continue
            for _ in range(LABELLED_TIMES * (TIMES if folder == REAL else 1)):
                yield from examples(folder)


@cache
def fitted(left_out: tuple[str, ...]) -> pycrfsuite.Tagger:
    found = pycrfsuite.Tagger()
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        fit(training(left_out), file.name)
        found.open(file.name)  # reads all of it
    return found


def judge() -> None:
    total: Counter[tuple[str, str]] = Counter()
    for left_out in APART:
        found = fitted(left_out)
        here: Counter[tuple[str, str]] = Counter()
        for folder in left_out:
            for page in examples(folder):
                tags = found.tag(page.traits)
                here.update(zip(map(_bare, page.labels), map(_bare, tags), strict=True))
        print(*left_out, tell(here))
        total += here
    print("all", tell(total))


def _bare(label: str) -> str:
    return label.removesuffix(BEGINS)


def tell(pairs: Counter[tuple[str, str]]) -> str:
    """Share of lines that are right, and precision and recall of each name."""
    right = sum(n for (a, b), n in pairs.items() if a == b) / pairs.total()
    told = [f"{right:.3f}"]
    for name in sorted({a for a, _ in pairs}):
        true = pairs[name, name]
        found = sum(n for (_, b), n in pairs.items() if b == name)
        had = sum(n for (a, _), n in pairs.items() if a == name)
        told.append(f"{name} {true / max(1, found):.2f}/{true / had:.2f}")
    return " ".join(told)


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        fit(training(()), str(TARGET))
