"""Display lines above and below articles of labelled pages -> `wenzhai/data/segment/stacks.tsv`.

    python bench/fit_stacks.py             (writes the file; some minutes)
    python bench/fit_stacks.py --judge     (each folder by weights fitted without it; writes nothing)

Needs numpy and scipy, which the project itself does not. The lines are those that the program gives
to an article on pages that are new to it (`apart`), so that what went wrong before has its part. All
readings of a row are enumerated; the right one gains likelihood (a semi-Markov conditional random
field with an L2 penalty). `tests/segment/cases/stacks.txt` is learnt from, too; `tests/gold/report` and
`tests/gold/later` take no part.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from apart import as_new
from fit_lines import label_lines
from folders import FOLDERS, labelled
from scipy import sparse
from scipy.optimize import minimize

from wenzhai.score.gold import GoldPage
from wenzhai.segment import headlines, headroles, segment, stacks
from wenzhai.segment.contents import Contents
from wenzhai.segment.joins import read_page
from wenzhai.segment.lines import read_lines
from wenzhai.segment.readings import (
    EDGE,
    KINDS,
    LINES_MAX,
    Element,
    ElementKind,
    follows,
    read_row,
)
from wenzhai.segment.rowtraits import Row, Shown
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.signs import read_signs
from wenzhai.segment.tagger import BEGINS, REST
from wenzhai.weights import write_weights

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "segment" / "stacks.tsv"
INVENTED = ROOT / "tests" / "segment" / "cases" / "stacks.txt"
TIMES = 3  # that an invented stack counts; most of the others are of one line
MOST = 6  # lines of a row that are learnt from; all readings of more are too many
FEWEST = 3  # rows that must show a trait
PENALTY = 3.0
ROUNDS = 150
LEAST = 0.004  # weights nearer to nothing are left out
HEADER = """\
# Points (log-odds) for what the lines of a headline stack show; fitted by bench/fit_stacks.py.
"""

NO_HEADLINE = "no headline"  # of lines that are another article's; where one is asked for, idle

Reading = tuple[Element, ...]


class Case(NamedTuple):
    row: Row
    right: Reading


@cache
def cases(folder: str) -> list[Case]:
    """Of all articles of a folder whose first paragraphs are of one article."""
    found: list[Case] = []
    with as_new(folder):
        for gold in labelled(folder):
            found += _of_page(gold)
    return found


def _of_page(gold: GoldPage) -> Iterator[Case]:
    met: list[tuple[int, int, list[Row]]] = []
    real = headroles.assign_roles

    def record(
        sheet: Sheet, contents: Contents, a: int, above: list[int], below: list[int]
    ) -> headroles.Heading:
        rows = [
            headroles.make_row(sheet, contents, a, blocks, is_above)
            for blocks, is_above in ((above, True), (below, False))
        ]
        met.append((len(contents.first), sheet.first(contents.first[a]), rows))
        return real(sheet, contents, a, above, below)

    with _instead(headlines, record), _instead(stacks, record):
        segment(gold.page)
    page = read_page(gold.page.text)
    names, units = label_lines(gold, page)
    owner = {
        i: number
        for number, article in enumerate(gold.articles)
        for span in article.spans()
        for i in range(*span)
    }
    of = [owner.get(line.start, -1) for line in page.lines]
    for _, first, rows in met[-met[-1][0] :] if met else ():  # what was decided last
        for row in rows:
            lines = row.lines[-MOST:] if row.is_above else row.lines[:MOST]
            if not lines or of[first] < 0:
                continue
            told = [
                (names[line.number].removesuffix(BEGINS), units[line.number])
                if of[line.number] == of[first]
                else ("other", None)
                for line in lines
            ]
            yield Case(row.replaced(lines), _right(told))


def invented() -> Iterator[Case]:
    """Two lines without a text: a plain one and the headline."""
    for line in INVENTED.read_text(encoding="utf-8").splitlines()[1:]:
        which, *texts = line.split("\t")
        shown = []
        for number, text in enumerate(texts):
            (read,) = read_lines(text)
            signs = read_signs(read)
            shown.append(Shown(number, text, read.width, False, False, True, signs))
        kinds: tuple[ElementKind, ...] = ("kicker", "headline")
        if which == "upper":
            kinds = ("headline", "subheadline")
        right = tuple(Element(kind, k, k) for k, kind in enumerate(kinds))
        yield Case(Row(shown, "", "", is_above=True), right)


def _instead(module: object, record: object) -> AbstractContextManager[object]:
    return mock.patch.object(module, "assign_roles", record)


def _right(told: Sequence[tuple[str, object]]) -> Reading:
    """The elements of a row; a second part of a torn headline counts as another element."""
    found: list[Element] = []
    before: object = None
    is_headed = False
    for k, (label, unit) in enumerate(told):
        name = label.removesuffix(REST)
        kind: ElementKind = next((kind for kind in KINDS if kind == name), "other")
        last = found[-1] if found else None
        if last and kind != "other" and unit == before and k - last.first < LINES_MAX:
            found[-1] = last._replace(last=k)
            continue
        if is_headed and kind in ("kicker", "headline"):
            kind = "subheadline"
        is_headed = is_headed or kind == "headline"
        before = unit
        found.append(Element(kind, k, k))
    return tuple(found)


@cache
def readings(total: int) -> list[Reading]:
    """All ways to read so many lines."""
    found: list[Reading] = []

    def go(way: Reading, at: int, is_headed: bool) -> None:
        if at == total:
            found.append(way)
            return
        for kind in KINDS:
            if is_headed and kind in ("kicker", "headline"):
                continue
            for last in range(at, min(total, at + (LINES_MAX if kind != "other" else 1))):
                element = Element(kind, at, last)
                go((*way, element), last + 1, is_headed or kind == "headline")

    go((), 0, False)
    return found


def _order(reading: Reading) -> list[str]:
    kinds = [EDGE, *(element.kind for element in reading), EDGE]
    names = [follows(a, b) for a, b in pairwise(kinds)]
    return names if "headline" in kinds else [*names, NO_HEADLINE]


def fit(data: Sequence[Case]) -> dict[str, float]:
    shown = [_traits(case.row) for case in data]
    held = Counter(
        name for elements in shown for name in {n for e in elements.values() for n, _ in e}
    )
    names = sorted(name for name, count in held.items() if count >= FEWEST)
    names = [f"{kind} {name}" for kind in KINDS for name in names]
    names += sorted({name for n in range(1, MOST + 1) for r in readings(n) for name in _order(r)})
    number = {name: k for k, name in enumerate(names)}
    elements, orders, parts = _Cells(), _Cells(), _Cells()
    starts, right = [], []
    count = total = 0
    for case, traits in zip(data, shown, strict=True):
        place = {}
        for (first, last), found in traits.items():
            for kind in KINDS:
                place[Element(kind, first, last)] = total
                elements.put(total, ((number.get(f"{kind} {name}"), x) for name, x in found))
                total += 1
        starts.append(count)
        for reading in readings(len(case.row.lines)):
            if reading == case.right:
                right.append(count)
            parts.put(count, ((place[element], 1.0) for element in reading))
            orders.put(count, ((number[name], 1.0) for name in _order(reading)))
            count += 1
    rows = parts.matrix(count, total) @ elements.matrix(total, len(names))
    rows = (rows + orders.matrix(count, len(names))).tocsr()
    weights = _fitted(rows, np.array(starts), np.array(right))
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) > LEAST and name != NO_HEADLINE
    }


def _traits(row: Row) -> dict[tuple[int, int], list[tuple[str, float]]]:
    total = len(row.lines)
    return {
        (first, last): row.traits(first, last)
        for first in range(total)
        for last in range(first, min(total, first + LINES_MAX))
    }


class _Cells:
    """A sparse matrix as it is filled."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []

    def put(self, row: int, cells: Iterator[tuple[int | None, float]]) -> None:
        for column, value in cells:
            if column is not None:
                self.rows.append(row)
                self.columns.append(column)
                self.values.append(value)

    def matrix(self, height: int, width: int) -> sparse.csr_matrix:
        cells = (self.values, (self.rows, self.columns))
        return sparse.csr_matrix(cells, shape=(height, width))


