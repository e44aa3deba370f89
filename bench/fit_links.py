"""Labelled pages -> `wenzhai/data/segment/links.yml` and `links-far.tsv`, which line carries on which.

    python bench/fit_links.py             (writes both files; some minutes)
    python bench/fit_links.py --judge     (each folder by weights fitted without it; writes nothing)

Needs numpy, scipy and LightGBM, which the project itself does not. Logistic fits: `first`, a line and
the row below it; `near`, a loose end and the row below it when it is known what else suits either;
`far-again`, the same of a loose end and a loose beginning further down, whose points at first sight are
of steps. `tests/gold/report` takes no part, nor do the easy pages of `bench/pages`: nothing is torn there.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from apart import as_new
from folders import APART, PRINTED, labelled
from scipy.optimize import minimize
from stepping import fit_steps

from wenzhai.score.gold import GoldPage
from wenzhai.segment.joins import Reading, read_page
from wenzhai.segment.links import Links, Marks, Weights, links_of
from wenzhai.segment.rivals import Others
from wenzhai.segment.roles import Reads, read_roles
from wenzhai.segment.tears import mend
from wenzhai.steps import write_steps

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "links.yml"
SHRINK = 0.3
FAR_SHARE = 5  # one of so many pairs that do not belong together is learnt from

Row = tuple[Marks, bool, float]
"""Marks, whether the two belong together, for how many such rows it stands."""


@dataclass
class Case:
    page: Reading
    reads: Reads
    true: dict[int, int]
    """Line -> the line that it carries on."""
    owner: dict[int, int]
    """Line of a paragraph -> its article."""
    level: str


def true_links(gold: GoldPage, page: Reading) -> tuple[dict[int, int], dict[int, int]]:
    text = gold.page.text
    line = {i: k for k, row in enumerate(page.lines) for i in range(row.start, row.end)}
    found: dict[int, int] = {}
    owner: dict[int, int] = {}
    for number, article in enumerate(gold.articles):
        for paragraph in article.body:
            lines = list(
                dict.fromkeys(
                    line[i] for s in paragraph.spans for i in range(*s) if not text[i].isspace()
                )
            )
            owner.update(dict.fromkeys(lines, number))
            found.update(zip(lines[1:], lines, strict=False))
    return found, owner


@cache
def cases(folder: str) -> list[Case]:
    found = []
    with as_new(folder):
        for gold in labelled(folder):
            if folder in PRINTED and gold.level == "easy":
                continue
            page = read_page(gold.page.text)
            found.append(Case(page, read_roles(page), *true_links(gold, page), gold.level))
    return found


def fit(rows: Sequence[Row]) -> dict[str, float]:
    names = sorted({name for marks, _, _ in rows for name in marks})
    x = np.array([[marks.get(name, 0.0) for name in names] for marks, _, _ in rows])
    y = np.array([1.0 if is_true else -1.0 for _, is_true, _ in rows])
    counts = np.array([count for _, _, count in rows])
    usual = x.std(0) + 1e-3
    scaled = np.hstack([x / usual, np.ones((len(x), 1))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = y * (scaled @ weights)
        slope = -(counts * y / (1 + np.exp(np.clip(z, -50, 50)))) @ scaled
        shrunk = np.append(weights[:-1], 0.0)
        return (counts * np.logaddexp(0, -z)).sum() + SHRINK * (
            shrunk @ shrunk
        ) / 2, slope + SHRINK * shrunk

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    table = {"always": round(float(found[-1]), 3)}
    return table | {
        name: round(float(w), 3) for name, w in zip(names, found[:-1] / usual, strict=True)
    }


def fitted(groups: Sequence[Sequence[str]]) -> Weights:
    """By the pages of some groups of folders. What weighs the points of `far` is fitted on such as the
    other groups' steps give."""
    tables: dict[str, dict[str, float]] = {}
    weights = Weights(tables, {})
    made = [
        [(case, links_of(case.page, case.reads, weights)) for f in group for case in cases(f)]
        for group in groups
    ]
    every = [one for some in made for one in some]
    tables["first"] = fit(
        [
            (links.near_marks(a, b), case.true.get(b) == a, 1.0)
            for case, links in every
            for a, b in links.near_pairs()
        ]
    )
    rows = [[row for case, links in some for row in far_rows(case, links)] for some in made]
    near: list[Row] = []
    again: list[Row] = []
    for k, some in enumerate(made):
        apart = fit_steps([row for other, found in enumerate(rows) if other != k for row in found])
        for case, links in some:
            links.weights = weights._replace(far=apart)
            more = again_rows(case, links)
            near += more[0]
            again += more[1]
    tables["near"] = fit(near)
    tables["far-again"] = fit(again)
    return weights._replace(far=fit_steps([row for found in rows for row in found]))


def far_rows(case: Case, links: Links) -> list[Row]:
    links.look()
    found: list[Row] = []
    for k, (a, b) in enumerate(links.pairs()):
        is_true = case.true.get(b) == a
        if is_true or k % FAR_SHARE == 0:
            found.append((links.far_marks(a, b), is_true, 1.0 if is_true else FAR_SHARE))
    return found


def again_rows(case: Case, links: Links) -> tuple[list[Row], list[Row]]:
    """Of loose ends and the row below them, and of those further down."""
    far = links.far()
    others = Others(far, len(links.rows))
    again: list[Row] = []
    for k, (a, b) in enumerate(far):
        is_true = case.true.get(b) == a
        if is_true or k % FAR_SHARE == 0:
            marks = links.far_again_marks(a, b, far, others)
            again.append((marks, is_true, 1.0 if is_true else FAR_SHARE))
    near = [
        (links.again_marks(a, b, others), case.true.get(b) == a, 1.0)
        for a, b in links.near
        if links.is_loose((a, b))
    ]
    return near, again


def tell(some: Sequence[Case], weights: Weights) -> Counter[str]:
    """Ends put together with the right beginning, and with wrong ones."""
    found: Counter[str] = Counter()
    for case in some:
        reads = mend(case.page, case.reads, weights)
        for b, a in enumerate(reads.carries_on):
            true = case.true.get(b, -1)
            if true >= 0 and not case.page.signs[true].is_closed:
                kind = "far" if _is_far(case, true, b) else "near"
                found[kind] += 1
                found[f"{kind} right"] += a == true
            if a >= 0 and a != true and not case.page.signs[a].is_closed:
                found["far wrong" if _is_far(case, a, b) else "near wrong"] += 1
    return found


def _is_far(case: Case, a: int, b: int) -> bool:
    return b < a or any(i in case.owner for i in range(a + 1, b))


def judge() -> None:
    for group in APART:
        weights = fitted([other for other in APART if other != group])
        for folder in group:
            for level in ("easy", "medium", "hard"):
                some = [case for case in cases(folder) if case.level == level]
                if some:
                    print(folder, level, dict(sorted(tell(some, weights).items())), flush=True)


def write() -> None:
    head = "# Log-odds of a line's carrying on another; fitted by bench/fit_links.py.\n"
    weights = fitted(APART)
    FILE.write_text(
        head + yaml.safe_dump(weights.tables, allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )
    FILE.with_name("links-far.tsv").write_text(write_steps(weights.far), encoding="utf-8")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
