"""Labelled proposals -> `wenzhai/data/proposer_signs.tsv`: who proposes, of all that are named.

    python bench/fit_proposers.py           (writes the file; a minute)
    python bench/fit_proposers.py --judge   (each source by weights fitted without it; writes nothing)

Needs numpy and scipy, which the project itself does not. A conditional logistic fit over the
candidates of each labelled proposal. `tests/gold/report` and `tests/gold/later` take no part.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from logistic import write
from proposing import SOURCES, Reading, cases, readings
from ranker import Example, fit

from wenzhai.model import Detail
from wenzhai.recognise.proposals.choice import Run, pick, read_signs
from wenzhai.recognise.proposals.learnt import grammar_of
from wenzhai.recognise.proposals.setting import Setting
from wenzhai.score.told import fold_name

TARGET = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "proposer_signs.tsv"
TIMES = 3  # each case stands for a wording, and counts so often
HEADER = """\
# Log-odds, against the others who are named, of whoever proposes; fitted by bench/fit_proposers.py.
"""


class Asked(NamedTuple):
    page: str
    setting: Setting
    run: Run
    by: frozenset[str]

    def is_right(self, who: Detail) -> bool:
        return fold_name(who.value) in self.by


@cache
def asked(source: str) -> list[Asked]:
    return [one for read in readings(source) for one in _of(read)]


def _of(read: Reading) -> Iterator[Asked]:
    for one in read.told:
        at = read.of(one)
        if at and at == list(range(at[0], at[-1] + 1)):
            rows = read.rows[at[0] : at[-1] + 1]
            own = grammar_of(rows, read.found)
            who = tuple(x for x in own.details if x.name == "who") if own else ()
            by = frozenset(map(fold_name, one.by))
            yield Asked(read.page, read.setting, Run(rows, at[0], read.rows, who), by)


def _example(one: Asked) -> Example | None:
    rows = [(signs, one.is_right(c.who)) for c, signs in read_signs(one.run, one.setting)]
    return Example(one.page, rows) if any(is_one for _, is_one in rows) else None


@cache
def examples(source: str) -> list[Example]:
    return [made for one in asked(source) if (made := _example(one))]


def training(left_out: str = "") -> list[Example]:
    written = [made for read in cases() for one in _of(read) if (made := _example(one))] * TIMES
    return [x for source in SOURCES if source != left_out for x in examples(source)] + written


def tell(source: str, table: Mapping[str, float]) -> str:
    rules = right = held = 0
    for one in asked(source):
        rules += any(one.is_right(who) for who in one.run.by_grammar)
        found = pick(table, one.run, one.setting)
        right += found is not None and one.is_right(found.who)
        held += any(one.is_right(c.who) for c, _ in read_signs(one.run, one.setting))
    return (
        f"{len(asked(source))} labelled, {held} named, right by grammar {rules}, by signs {right}"
    )


def main() -> None:
    if "--judge" in sys.argv:
        for source in SOURCES:
            print(source, tell(source, fit(training(source))), flush=True)
    else:
        write(fit(training()), TARGET, HEADER)


if __name__ == "__main__":
    main()
