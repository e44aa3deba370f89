"""Signs of many examples -> log-odds for each sign: what `fit_persons` and `fit_initiatives` share.

A logistic fit by CRFsuite, with L1 and L2 penalties, rounded and without what says nothing.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from wenzhai.weights import write_weights

ROUNDS = 200
YES, NO = "yes", "no"
BREAKS = frozenset("\t\n\r")


class Row(NamedTuple):
    """An example."""

    page: str
    signs: dict[str, float]
    is_one: bool
    was_taken: bool
    """By rules alone."""


def fit(data: Sequence[Row], penalties: Mapping[str, float], least: int) -> dict[str, float]:
    """Weights by sign, `always` among them; a sign that fewer pages than `least` show has none."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in data:
        for name in row.signs:
            if not BREAKS.intersection(name):  # what a line of the file cannot hold
                seen[name].add(row.page)
    trainer = pycrfsuite.Trainer(verbose=False)
    for row in data:
        signs = {name: x for name, x in row.signs.items() if len(seen[name]) >= least}
        trainer.append([{**signs, "always": 1.0}], [YES if row.is_one else NO])
    trainer.set_params({**penalties, "max_iterations": ROUNDS})
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        found: Counter[str] = Counter()
        for (name, label), weight in tagger.info().state_features.items():
            found[name] += weight if label == YES else -weight
    rounded = {name: round(weight, 3) for name, weight in sorted(found.items())}
    return {"always": 0.0} | {name: weight for name, weight in rounded.items() if weight}


def odds(table: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return table["always"] + sum(table.get(name, 0.0) * x for name, x in signs.items())


def tell(rows: Sequence[Row], table: Mapping[str, float], cut: float) -> str:
    """What rules alone and what the weights take, rightly and wrongly."""
    told = [f"{sum(row.is_one for row in rows)} labelled"]
    ways = (
        ("rules", [row.was_taken for row in rows]),
        ("signs", [odds(table, row.signs) >= cut for row in rows]),
    )
    for name, taken in ways:
        right = sum(is_taken and row.is_one for is_taken, row in zip(taken, rows, strict=True))
        told.append(f"by {name} {right} right and {sum(taken) - right} wrong")
    return ", ".join(told)


def write(table: Mapping[str, float], target: Path, header: str) -> None:
    target.write_text(header + write_weights(table), encoding="utf-8", newline="\n")
