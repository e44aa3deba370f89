"""Headlines of labelled pages, broken in two -> `wenzhai/data/segment/halves.yml`.

    python bench/fit_halves.py             (writes the file)
    python bench/fit_halves.py --judge     (each third by weights fitted on the others)

Broken in the middle, at the edge of a column and between words, against kickers with their
headlines, headlines with their subheadlines, and headlines of two articles. Also fitted on
`tests/segment/cases/stacks.txt`. `tests/gold/report` takes no part.
"""

from __future__ import annotations

import math
import random
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import rjieba
import yaml

from wenzhai.score.load import load_gold
from wenzhai.segment.furniture import furniture_reason
from wenzhai.segment.halves import half_marks
from wenzhai.segment.lines import read_lines
from wenzhai.segment.signs import read_signs

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "segment" / "halves.yml"
BROKEN_MIN, APART_MIN = 12, 8  # code points of a headline that is broken, or stands by another
COLUMNS = (12, 14, 16)
FULL_SHARE = 0.4  # of the headlines are broken at the edge of each column
INNER = (0.3, 0.7)  # shares of a headline between which it is broken between words
KICKER_MIN = 5  # code points; a shorter kicker is a label
WEIGHTS = {"wrapped": 0.5, "between words": 0.7, "apart": 1.5}
STEPS, RATE, SHRINK = 800, 0.002, 1.0
PARTS = 3
LEVELS = (0.0, 0.5, 1.0, 1.5, 2.0)


class Pair(NamedTuple):
    page: str
    upper: str
    lower: str
    kind: str
    """ "wrapped", "between words" or "apart"."""


def headlines_and_stacks() -> tuple[list[tuple[str, str]], list[Pair]]:
    """The headlines of all pages, and what stands in one stack with one."""
    heads: set[tuple[str, str]] = set()
    apart: list[Pair] = []
    for folder in ("tune", "opened", "seeds"):
        for gold in load_gold(ROOT / "tests" / "gold" / folder):
            for article in gold.articles:
                if article.headline is None:
                    continue
                name, text = gold.page.name, article.headline.text
                heads.add((name, text))
                if article.kicker and _is_kicker(article.kicker.text):
                    apart.append(Pair(name, article.kicker.text, text, "apart"))
                apart += [
                    Pair(name, text, sub.text, "apart")
                    for sub in article.subheadlines
                    if sub.text[0] not in "—─－–―-"
                ]
    table = ROOT / "tests" / "segment" / "cases" / "stacks.txt"
    for row in table.read_text(encoding="utf-8").splitlines()[1:]:
        which, upper, lower = row.split("\t")
        apart.append(Pair("stacks", upper, lower, "apart"))
        heads.add(("stacks", lower if which == "lower" else upper))
    return sorted(heads), apart


def _is_kicker(text: str) -> bool:
    (line,) = read_lines(text)[:1]
    return len(text) >= KICKER_MIN and not read_signs(line).label and not furniture_reason(line)


def pairs() -> list[Pair]:
    order = random.Random("halves")
    heads, found = headlines_and_stacks()
    for name, text in heads:
        other = order.choice(heads)[1]
        if other != text and min(len(text), len(other)) >= APART_MIN:
            found.append(Pair(name, text, other, "apart"))
        if len(text) < BROKEN_MIN:
            continue
        found.append(_broken(name, text, len(text) // 2 + 1, "wrapped"))
        for width in COLUMNS:
            if width + 1 < len(text) < 2 * width and order.random() < FULL_SHARE:
                found.append(_broken(name, text, width, "wrapped"))
        places = [at for at in _word_ends(text) if INNER[0] <= at / len(text) <= INNER[1]]
        if places:
            found.append(_broken(name, text, order.choice(places), "between words"))
    return [pair for pair in found if pair.upper and pair.lower]


def _broken(name: str, text: str, at: int, kind: str) -> Pair:
    return Pair(name, text[:at].rstrip(), text[at:].lstrip(), kind)


def _word_ends(text: str) -> list[int]:
    found = [0]
    for word in rjieba.cut(text, False):
        found.append(found[-1] + len(word))
    return found[1:]


def fit(rows: Sequence[tuple[dict[str, float], Pair]]) -> dict[str, float]:
    """Logistic regression by plain steps."""
    weights = dict.fromkeys(rows[0][0], 0.0)
    for _ in range(STEPS):
        steps = {name: -SHRINK * weight for name, weight in weights.items()}
        for marks, pair in rows:
            error = WEIGHTS[pair.kind] * ((pair.kind != "apart") - _chance(weights, marks))
            for name, x in marks.items():
                steps[name] += error * x
        weights = {name: weight + RATE * steps[name] for name, weight in weights.items()}
    return weights


def _points(weights: dict[str, float], marks: dict[str, float]) -> float:
    return sum(weights[name] * x for name, x in marks.items())


def _chance(weights: dict[str, float], marks: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, _points(weights, marks)))))


def judge(rows: Sequence[tuple[dict[str, float], Pair]]) -> None:
    told: list[tuple[float, bool]] = []
    for part in range(PARTS):
        inside = [zlib.crc32(pair.page.encode()) % PARTS == part for _, pair in rows]
        weights = fit([row for row, is_in in zip(rows, inside, strict=True) if not is_in])
        told += [
            (_points(weights, marks), pair.kind != "apart")
            for (marks, pair), is_in in zip(rows, inside, strict=True)
            if is_in
        ]
    for level in LEVELS:
        found = [is_one for points, is_one in told if points > level]
        ones = sum(is_one for _, is_one in told)
        wrong = (len(found) - sum(found)) / (len(told) - ones)
        print(f"above {level}: {sum(found) / ones:.3f} of the broken, {wrong:.3f} of the others")


if __name__ == "__main__":
    seen = [(half_marks(pair.upper, pair.lower), pair) for pair in pairs()]
    if "--judge" in sys.argv:
        judge(seen)
    else:
        fitted = {name: round(weight, 2) for name, weight in fit(seen).items()}
        note = "# Fitted by bench/fit_halves.py: log-odds that two lines are one headline.\n"
        TARGET.write_text(note + yaml.safe_dump(fitted, sort_keys=False), encoding="utf-8")
