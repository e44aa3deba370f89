"""Articles that the project learns from -> `wenzhai/data/segment/phrases.xz` and `phrases.yml`.

    python bench/fit_phrases.py             (writes both files; half a minute)
    python bench/fit_phrases.py --judge     (some hands by what was counted and fitted without them)

Needs numpy and scikit-learn, which the project itself does not. What follows what is counted in all
articles of `tests/gold` but `report` and `later`, of `bench/pages` and of `bench/articles`. Then
paragraphs are broken anywhere that a compositor would break them, and what stands behind the break is
told from what stands behind others of the same hand. A page that is learnt from is counted, too, so
that each of its runs is seen once less.
"""

from __future__ import annotations

import lzma
import random
import sys
from collections import ChainMap, Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import rjieba
import yaml
from fit_seams import area, breaks, paragraphs
from folders import FOLDERS, labelled
from sklearn.linear_model import LogisticRegression
from written import HANDS, written_pages

from wenzhai.segment.phrases import (
    KINDS,
    RUNS,
    Kinds,
    Phrases,
    load_phrases,
    phrase_marks,
    write_phrases,
)
from wenzhai.segment.seams import CONTEXT, read_head, read_tail

DATA = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment"
SOURCES = (*FOLDERS, "provinces", *HANDS)
JUDGED = (("tangled",), ("more", "opened"), ("fujian", "gansu"))
LONGEST = max(before + behind for before, behind in RUNS)
MOST_KINDS = max(before + behind for before, behind in KINDS)
LEAST_RUN = {1: 1, 2: 2, 3: 3}  # times that a run of so many characters must be seen
LEAST_KINDS = 5  # ... and one of three kinds of words and more
DIGITS = 2  # of a number of times that are kept
A_HAND = 100  # paragraphs of a source that are broken
OTHERS = 6  # beginnings from elsewhere for each true one
SHORTEST = 20  # characters of a paragraph that is broken


class Counts(NamedTuple):
    runs: Counter[str]
    kinds: Counter[Kinds]


@cache
def texts(source: str) -> list[str]:
    pages = written_pages(source) if source in HANDS else labelled(source)
    return [text for gold in pages for text in paragraphs(gold)]


@cache
def counts(source: str) -> Counts:
    found = Counts(Counter(), Counter())
    for text in texts(source):
        for n in range(1, LONGEST + 1):
            found.runs.update(run for run in _runs(text, n) if not any(map(str.isspace, run)))
        kinds = [kind for _, kind in rjieba.tag(text, False)]
        for n in range(1, MOST_KINDS + 1):
            found.kinds.update(zip(*(kinds[k:] for k in range(n)), strict=False))
    return found


def _runs(text: str, n: int) -> Iterator[str]:
    return (text[k : k + n] for k in range(len(text) - n + 1))


def counted(left: Sequence[str]) -> Phrases:
    """Without weights; what is seen too seldom left out."""
    total = Counts(Counter(), Counter())
    for source in SOURCES:
        if source not in left:
            total.runs.update(counts(source).runs)
            total.kinds.update(counts(source).kinds)
    return Phrases(
        {r: _rounded(n) for r, n in total.runs.items() if n >= LEAST_RUN[len(r)]},
        {k: _rounded(n) for k, n in total.kinds.items() if n >= LEAST_KINDS or len(k) < 3},
        sum(n for run, n in total.runs.items() if len(run) == 1),
        sum(n for run, n in total.kinds.items() if len(run) == 1),
        {},
    )


def _rounded(times: int) -> int:
    return int(float(f"{times:.{DIGITS}g}"))


def _less(phrases: Phrases, left: str, right: str) -> Phrases:
    """As if the runs at a seam had been seen once less."""
    fewer = {}
    for before, behind in RUNS:
        run = left[-before:] + right[:behind]
        times = phrases.runs.get(run, 0) - 1
        fewer[run] = times if times >= LEAST_RUN[len(run)] else 0
    return phrases._replace(runs=ChainMap(fewer, cast(dict[str, int], phrases.runs)))


def examples(
    sources: Sequence[str], phrases: Phrases, seed: str, *, is_counted: bool
) -> Iterator[tuple[dict[str, float], bool]]:
    """Seams; `is_counted`: the texts were counted, too."""
    chance = random.Random(seed)
    for source in sources:
        long = [text for text in texts(source) if len(text) >= SHORTEST]
        some = chance.sample(long, min(len(long), A_HAND))
        places = [(text, at) for text in some for at in breaks(text, chance)]
        for text, at in places:
            left, right = text[max(0, at - CONTEXT) : at], text[at : at + CONTEXT]
            seen = _less(phrases, left, right) if is_counted else phrases
            tail = read_tail(left)
            yield phrase_marks(tail, read_head(right), frozenset(), seen), True
            for _ in range(OTHERS):
                other, there = chance.choice(places)
                if other != text:
                    head = read_head(other[there : there + CONTEXT])
                    yield phrase_marks(tail, head, frozenset(), phrases), False


def fitted(left: Sequence[str] = ()) -> Phrases:
    """By all sources but some."""
    phrases = counted(left)
    rows = list(
        examples([s for s in SOURCES if s not in left], phrases, "phrases", is_counted=True)
    )
    names = sorted({name for marks, _ in rows for name in marks})
    seen = np.array([[marks.get(name, 0.0) for name in names] for marks, _ in rows])
    spread = seen.std(0) + 1e-6
    model = LogisticRegression(max_iter=3000).fit(seen / spread, [is_true for _, is_true in rows])
    weights = {"always": round(float(model.intercept_[0]), 3)}
    for name, weight in zip(names, model.coef_[0] / spread, strict=True):
        weights[name] = round(float(weight), 3)
    return phrases._replace(weights=weights)


@cache
def weighed(left: tuple[str, ...]) -> Phrases:
    """What is counted without some sources, with the weights of the file: some thirty numbers."""
    return counted(left)._replace(weights=load_phrases().weights) if left else load_phrases()


def judge() -> None:
    for left in JUDGED:
        phrases = fitted(left)
        rows = [
            (sum(phrases.weights.get(name, 0.0) * x for name, x in marks.items()), is_true)
            for marks, is_true in examples(left, phrases, "judge", is_counted=False)
        ]
        print(f"{' '.join(left):16} {len(rows):6} {area(rows):.3f}", flush=True)


def write() -> None:
    phrases = fitted()
    packed = lzma.compress(write_phrases(phrases).encode(), preset=9 | lzma.PRESET_EXTREME)
    (DATA / "phrases.xz").write_bytes(packed)
    head = "# Log-odds of carrying on at a seam; fitted by bench/fit_phrases.py.\n"
    (DATA / "phrases.yml").write_text(
        head + yaml.safe_dump(dict(phrases.weights), allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