def _fitted(rows: sparse.csr_matrix, starts: np.ndarray, right: np.ndarray) -> np.ndarray:
    sizes = np.diff(np.append(starts, rows.shape[0]))
    turned = rows.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        points = rows @ weights
        most = np.maximum.reduceat(points, starts)
        shares = np.exp(points - np.repeat(most, sizes))
        sums = np.add.reduceat(shares, starts)
        shares /= np.repeat(sums, sizes)
        lost = (most + np.log(sums) - points[right]).sum() + PENALTY / 2 * (weights @ weights)
        shares[right] -= 1
        return lost, turned @ shares + PENALTY * weights

    begin = np.zeros(rows.shape[1])
    return minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x


def judge() -> None:
    """Of the rows above articles, the share of headlines that are told right."""
    for folder in FOLDERS:
        weights = fit([case for other in FOLDERS if other != folder for case in cases(other)])
        print(f"{folder:10}", _share(cases(folder), weights), flush=True)


def _share(data: Sequence[Case], weights: Mapping[str, float]) -> str:
    told = [case for case in data if case.row.is_above and _headline(case.right)]
    right = sum(
        _headline(read_row(case.row, weights).elements) == _headline(case.right) for case in told
    )
    return f"{right} of {len(told)}, {right / len(told):.3f}"


def _headline(reading: Reading) -> Reading:
    return tuple(element for element in reading if element.kind == "headline")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        learnt = [case for folder in FOLDERS for case in cases(folder)]
        found = fit([*learnt, *TIMES * list(invented())])
        TARGET.write_text(HEADER + write_weights(found), encoding="utf-8")
