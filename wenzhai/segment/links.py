"""The ends and beginnings of a page's lines -> how likely each carries on each other.

Two steps. `near`: does a line carry on the one right above it, by their seam and by what the tagger
made of both. What is not sure of that is loose, and every loose beginning is held against every
loose end above it (`far`): how well it suits the end, how much better than the other beginnings
and than what stands there, and whether both tell of the same. Weights of `data/segment/links.yml`
(logistic) and steps of `data/segment/links-far.tsv`, fitted by `bench/fit_links.py`.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from wenzhai.segment.ends import Seams
from wenzhai.segment.joins import INDENT_MIN, Reading
from wenzhai.segment.names import is_name
from wenzhai.segment.rivals import NONE, Others, Pair
from wenzhai.segment.roles import Reads
from wenzhai.segment.themes import Themes
from wenzhai.shipped import read_yaml
from wenzhai.steps import Table, load_steps, sum_points

SURE = 0.99  # chance from which a line goes on in the next and is asked nothing more
TEXT_MIN = 0.05  # chance below which a line is no text, and neither goes on nor is carried on
REACH = 60  # rows; hardly a sentence is torn further apart
NEAREST = 0.005  # chance; what is less likely is as good as impossible
SHORT, NARROW = -1.6, 1.6  # Han characters by which a line falls short, and by which columns differ
MOST = 6.0  # points and ranks that still say more

Marks = Mapping[str, float]


class Weights(NamedTuple):
    tables: Mapping[str, Mapping[str, float]]
    far: Table


@cache
def link_weights() -> Weights:
    tables = read_yaml("segment/links.yml")
    return Weights(tables, load_steps("segment/links-far.tsv"))


@dataclass(slots=True)
class Links:
    """What was asked about the ends and beginnings of a page."""

    seams: Seams
    reads: Reads
    rows: Sequence[int]
    """Lines of text and display type, in page order."""
    weights: Weights
    near: dict[Pair, float] = field(default_factory=dict)
    """Log-odds of each open end's going on in the row below it, at first sight."""
    ends: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """Loose ends and beginnings."""
    place: dict[int, int] = field(default_factory=dict)
    """Number of each row."""
    best_ends: dict[int, list[float]] = field(default_factory=dict)
    best_heads: dict[int, list[float]] = field(default_factory=dict)
    """For each beginning the points of all ends, for each end those of all beginnings; sorted."""
    themes: Themes | None = None
    """What the loose ends and beginnings tell of."""

    def __post_init__(self) -> None:
        self.place = {i: k for k, i in enumerate(self.rows)}

    def read(self) -> dict[Pair, float]:
        """Log-odds of every pair that may go together, on the next row or far away."""
        self.look()
        far = self.far()
        others = Others(far, len(self.rows))
        found = self.near | {
            pair: self.points("far-again", self.far_again_marks(*pair, far, others)) for pair in far
        }
        for pair in self.near:
            if self.is_loose(pair):
                found[pair] = self.points("near", self.again_marks(*pair, others))
        return found

    def look(self) -> None:
        """Ask the rows that follow each other; what is not sure is loose."""
        for pair in self.near_pairs():
            self.near[pair] = self.points("first", self.near_marks(*pair))
        self._loosen()

    def far(self) -> dict[Pair, float]:
        """What a pair shows is summed up from what each of the two and both together show."""
        table = self.weights.far
        ends = {a: sum_points(table, {"always": 1.0, **self.end_marks(a)}) for a in self.ends}
        heads = {b: sum_points(table, self.head_marks(b)) for b in self.heads}
        return {
            (a, b): ends[a] + heads[b] + sum_points(table, self.pair_marks(a, b))
            for a, b in self.pairs()
        }

    def points(self, table: str, marks: Marks) -> float:
        weights = self.weights.tables[table]
        points = weights["always"]
        for mark, x in marks.items():
            points += weights.get(mark, 0.0) * x
        return points

    def near_pairs(self) -> list[Pair]:
        signs = self.seams.page.signs
        return [(a, b) for a, b in pairwise(self.rows) if not signs[a].is_closed]

    def is_loose(self, pair: Pair) -> bool:
        return self.near[pair] < log_odds(SURE)

    def _loosen(self) -> None:
        """Find the loose ends and beginnings, and rank what suits each."""
        sure = [pair for pair in self.near if not self.is_loose(pair)]
        kept_ends, kept_heads = {a for a, _ in sure}, {b for _, b in sure}
        signs, tags = self.seams.page.signs, self.reads.tags
        lines = self.seams.page.lines
        texts = [
            i
            for i in self.rows
            if tags[i].chances.get("paragraph", 0.0) > TEXT_MIN and not is_name(lines[i].text)
        ]
        self.ends = [a for a in texts if a not in kept_ends and not signs[a].is_closed]
        self.heads = [b for b in texts if b not in kept_heads]
        ends: dict[int, list[float]] = {b: [] for b in self.heads}
        heads: dict[int, list[float]] = {a: [] for a in self.ends}
        for a, b in self._all():
            points = -self.seams.suits(a, b)
            ends[b].append(points)
            heads[a].append(points)
        self.best_ends = {b: sorted(found) for b, found in ends.items()}
        self.best_heads = {a: sorted(found) for a, found in heads.items()}

    def _all(self) -> list[Pair]:
        places = [self.place[b] for b in self.heads]
        return [
            (a, b)
            for a in self.ends
            for b in self.heads[
                bisect_right(places, self.place[a]) : bisect_right(places, self.place[a] + REACH)
            ]
        ]

    def pairs(self) -> list[Pair]:
        """Loose ends and beginnings that do not stand beside each other."""
        return [pair for pair in self._all() if pair not in self.near]

    def near_marks(self, a: int, b: int) -> Marks:
        """What a line and the row below it show."""
        page, tags = self.seams.page, self.reads.tags
        return {
            **self._seam_marks(a, b),
            **self._own_marks(a, b),
            "rest": _odds(tags[b].chances.get("rest", 0.0)),
            "apart": float(b - a > 1),
            "blank": float(page.lines[b].blank >= page.wide_gap),
        }

    def _own_marks(self, a: int, b: int) -> dict[str, float]:
        return self._end(a) | self._head(b)

    def _end(self, a: int) -> dict[str, float]:
        page = self.seams.page
        line, column = page.lines[a], page.columns[a]
        return {
            "text-above": _odds(self.reads.tags[a].chances.get("paragraph", 0.0)),
            "short": float(column is not None and line.width - column < SHORT),
            "comma": float(line.text[-1] in "，、；"),
        }

    def _head(self, b: int) -> dict[str, float]:
        chances, start = self.reads.tags[b].chances, self.seams.start(b)
        return {
            "below-goes-on": _odds(chances.get("goes-on", 0.0)),
            "below-text": _odds(chances.get("paragraph", 0.0)),
            "below-opens": _odds(chances.get("opens", 0.0)),
            "start": start,
            "start-good": max(0.0, start),
            "indented": float(self.seams.page.lines[b].indent >= INDENT_MIN),
        }

    def _seam_marks(self, a: int, b: int) -> dict[str, float]:
        page, seams = self.seams.page, self.seams
        suits = seams.suits(a, b)
        above, below = page.columns[a], page.columns[b]
        return {
            "suits": suits,
            "suits-good": min(MOST, max(0.0, suits)),
            "closes": float(
                any(c for c, _ in seams.head(b).opening) and bool(seams.tail(a).opened)
            ),
            "other-column": float(above is None or below is None or abs(above - below) > NARROW),
        }

    def end_marks(self, a: int) -> Marks:
        """What a loose end shows, and the row below it."""
        after = self.rows[self.place[a] + 1] if self.place[a] + 1 < len(self.rows) else a
        return {
            **self._end(a),
            "stays-behind": self.near.get((a, after), NONE),
            "next-start": self.seams.start(after),
        }

    def head_marks(self, b: int) -> Marks:
        """What a loose beginning shows, and the row above it."""
        above = self.rows[self.place[b] - 1] if self.place[b] else b
        is_closed = self.seams.page.signs[above].is_closed
        return {
            **self._head(b),
            "closed-above": float(is_closed),
            "stays-above": 0.0 if is_closed else self.near.get((above, b), NONE),
        }

    def pair_marks(self, a: int, b: int) -> Marks:
        """What a loose end and a loose beginning further down show together."""
        suits = self.seams.suits(a, b)
        ends, heads = self.best_ends[b], self.best_heads[a]
        before, behind = bisect_left(ends, -suits), bisect_left(heads, -suits)
        themes = self.themes or self._themes()
        return {
            **self._seam_marks(a, b),
            "distance": math.log(self.place[b] - self.place[a]),
            "rank-end": math.log1p(before),
            "rank-head": math.log1p(behind),
            "both-first": float(before == 0 and behind == 0),
            "lead-end": _lead(ends, before, suits),
            "lead-head": _lead(heads, behind, suits),
            "meaning": themes.meaning(a, b),
            "shared": themes.shared(a, b),
        }

    def _themes(self) -> Themes:
        self.themes = Themes(self.seams, self.ends, self.heads)
        return self.themes

    def far_marks(self, a: int, b: int) -> Marks:
        return {**self.end_marks(a), **self.head_marks(b), **self.pair_marks(a, b)}

    def again_marks(self, a: int, b: int, others: Others) -> Marks:
        """A loose end and the row below it, when it is known what else suits them."""
        return {
            "first": self.near[a, b],
            "other-head": others.of_end.get(a, NONE),
            "other-end": others.of_head.get(b, NONE),
            "torn": math.log1p(others.torn),
            "torn-share": others.torn / others.rows,
            "suits": self.seams.suits(a, b),
        }

    def far_again_marks(self, a: int, b: int, far: Mapping[Pair, float], others: Others) -> Marks:
        """The same of a loose end and a loose beginning further down."""
        z = far[a, b]
        return {
            "far": z,
            "over-head": max(-MOST, z - others.beside_end(a, z)),
            "over-end": max(-MOST, z - others.beside_head(b, z)),
            "torn": math.log1p(others.torn),
            "torn-share": others.torn / others.rows,
        }


def links_of(page: Reading, reads: Reads, weights: Weights | None = None) -> Links:
    """The ends and beginnings of a page, nothing asked yet."""
    rows = [
        i
        for i, role in enumerate(reads.roles)
        if role in ("begins", "goes-on", "display") and i not in reads.verses
    ]
    before = {i: reads.carries_on[i] for i in rows}
    seams = Seams(page, before, {a: b for b, a in before.items() if a >= 0})
    return Links(seams, reads, rows, link_weights() if weights is None else weights)


def _lead(others: Sequence[float], rank: int, suits: float) -> float:
    """Points by which a seam is better than the best other one, or worse."""
    if rank:
        return max(-MOST, suits + others[0])
    return min(MOST, suits + others[1]) if len(others) > 1 else MOST


def log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _odds(chance: float) -> float:
    return log_odds(min(1 - NEAREST, max(NEAREST, chance)))
