"""Labelled pages -> `wenzhai/data/segment/confidence.yml`: how sure joins, splits, headlines are.

    python bench/fit_confidence.py             (writes the file)
    python bench/fit_confidence.py --judge     (each half by weights fitted on the other)

Logistic regression on what the program decides by itself. To be run again whenever grouping changes.
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import yaml
from apart import as_new
from folders import labelled

from wenzhai.score.calibration import Judged, caught, worst_gap
from wenzhai.score.gold import GoldPage
from wenzhai.score.segmentation import match_articles
from wenzhai.segment import read_blocks
from wenzhai.segment.certainty import Measures, confidence_weights, measure_headline
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.drafts import draft_articles
from wenzhai.segment.finish import article_confidence, finish_layout
from wenzhai.segment.joins import read_page
from wenzhai.segment.pieces import put_together
from wenzhai.segment.sheets import make_sheet

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "confidence.yml"
HALVES = (
    ("tune", "seeds", "everyday", "tangled"),
    ("opened", "more", "layout", "gazette", "woven"),
)
ROUNDS = 200
RATE = 0.3
SHRINK = 1e-3
Example = tuple[Measures, bool]
Table = dict[str, dict[str, float]]


def examples(gold: GoldPage) -> dict[str, list[Example]]:
    """What was decided, by kind, with whether it is right."""
    reading = read_page(gold.page.text)
    boxed = read_blocks(reading)
    sheet = make_sheet(reading, boxed.blocks)
    cuts = find_cuts(sheet)
    drafts = draft_articles(sheet, cuts)
    owner = {
        i: a for a, article in enumerate(gold.articles) for s in article.spans() for i in range(*s)
    }
    found: dict[str, list[Example]] = defaultdict(list)
    for cut in cuts:
        kind, measures = drafts.gaps[cut.gap.below]
        upper = reading.lines[sheet.last(cut.gap.above)]
        lower = reading.lines[sheet.first(cut.gap.below)]
        last = next((owner[i] for i in range(upper.end - 1, upper.start, -1) if i in owner), -1)
        first = next((owner[i] for i in range(lower.start, lower.end) if i in owner), -1)
        found[kind].append((measures, (last == first) == (kind == "join")))
    whole, joined = put_together(sheet, drafts)
    layout = finish_layout(gold.page, whole, joined, cuts, boxed.decisions)
    matches = {m.found: m for m in match_articles(gold, layout)}
    starts = {
        run.source: a
        for a, x in enumerate(layout.articles)
        if x.headline
        for run in x.headline.runs
    }
    for draft in drafts.articles:
        match = draft.heading.match
        if match is None or drafts.page is None:
            continue
        number = starts.get(reading.lines[draft.heading.headline[0]].start)
        held = matches.get(number)
        sure = article_confidence(draft, drafts)
        measures = measure_headline(drafts.page, match, sure)
        found["headline"].append((measures, held is not None and held.has_headline))
    return found


def gather(folders: Sequence[str]) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = defaultdict(list)
    for folder in folders:
        with as_new(folder):
            for gold in labelled(folder):
                for kind, rows in examples(gold).items():
                    found[kind].extend(rows)
    return found


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """By steps that shrink as a weight has been moved (AdaGrad)."""
    weights = dict.fromkeys(rows[0][0], 0.0)
    moved = dict.fromkeys(weights, 1e-6)
    order = random.Random("confidence")
    shuffled = list(rows)
    for _ in range(ROUNDS):
        order.shuffle(shuffled)
        for measures, is_right in shuffled:
            error = is_right - stated(weights, measures)
            for name, value in measures.items():
                step = error * value - SHRINK * weights[name]
                moved[name] += step * step
                weights[name] += RATE * step / math.sqrt(moved[name])
    return {name: round(weight, 3) for name, weight in weights.items()}


def stated(weights: Measures, measures: Measures) -> float:
    points = sum(weights[name] * value for name, value in measures.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, points))))


def judge() -> None:
    for folders, others in (HALVES, HALVES[::-1]):
        fitted, judged = gather(others), gather(folders)
        for kind, rows in sorted(judged.items()):
            weights = fit(fitted[kind])
            told = [Judged(kind, stated(weights, m), is_right) for m, is_right in rows]
            print("+".join(folders), kind, len(told), worst_gap(told), caught(told))


def write() -> None:
    table: Table = {}
    # What is stated of headlines rests on what is stated of gaps.
    for kinds in (("join", "split"), ("headline",)):
        confidence_weights.cache_clear()
        rows = gather([folder for half in HALVES for folder in half])
        table |= {kind: fit(rows[kind]) for kind in kinds}
        old = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        text = yaml.safe_dump({**old, **table}, allow_unicode=True, sort_keys=False)
        FILE.write_text(
            "# Fitted by bench/fit_confidence.py: log-odds of being right.\n" + text,
            encoding="utf-8",
        )


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
