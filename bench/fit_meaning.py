"""Labelled articles, `synopses.txt` and `fields.txt` -> `wenzhai/data/segment/meaning.txt`.

    python bench/fit_meaning.py             (writes the file; some minutes)

Needs numpy, scipy and scikit-learn, which the project itself does not. Each word and each character
gets a vector; a text is the sum of its own. They begin as a singular value decomposition of which
units stand in which article, and are then moved so that of 128 halves of articles each is nearer
to its own other half than to those of the others (noise-contrastive estimation; van den Oord et
al. 2018). `tests/gold/report` and `tests/gold/later` take no part.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from folders import LABELLED
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from weave import sources

from wenzhai.segment.meaning import SIZE, Meanings, units_of, write_unit

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "wenzhai" / "data" / "segment" / "meaning.txt"
SYNOPSES = HERE / "synopses.txt"
FIELDS = TARGET.with_name("fields.txt")
MORE = ("provinces",)
FEWEST = 3  # articles that must have a unit
COMMONEST = 0.3  # share of articles from which a unit tells nothing
FIRST_ROUNDS = 4  # in which all is learnt from; then only what was printed
ROUNDS = 8
BATCH = 128
SHARPNESS = 10.0  # by which cosines are multiplied
RATE = 0.003
DROPPED = 0.3  # of the units of a half, so that none is relied on alone
FIELD_WORDS = 24  # words of a field that are drawn at a time, as if of an article
LEAST = 6  # code points of a headline or paragraph that is learnt from
LARGEST = 0.999  # share of the numbers that are not cut off
HEADER = """\
# Units and their vectors, a byte for each number, base 64; fitted by bench/fit_meaning.py.
"""
ENDS = re.compile(r"(?<=[。！？；])")

Part = Counter[str]
Article = list[Part]
"""Its headline and paragraphs, or sentences where it has one paragraph only."""


class Vectors(NamedTuple):
    units: list[str]
    rows: np.ndarray


def articles(folders: Sequence[str]) -> list[Article]:
    found: list[Article] = []
    for source in sources(folders):
        texts = ["".join(text for _, text in source.heads), *(text for _, text in source.body)]
        texts = [text for text in texts if len(text) >= LEAST]
        if len(texts) == 1:
            sentences = [s for s in ENDS.split(texts[0]) if s]
            half = len(sentences) // 2
            texts = ["".join(sentences[:half]), "".join(sentences[half:])]
        found.append([part for text in texts if (part := units_of(text))])
    return [article for article in found if len(article) > 1]


def synopses() -> list[Article]:
    rows = [r for r in SYNOPSES.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    return [[part for text in row.split("｜") if (part := units_of(text))] for row in rows]


def fields(random: np.random.Generator) -> list[Article]:
    found = []
    for row in FIELDS.read_text(encoding="utf-8").split("\n"):
        if row and row[0] != "#":
            words = random.permutation(row.partition(":")[2].split())
            for k in range(0, len(words) - FIELD_WORDS // 2, FIELD_WORDS):
                some = words[k : k + FIELD_WORDS]
                halves = some[: FIELD_WORDS // 2], some[FIELD_WORDS // 2 :]
                found.append([units_of(" ".join(half)) for half in halves])
    return [[part for part in article if part] for article in found]


def fit(folders: Sequence[str]) -> Vectors:
    random = np.random.default_rng(0)
    some = articles(folders)
    printed = len(some)
    some += [article for article in (*synopses(), *fields(random)) if len(article) > 1]
    held = Counter(unit for article in some for unit in set().union(*article))
    units = sorted(u for u, n in held.items() if FEWEST <= n < COMMONEST * len(some))
    telling = np.array([math.log(len(some) / held[unit]) for unit in units])
    parts = _rows([part for article in some for part in article], units, telling)
    first = np.cumsum([0, *map(len, some)])
    whole = _selected([range(*pair) for pair in pairwise(first)], parts)
    norms = np.sqrt(whole.multiply(whole).sum(1)).A1
    _, strengths, right = randomized_svd(
        sparse.diags(1 / np.maximum(norms, 1e-9)) @ whole, SIZE, random_state=0, n_iter=5
    )
    table = right.T / np.sqrt(strengths)
    table *= 0.1 / table.std()
    mean, square = np.zeros_like(table), np.zeros_like(table)
    step = 0
    for turn in range(FIRST_ROUNDS + ROUNDS):
        order = random.permutation(len(some) if turn < FIRST_ROUNDS else printed)
        for k in range(0, len(order) - BATCH // 2, BATCH):
            halves: tuple[list[Sequence[int]], list[Sequence[int]]] = ([], [])
            for a in order[k : k + BATCH]:
                own = first[a] + random.permutation(first[a + 1] - first[a])
                cut = 1 if len(own) < 4 or random.random() < 0.5 else random.integers(1, len(own))
                halves[0].append(own[:cut])
                halves[1].append(own[cut:])
            slope = _slope(table, *(_dropped(_selected(h, parts), random) for h in halves))
            step += 1
            mean = 0.9 * mean + 0.1 * slope
            square = 0.99 * square + 0.01 * slope**2
            much = np.sqrt(square / (1 - 0.99**step)) + 1e-8
            table -= RATE * mean / (1 - 0.9**step) / much
    return Vectors(units, table * telling[:, None])


def _rows(parts: Sequence[Part], units: Sequence[str], telling: np.ndarray) -> sparse.csr_matrix:
    number = {unit: k for k, unit in enumerate(units)}
    cells = [
        (row, number[unit], (1 + math.log(n)) * telling[number[unit]])
        for row, part in enumerate(parts)
        for unit, n in part.items()
        if unit in number
    ]
    rows, columns, values = zip(*cells, strict=True)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(parts), len(units)))


def _selected(groups: Sequence[Sequence[int]], parts: sparse.csr_matrix) -> sparse.csr_matrix:
    """The sum of each group of rows."""
    columns = [row for group in groups for row in group]
    starts = np.cumsum([0, *map(len, groups)])
    ones = sparse.csr_matrix(
        (np.ones(len(columns)), columns, starts), shape=(len(groups), parts.shape[0])
    )
    return ones @ parts


def _dropped(rows: sparse.csr_matrix, random: np.random.Generator) -> sparse.csr_matrix:
    rows.data = rows.data * (random.random(len(rows.data)) > DROPPED)
    return rows


def _slope(table: np.ndarray, one: sparse.csr_matrix, two: sparse.csr_matrix) -> np.ndarray:
    """Of the loss: how badly each half is told to be its other half's, among all of a batch."""
    (a, long_a), (b, long_b) = _unit(one @ table), _unit(two @ table)
    points = SHARPNESS * (a @ b.T)
    own = np.eye(len(points))
    wrong = (_shares(points, 1) - own + _shares(points, 0) - own) * SHARPNESS / (2 * len(points))
    to_a, to_b = wrong @ b, wrong.T @ a
    to_a = (to_a - a * (to_a * a).sum(1, keepdims=True)) / long_a
    to_b = (to_b - b * (to_b * b).sum(1, keepdims=True)) / long_b
    return one.T @ to_a + two.T @ to_b


def _unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    norms = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return rows / norms, norms


def _shares(points: np.ndarray, axis: int) -> np.ndarray:
    found = np.exp(points - points.max(axis, keepdims=True))
    return found / found.sum(axis, keepdims=True)


def written(vectors: Vectors) -> list[str]:
    """Rows of the file: numbers are rounded to a byte."""
    scaled = vectors.rows * (127 / np.quantile(np.abs(vectors.rows), LARGEST))
    numbers = np.clip(np.rint(scaled), -127, 127).astype(int).tolist()
    return [write_unit(unit, row) for unit, row in zip(vectors.units, numbers, strict=True)]


@cache
def fitted(left_out: tuple[str, ...]) -> Meanings:
    """As fitted without some folders."""
    rows = written(fit([f for f in (*LABELLED, *MORE) if f not in left_out]))
    return Meanings(dict(row.split(" ") for row in rows))


if __name__ == "__main__":
    rows = written(fit((*LABELLED, *MORE)))
    TARGET.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
