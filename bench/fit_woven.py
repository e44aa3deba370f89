"""Labelled and woven pages -> `wenzhai/data/segment/woven.yml`.

    python bench/fit_woven.py             (writes the file; some minutes)
    python bench/fit_woven.py --judge     (each half of the pages by weights fitted on the other)

Needs numpy and scipy, which the project itself does not. The right groups of a page are compared
with all that lie one step off: a unit or two moved, two groups put together or one parted, ends or
headlines of two exchanged. A logistic fit makes the right ones worth more. The points are those of
`segment/worth.py` itself, run with a vector for each weight. `tests/gold/opened` was written by
another hand than `tests/gold/tune`, so that each judges what was fitted on the other, on
`tests/gold/more`, on `tests/gold/woven`, on `tests/gold/tangled` and on what is not easy of
`bench/pages`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml
from apart import as_new, without
from folders import PRINTED, labelled
from mosaic import mosaic
from scipy.optimize import minimize
from weave import sources, weave

from wenzhai.score.gold import GoldPage
from wenzhai.segment import read_blocks
from wenzhai.segment.bundles import Bundles
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.joins import read_page
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.units import Units, read_told
from wenzhai.segment.ways import group_page
from wenzhai.segment.worth import Worth, woven_weights
from wenzhai.segment.woven import search

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "woven.yml"
HALVES = ("tune", "opened")
MORE = ("more", "woven", "tangled")  # by further hands; learnt from beside either half
WOVEN = 100  # pages made anew
WOVEN_WEIGHT = 0.5  # a page made anew counts as so much of one that somebody wrote
PLAIN_WEIGHT = 0.5  # ... and so does a written one that is not woven
# What a page counts of a folder that would outweigh all others; with 0.3 of `bench/pages` fewer articles of
# `tests/gold/report` and `later` are found (the only choice here that looked at these).
SHARES = {"tangled": 0.3, **dict.fromkeys(PRINTED, 0.1)}
SHRINK = 0.1
LONGEST = 6.0  # of a step's vector in usual steps; large groups would decide alone
RIGHT = 0.8  # body overlap at which an article is found

Part = frozenset[int]
Step = tuple[list[Part], list[Part]]
NAMES = [(t, name) for t in ("groups", "plain") for name in woven_weights()[t]]


@dataclass
class Case:
    """A page with its right groups."""

    units: Units
    owners: list[int]
    """For each unit its article; below 0 where it belongs to none."""
    lengths: list[int]
    weight: float

    def groups(self) -> list[Part]:
        members: dict[int, set[int]] = {}
        for u, owner in enumerate(self.owners):
            members.setdefault(owner, set()).add(u)
        return [frozenset(group) for group in members.values()]


def read_case(gold: GoldPage, weight: float) -> Case:
    reading = read_page(gold.page.text)
    sheet = make_sheet(reading, read_blocks(reading).blocks)
    owner = {
        i: a for a, article in enumerate(gold.articles) for s in article.spans() for i in range(*s)
    }
    units = read_told(sheet, group_page(sheet, find_cuts(sheet)).page)
    owners, lengths = [], []
    for u, unit in enumerate(units.rows):
        lines = [reading.lines[i] for i in sheet.blocks[unit.block].lines]
        seen = Counter(owner.get(i, -1) for line in lines for i in range(line.start, line.end))
        best = max(seen, key=lambda a: (seen[a], -a))
        owners.append(best if best >= 0 else -2 - u)
        lengths.append(len(sheet.blocks[unit.block].text))
    return Case(units, owners, lengths, weight)


def steps(case: Case) -> Iterator[Step]:
    """All that lies one step off the right groups: what is taken away, what comes instead."""
    groups = sorted(case.groups(), key=min)
    heads = [frozenset(u for u in g if not case.units.rows[u].is_text) for g in groups]
    for i, group in enumerate(groups):
        order = sorted(group)
        runs = [frozenset({u}) for u in order]
        if len(order) > 2:
            runs += [frozenset(pair) for pair in pairwise(order) if pair[1] == pair[0] + 1]
        for run in runs:
            rest = [group - run] if group - run else []
            yield from (([group, o], [*rest, o | run]) for o in groups if o is not group)
            if rest:
                yield [group], [*rest, run]
        for k in range(2, len(order) - 1):
            yield [group], [frozenset(order[:k]), frozenset(order[k:])]
        for other, shown in zip(groups[:i], heads[:i], strict=True):
            yield [group, other], [group | other]
            if heads[i] and shown and heads[i] != group and shown != other:
                yield [group, other], [group - heads[i] | shown, other - shown | heads[i]]
            for k in order[1:]:
                one = frozenset(u for u in group if u >= k)
                two = frozenset(u for u in other if u >= k)
                if two and two != other and len(one) + len(two) > 2:
                    yield [group, other], [group - one | two, other - two | one]


def vectors(case: Case) -> np.ndarray:
    """What each step away costs, by weight."""
    table: dict[str, dict[str, np.ndarray]] = {"groups": {}, "plain": {}}
    for k, (kind, name) in enumerate(NAMES):
        table[kind][name] = np.eye(len(NAMES))[k]
    bundles = Bundles(case.units, (), table)
    worth = Worth(case.units, table)
    known: dict[Part, np.ndarray] = {}

    def of(part: Part) -> np.ndarray:
        if part not in known:
            known[part] = worth.of(bundles.own(sorted(part)))
        return known[part]

    rows = [sum(map(of, come)) - sum(map(of, gone)) for gone, come in steps(case)]
    return np.array(rows).reshape(-1, len(NAMES))


def fit(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    made = [(vectors(case), case.weight) for case in cases]
    rows = np.concatenate([x for x, _ in made])
    counts = np.concatenate([np.full(len(x), weight / max(1, len(x))) for x, weight in made])
    usual = np.minimum(np.abs(rows).mean(0) * 2, 3) + 1e-2
    scaled = rows / usual
    scaled /= np.maximum(1, np.sqrt((scaled**2).sum(1)) / LONGEST)[:, None]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = scaled @ weights
        share = counts / counts.sum() * 100
        slope = (share / (1 + np.exp(-z))) @ scaled + SHRINK * weights
        return (share * np.logaddexp(0, z)).sum() + SHRINK * (weights @ weights) / 2, slope

    found = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x / usual
    table: dict[str, dict[str, float]] = {"groups": {}, "plain": {}}
    for (kind, name), weight in zip(NAMES, found, strict=True):
        table[kind][name] = round(float(weight), 3)
    return table


def training(halves: Sequence[str]) -> list[Case]:
    cases = []
    for half in (*halves, *PRINTED):
        with as_new(half):
            for gold in labelled(half):
                if half in PRINTED and gold.level == "easy":
                    continue
                case = read_case(gold, 1.0)
                case.weight = 1.0 if case.units.is_woven else PLAIN_WEIGHT
                case.weight *= SHARES.get(half, 1.0)
                cases.append(case)
    pool = [source for source in sources(halves) if len(source.body) > 1]
    with without(*halves):
        for number in range(WOVEN):
            page = mosaic(number, pool) if number % 3 else weave(number, "hard", pool)
            cases.append(read_case(page, WOVEN_WEIGHT))
    return cases


def judge() -> None:
    for half, other in (HALVES, HALVES[::-1]):
        table = fit(training([other, *MORE]))
        total: Counter[str] = Counter()
        right: Counter[str] = Counter()
        with as_new(half):
            cases = [(gold, read_case(gold, 1.0)) for gold in labelled(half)]
        for gold, case in cases:
            if not case.units.is_woven:
                continue
            bundles = Bundles(case.units, range(len(case.units.rows)), table)
            search(bundles)
            found = [frozenset(g.texts) for g in bundles.groups.values()]
            for group in case.groups():
                texts = frozenset(u for u in group if case.units.rows[u].is_text)
                if not texts or case.owners[min(group)] < 0:
                    continue
                total[gold.level] += 1
                right[gold.level] += any(_overlap(case, texts, f) >= RIGHT for f in found)
        for level in sorted(total):
            print(f"{half:8}{level:8}{total[level]:5} {right[level] / total[level]:.3f}")


def _overlap(case: Case, one: Part, two: Part) -> float:
    return sum(case.lengths[u] for u in one & two) / sum(case.lengths[u] for u in one | two)


def write() -> None:
    head = "# Points (log-odds) for one article of a page whose articles are woven; fitted by\n"
    head += "# bench/fit_woven.py.\n"
    text = yaml.safe_dump(fit(training([*HALVES, *MORE])), allow_unicode=True, sort_keys=False)
    FILE.write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
