"""Labelled articles -> `wenzhai/data/proposals.crf`: which sentences propose something.

    python bench/fit_proposals.py           (writes the file; half a minute)
    python bench/fit_proposals.py --judge   (each folder by a model fitted without it; writes nothing)

A conditional random field (CRFsuite, L1 and L2 penalties) over the sentences of the articles as
they are labelled, of those in `proposals.tsv`, and of the cases by which the grammar was written
(`tests/kinds/proposals.yml`). `tests/gold/report` and `tests/gold/later` take no part. Judged is
the extent alone, whoever proposes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pycrfsuite
from proposing import SOURCES, Places, Reading, cases, readings

from wenzhai.recognise.proposals.learnt import BEGINS, GOES_ON, NONE, tags_of
from wenzhai.recognise.proposals.traits import Seen, read_traits
from wenzhai.score.told import SAME_EXTENT

TARGET = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "proposals.crf"
PENALTIES = {"c1": 0.15, "c2": 1.0, "feature.minfreq": 3, "feature.possible_transitions": True}
ROUNDS = 150
TIMES = 3  # each case stands for a wording, and counts so often


class Example(NamedTuple):
    traits: list[list[str]]
    labels: list[str]
    printed: list[Places]
    """The printed places of each sentence."""
    told: list[Places]
    """... and of each labelled proposal."""
    found: list[Places]
    """... and of each that the grammar finds."""


@cache
def examples(source: str) -> list[Example]:
    return [_example(one) for one in readings(source)]


def _example(read: Reading) -> Example:
    rows = read.rows
    labels = [NONE] * len(rows)
    for one in read.told:
        at = read.of(one)
        for k in at:
            labels[k] = BEGINS if k == at[0] else GOES_ON
    return Example(
        read_traits(rows, read.setting),
        labels,
        read.printed,
        [one.places for one in read.told],
        list(_runs(read.printed, [_grammar_tag(rows, k) for k in range(len(rows))])),
    )


def _grammar_tag(rows: Sequence[Seen], k: int) -> str:
    if not rows[k].found:
        return NONE
    return GOES_ON if k and rows[k - 1].found == rows[k].found else BEGINS


def _runs(printed: Sequence[Places], tags: Iterable[str]) -> Iterator[Places]:
    run: Places = frozenset()
    for own, tag in zip(printed, tags, strict=True):
        if run and tag != GOES_ON:
            yield run
            run = frozenset()
        if tag != NONE:
            run |= own
    if run:
        yield run


def fit(data: Iterable[Example], target: str) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in data:
        trainer.append(example.traits, example.labels)
    trainer.set_params({**PENALTIES, "max_iterations": ROUNDS})
    trainer.train(target)


def _training(left_out: str = "") -> Iterator[Example]:
    yield from TIMES * [_example(one) for one in cases()]
    for source in SOURCES:
        if source != left_out:
            yield from examples(source)


def judge() -> None:
    for left_out in SOURCES:
        with tempfile.NamedTemporaryFile(suffix=".crf") as file:
            fit(_training(left_out), file.name)
            tagger = pycrfsuite.Tagger()
            tagger.open(file.name)
            data = examples(left_out)
            found = [list(_runs(e.printed, tags_of(tagger, e.traits))) for e in data]
        for name, runs in (("grammar", [e.found for e in data]), ("learnt", found)):
            print(left_out, name, _shares(data, runs), flush=True)


def _shares(data: Sequence[Example], found: Sequence[Sequence[Places]]) -> str:
    right = sum(
        any(len(run & told) >= SAME_EXTENT * len(run | told) for run in runs)
        for example, runs in zip(data, found, strict=True)
        for told in example.told
    )
    had, made = sum(len(e.told) for e in data), sum(map(len, found))
    f1 = 2 * right / max(1, had + made)
    return f"right {right} of {made} found and {had} labelled, f1 {f1:.3f}"


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        fit(_training(), str(TARGET))
