"""Labelled pages -> `wenzhai/data/segment/confidence.yml`: how sure joins, splits, headlines are.

    python bench/fit_confidence.py             (writes the file)
    python bench/fit_confidence.py --judge     (each half by weights fitted on the other)

Needs scikit-learn, which the project itself does not. Logistic regression on what the program decides
by itself. Of `bench/pages` only the easy ones are learnt from: the tangled ones are tangled in a way of
their own, and with them other pages' figures are off (0.22 for 0.10 of `tests/gold/report`). To be run
again whenever grouping changes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from unittest import mock

import yaml
from apart import as_new
from folders import LABELLED, PRINTED, labelled
from sklearn.linear_model import LogisticRegression

from wenzhai.score.calibration import Judged, caught, worst_gap
from wenzhai.score.gold import GoldPage
from wenzhai.score.segmentation import match_articles
from wenzhai.segment import certainty, read_blocks
from wenzhai.segment.certainty import Measured, Measures, Subject, Way, confidence, measure_headline
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.drafts import draft_articles
from wenzhai.segment.finish import article_confidence, finish_layout, touching
from wenzhai.segment.joins import read_page
from wenzhai.segment.pieces import put_together
from wenzhai.segment.sheets import make_sheet

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "confidence.yml"
HALVES = (
    ("tune", "seeds", "everyday", "tangled", *PRINTED[::2]),
    ("opened", "more", "layout", "gazette", "woven", *PRINTED[1::2]),
)
SHARPNESS = 1.0  # the smaller, the more are weights held near nothing
Table = dict[Way, dict[Subject, dict[str, float]]]


@dataclass
class Example:
    """What was decided, and whether it is right."""

    level: str
    measured: Measured
    is_right: bool
    gaps: Sequence[Measured] = ()
    """Of a headline: those of its article, on which what is stated of it rests."""


def examples(gold: GoldPage) -> list[Example]:
    reading = read_page(gold.page.text)
    boxed = read_blocks(reading)
    sheet = make_sheet(reading, boxed.blocks)
    cuts = find_cuts(sheet)
    drafts = draft_articles(sheet, cuts)
    owner = {
        i: a for a, article in enumerate(gold.articles) for s in article.spans() for i in range(*s)
    }
    found: list[Example] = []
    for cut in cuts:
        measured = drafts.gaps[cut.gap.below]
        upper = reading.lines[sheet.last(cut.gap.above)]
        lower = reading.lines[sheet.first(cut.gap.below)]
        last = next((owner[i] for i in range(upper.end - 1, upper.start, -1) if i in owner), -1)
        first = next((owner[i] for i in range(lower.start, lower.end) if i in owner), -1)
        is_right = (last == first) == (measured.subject == "join")
        found.append(Example(gold.level, measured, is_right))
    whole, joined = put_together(sheet, drafts)
    layout = finish_layout(gold.page, whole, joined, cuts, boxed.decisions)
    matches = {m.found: m for m in match_articles(gold, layout)}
    starts = {
        run.source: a
        for a, x in enumerate(layout.articles)
        if x.headline
        for run in x.headline.runs
    }
    for draft in drafts.articles:
        match = draft.heading.match
        if match is None or drafts.page is None:
            continue
        number = starts.get(reading.lines[draft.heading.headline[0]].start)
        held = matches.get(number)
        measured = measure_headline(drafts.page, match, article_confidence(touching(draft, drafts)))
        is_right = held is not None and held.has_headline
        found.append(Example(gold.level, measured, is_right, touching(draft, drafts)))
    return found


def gather(folders: Sequence[str]) -> list[Example]:
    found: list[Example] = []
    for folder in folders:
        with as_new(folder):
            for gold in labelled(folder):
                if folder not in PRINTED or gold.level == "easy":
                    found.extend(examples(gold))
    return found


def fit(rows: Sequence[Example]) -> Table:
    """For each way and subject a logistic regression, headlines last."""
    table: Table = {way: {} for way in get_args(Way)}
    with mock.patch.object(certainty, "confidence_weights", return_value=table):
        for subject in get_args(Subject):
            for way in get_args(Way):
                some = [row for row in rows if row.measured[:2] == (way, subject)]
                table[way][subject] = _fit([measures_of(row) for row in some], some)
    return table


def measures_of(row: Example) -> Measures:
    measures = row.measured.measures
    return {**measures, "article": article_confidence(row.gaps)} if row.gaps else measures


def _fit(measures: Sequence[Measures], rows: Sequence[Example]) -> dict[str, float]:
    names = list(measures[0])
    seen = [[one[name] for name in names] for one in measures]
    model = LogisticRegression(C=SHARPNESS, fit_intercept=False, max_iter=1000)
    model.fit(seen, [row.is_right for row in rows])
    return {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}


def judge() -> None:
    halves = [gather(half) for half in HALVES]
    for rows, others in (halves, halves[::-1]):
        with mock.patch.object(certainty, "confidence_weights", return_value=fit(others)):
            told = [(row.level, _judged(row)) for row in rows]
        for subject in get_args(Subject):
            _say(subject, [one for _, one in told if one.subject == subject])
        for level in ("easy", "medium", "hard"):
            _say(level, [one for of, one in told if of == level])
        _say("all", [one for _, one in told])


def _judged(row: Example) -> Judged:
    subject = row.measured.subject
    measured = Measured(row.measured.way, subject, measures_of(row))
    return Judged(subject, confidence(measured), row.is_right)


def _say(name: str, told: Sequence[Judged]) -> None:
    wrong = sum(not one.is_right for one in told)
    print(
        f"{name:9} {len(told)}, wrong {wrong}: gap {worst_gap(told):.3f}, caught {caught(told):.3f}"
    )


def write() -> None:
    table = fit(gather([*LABELLED, *PRINTED]))
    head = "# Fitted by bench/fit_confidence.py: log-odds of being right.\n"
    FILE.write_text(head + yaml.safe_dump(table, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    judge() if "--judge" in sys.argv else write()
