"""One right answer among several -> the weight of each sign: a conditional logistic fit.

Needs numpy and scipy, which the project itself does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from logistic import BREAKS
from scipy import optimize, sparse

PENALTY = 1.0
ROUNDS = 200
SEEN = 2  # pages that must show a sign
LEAST = 0.05  # log-odds; what weighs less is left out


class Example(NamedTuple):
    page: str
    candidates: list[tuple[list[str], bool]]
    """Signs of each, and whether it is right; at least one is."""


def fit(data: Sequence[Example]) -> dict[str, float]:
    """Weights by sign; a sign that fewer pages than `SEEN` show has none."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for example in data:
        for signs, _ in example.candidates:
            for sign in signs:
                seen[sign].add(example.page)
    names = sorted(
        sign
        for sign, pages in seen.items()
        if len(pages) >= SEEN and not BREAKS.intersection(sign)  # what a line cannot hold
    )
    number = {sign: i for i, sign in enumerate(names)}
    rows = [row for example in data for row in example.candidates]
    cells = [(i, number[s]) for i, (signs, _) in enumerate(rows) for s in signs if s in number]
    at, of = (np.array(column) for column in zip(*cells, strict=True))
    traits = sparse.csr_matrix((np.ones(len(at)), (at, of)), shape=(len(rows), len(names)))
    right = np.array([is_one for _, is_one in rows], dtype=float)
    sizes = np.array([len(example.candidates) for example in data])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    owner = np.repeat(np.arange(len(data)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        points = traits @ weights
        powers = np.exp(points - np.maximum.reduceat(points, starts)[owner])
        every, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        slope = traits.T @ (powers / every[owner] - powers * right / good[owner])
        cost = float(np.log(every / good).sum() + PENALTY / 2 * weights @ weights)
        return cost, slope + PENALTY * weights

    options = {"maxiter": ROUNDS}
    found = optimize.minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options=options
    )
    rounded = {name: round(float(x), 2) for name, x in zip(names, found.x, strict=True)}
    return {name: x for name, x in rounded.items() if abs(x) >= LEAST}
