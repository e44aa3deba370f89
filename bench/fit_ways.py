"""Labelled pages -> `wenzhai/data/segment/ways.yml`: is a page read article by article, or as woven?

    python bench/fit_ways.py             (writes the file; some minutes)
    python bench/fit_ways.py --judge     (folders of one kind by weights fitted without them; as long)

Needs numpy and scikit-learn, which the project itself does not. Each page is read both ways, as the
program sees a page that is new to it; a page counts as much as one way finds more articles and headlines
than the other. `tests/gold/report`, `later` and `provinces` take no part. To be run again whenever
grouping changes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
import yaml
from apart import as_new
from folders import APART, labelled
from sklearn.linear_model import LogisticRegression

from wenzhai.score.gold import GoldLevel, GoldPage
from wenzhai.score.segmentation import score_layout
from wenzhai.segment import segment, ways

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "ways.yml"
SHARPNESS = 0.1  # the smaller, the more are weights held near nothing
HEADLINE = 0.3  # what a headline more is worth, of an article
# Points that must speak for a woven page besides: more pages that are printed follow their articles than
# of those that are labelled. Of folders left out, articles found of easy, medium and hard pages that are
# asked, with 0, -0.6 and -1: 785, 852, 412; 798, 824, 414; 812, 790, 398.
LEAN = -0.6
RIGHT = 0.8  # body overlap at which an article is found


class Case(NamedTuple):
    """A page that may be woven."""

    level: GoldLevel
    marks: dict[str, float]
    found: dict[bool, tuple[int, int]]
    """By whether it is read as woven: articles and headlines that are found."""

    @property
    def gain(self) -> float:
        """By reading it as woven."""
        (plain, heads), (woven, woven_heads) = self.found[False], self.found[True]
        return woven - plain + HEADLINE * (woven_heads - heads)


def read_case(gold: GoldPage) -> Case | None:
    """None where the program does not ask."""
    found: dict[bool, tuple[int, int]] = {}
    marks: dict[str, float] = {}
    for way in (False, True):
        with mock.patch.object(ways, "is_woven", return_value=way) as asked:
            matches = score_layout(gold, segment(gold.page)).matches
        if not asked.called:
            return None
        (marks,) = asked.call_args.args
        found[way] = sum(m.overlap >= RIGHT for m in matches), sum(m.has_headline for m in matches)
    return Case(gold.level, marks, found)


@cache
def cases(folder: str) -> list[Case]:
    with as_new(folder):
        return [case for gold in labelled(folder) if (case := read_case(gold)) is not None]


def fitted(groups: Sequence[Sequence[str]]) -> dict[str, float]:
    rows = [c for group in groups for folder in group for c in cases(folder) if c.gain]
    names = [name for name in rows[0].marks if name != "always"]
    seen = np.array([[row.marks[name] for name in names] for row in rows])
    spread = seen.std(0)
    model = LogisticRegression(C=SHARPNESS, max_iter=2000)
    gains = [row.gain for row in rows]
    model.fit(seen / spread, [gain > 0 for gain in gains], sample_weight=np.abs(gains))
    weights = {"always": round(float(model.intercept_[0]) + LEAN, 3)}
    for name, weight in zip(names, model.coef_[0] / spread, strict=True):
        weights[name] = round(float(weight), 3)
    return weights


def judge() -> None:
    for group in APART:
        with mock.patch.object(
            ways, "way_weights", return_value=fitted([g for g in APART if g != group])
        ):
            found: Counter[tuple[str, str]] = Counter()
            for case in (case for folder in group for case in cases(folder)):
                for name, way in (
                    ("plain", False),
                    ("woven", True),
                    ("chosen", ways.is_woven(case.marks)),
                    ("best", case.gain > 0),
                ):
                    found[case.level, name] += case.found[way][0]
        print(*group, dict(found), flush=True)


def write() -> None:
    head = "# Log-odds that a page is to be read as woven; fitted by bench/fit_ways.py.\n"
    FILE.write_text(head + yaml.safe_dump(fitted(APART), sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
