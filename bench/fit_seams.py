"""Labelled pages -> `wenzhai/data/segment/seams.csv`.

    python bench/fit_seams.py            (writes the file; some seconds)
    python bench/fit_seams.py --judge    (each hand by what was fitted without it; writes nothing)

Paragraphs are broken anywhere that a compositor would break them; what stands behind the break is
told from the middle of another sentence of the page, and the beginning of a paragraph from the
same. Counted and fitted on the labelled pages alone.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unittest import mock

import rjieba
from folders import GOLD

from wenzhai.model import Span
from wenzhai.score.gold import GoldPage
from wenzhai.score.load import load_gold
from wenzhai.segment import seams
from wenzhai.segment.displays import display_marks, may_be_display
from wenzhai.segment.ends import Seams
from wenzhai.segment.joins import read_page
from wenzhai.segment.seams import Tables, join_marks, read_head, read_tail, start_marks
from wenzhai.segment.signs import BAD_START, HAN, TERMINAL

FILE = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment" / "seams.csv"
TEXTS = frozenset(["paragraph", "lead", "answer", "question", "list"])
HANDS = {"tune": ("tune", "seeds"), "opened": ("opened",)}
A_BREAK = 20  # characters of a paragraph for each break that is tried in it
OTHERS = 3  # beginnings from elsewhere for each true one
LEAST = 12  # code points of a paragraph that is broken
PAIR_MIN = 2  # times that a pair of characters must be seen to stand in the table
KIND_MIN = 0.2  # log of a ratio below which a pair of kinds of words says nothing
KIND_GROUND = 3.0  # pairs of kinds of words that are believed seen before counting
ROUNDS = 10
RATE = 0.15
SHRINK = 1e-4

Marks = Mapping[str, float]
Example = tuple[Marks, bool]


def paragraphs(gold: GoldPage) -> list[str]:
    """The texts of a page, each as one line."""
    found = []
    for article in gold.articles:
        for one in article.body:
            if one.kind in TEXTS:
                text = "".join(gold.page.text[s.start : s.end] for s in one.spans)
                found.append(re.sub(r"\s*\n\s*", "", text))
    return [text for text in found if len(text) >= LEAST]


def trigrams(text: str) -> Iterator[str]:
    return map("".join, zip(text, text[1:], text[2:], strict=False))


def breaks(text: str, chance: random.Random) -> list[int]:
    """Places inside the sentences of a paragraph where a line may end."""
    found = []
    for _ in range(max(1, len(text) // A_BREAK)):
        at = chance.randrange(4, len(text) - 2)
        left, right = text[:at], text[at:]
        if BAD_START.match(right) or text[at].isspace() or text[at - 1] in " “《（(「":
            continue
        if TERMINAL.search(left[-6:]) or (
            left[-1].isascii() and left[-1].isalnum() and right[0].isascii()
        ):
            continue
        found.append(at)
    return found


def count(golds: Sequence[GoldPage]) -> Tables:
    """The tables, without weights."""
    kinds: Counter[tuple[str, str]] = Counter()
    pairs: Counter[str] = Counter()
    kind_starts: Counter[str] = Counter()
    character_starts: Counter[str] = Counter()
    for gold in golds:
        for text in paragraphs(gold):
            tags = rjieba.tag(text, False)
            kind_starts[tags[0][1]] += 1
            character_starts[text[0]] += 1
            for (word, kind), (following, other) in pairwise(tags):
                if HAN.match(word[-1]) and HAN.match(following[0]):
                    kinds[kind, other] += 1
            pairs.update(a + b for a, b in pairwise(text) if HAN.match(a) and HAN.match(b))
    seconds: Counter[str] = Counter()
    for (_, other), times in kinds.items():
        seconds[other] += times
    singles = Counter(c for pair, times in pairs.items() for c in pair for _ in range(times))
    everything = sum(pairs.values())
    pair_table = {"other": round(math.log(0.3 / 0.8), 2)}
    for pair, times in sorted(pairs.items()):
        if times >= PAIR_MIN:
            expected = singles[pair[0]] * singles[pair[1]] / 4 / everything
            pair_table[pair] = round(math.log((times - 0.7) / (expected + 0.3)), 1)
    return Tables(
        {},
        {},
        _kind_table(kinds),
        pair_table,
        _starts(kind_starts, seconds, 60, 2),
        _starts(character_starts, singles, 1000, 1),
        {},
    )


def _kind_table(kinds: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """Log of how much oftener a kind of word follows another than by chance."""
    firsts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for (kind, other), times in kinds.items():
        firsts[kind] += times
        seconds[other] += times
    total = sum(kinds.values())
    found = {}
    for kind in sorted(firsts):
        for other in sorted(seconds):
            expected = firsts[kind] * seconds[other] / total
            points = math.log(
                (kinds.get((kind, other), 0) + KIND_GROUND) / (expected + KIND_GROUND)
            )
            if abs(points) >= KIND_MIN:
                found[f"{kind} {other}"] = round(points, 2)
    return found


def _starts(
    begin: Counter[str], inside: Counter[str], spread: int, ground: int
) -> dict[str, float]:
    starting, standing = sum(begin.values()) + spread, sum(inside.values()) + spread
    found = {
        key: math.log((begin[key] + ground) / starting / ((inside[key] + ground) / standing))
        for key in sorted({*begin, *inside})
    }
    return {key: round(points, 2) for key, points in found.items() if abs(points) >= KIND_MIN}


def examples(
    golds: Sequence[GoldPage], table: Tables, seed: str, *, is_counted: bool
) -> tuple[list[Example], list[Example]]:
    """Seams and beginnings; `is_counted`: the tables were counted on these very pages."""
    chance = random.Random(seed)
    joins: list[Example] = []
    starts: list[Example] = []
    for gold in golds:
        texts = paragraphs(gold)
        seen = Counter(run for text in texts for run in trigrams(text))
        known = set(seen)
        places = [(text, at) for text in texts for at in breaks(text, chance)]
        for text, at in places:
            tail = read_tail(text[max(0, at - seams.CONTEXT) : at])
            head = read_head(text[at : at + seams.CONTEXT])
            own = {text[at - 2 : at + 1], text[at - 1 : at + 2]}
            others = known - {run for run in own if seen[run] == 1}
            pair = text[at - 1 : at + 1]
            marks = join_marks(tail, head, others, _without(table, pair) if is_counted else table)
            joins.append((marks, True))
            starts.append((start_marks(head, table), False))
            for _ in range(OTHERS):
                other, there = chance.choice(places)
                if other == text:
                    continue
                foreign = read_head(other[there : there + seams.CONTEXT])
                joins.append((join_marks(tail, foreign, known, table), False))
        starts.extend(
            (start_marks(read_head(text[: seams.CONTEXT]), table), True) for text in texts
        )
    return joins, starts


def _without(table: Tables, pair: str) -> Tables:
    """The table as if the pair at the seam had been seen once less."""
    if pair not in table.pairs:
        return table
    # Of a pair seen twice nothing is left that stands in the table.
    other = table.pairs["other"]
    lowered = table.pairs[pair] - math.log(2.0)
    return replace(table, pairs={pair: lowered if lowered >= 0 else other, "other": other})


def fit(rows: list[Example]) -> dict[str, float]:
    """Logistic regression, in log-odds for even chances, by steps that shrink (AdaGrad)."""
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(float)
    order = random.Random("fit")
    share = sum(is_true for _, is_true in rows) / len(rows)
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for marks, is_true in rows:
            given = {**marks, "always": 1.0}
            raw = sum(weights[m] * x for m, x in given.items())
            error = is_true - 1 / (1 + math.exp(-max(-30.0, min(30.0, raw))))
            for m, x in given.items():
                step = error * x - SHRINK * weights[m]
                moved[m] += step * step
                weights[m] += RATE * step / math.sqrt(1e-6 + moved[m])
    weights["always"] -= math.log(share / (1 - share))
    return {m: round(x, 3) for m, x in sorted(weights.items())}


def fitted(golds: Sequence[GoldPage]) -> Tables:
    counted = count(golds)
    joins, starts = examples(golds, counted, "seams", is_counted=True)
    table = replace(counted, joins=fit(joins), starts=fit(starts))
    with mock.patch.object(seams, "tables", return_value=table):
        return replace(table, displays=fit(display_examples(golds)))


def display_examples(golds: Sequence[GoldPage]) -> list[Example]:
    """Lines that may be display type, with whether they are."""
    found: list[Example] = []
    for gold in golds:
        page = read_page(gold.page.text)
        owner = {i: part for part, spans in _parts(gold) for s in spans for i in range(*s)}
        known = Seams(page, {}, {})
        for i, line in enumerate(page.lines):
            part = owner.get(line.start)
            if part in (*TEXTS, "display") and may_be_display(page, i):
                found.append((display_marks(page, known, i), part == "display"))
    return found


def _parts(gold: GoldPage) -> Iterator[tuple[str, Sequence[Span]]]:
    for article in gold.articles:
        yield from (("display", text.spans) for text in article.texts())
        for one in article.body:
            yield "display" if one.kind == "crosshead" else one.kind, one.spans


def area(rows: Sequence[tuple[float, bool]]) -> float:
    """The chance that a true one has more points than a false one."""
    below = found = 0
    for _, is_true in sorted(rows):
        found += below if is_true else 0
        below += not is_true
    return found / (below * (len(rows) - below))


def judge() -> None:
    for hand in HANDS:
        table = fitted([page for other in HANDS if other != hand for page in load(other)])
        with mock.patch.object(seams, "tables", return_value=table):
            joins, starts = examples(load(hand), table, "judge", is_counted=False)
            shown = display_examples(load(hand))
        for name, weights, some in (
            ("joins", table.joins, joins),
            ("starts", table.starts, starts),
            ("displays", table.displays, shown),
        ):
            points = [
                (
                    weights["always"] + sum(weights.get(m, 0.0) * x for m, x in marks.items()),
                    is_true,
                )
                for marks, is_true in some
            ]
            print(f"{hand:8} {name:8} {len(points):6} {area(points):.3f}")


def load(hand: str) -> list[GoldPage]:
    return [page for folder in HANDS[hand] for page in load_gold(GOLD / folder)]


def write() -> None:
    FILE.write_text(
        printed(fitted([page for hand in HANDS for page in load(hand)])), encoding="utf-8"
    )


def printed(table: Tables) -> str:
    rows = ["table,key,points"]
    for name in Tables.__dataclass_fields__:
        rows.extend(f"{name},{key},{points:g}" for key, points in getattr(table, name).items())
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
