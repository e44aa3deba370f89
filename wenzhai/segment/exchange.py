"""Ends and beginnings of lines -> which goes on in which, so that the whole page makes most sense.

An end and a beginning that suit each other better than what they have are given to each other;
what is freed by that comes together or stays alone. So on, with what gains most first, until
nothing gains enough. A line that neither carries on nor is carried on may be display type.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from wenzhai.segment.ends import Seams
from wenzhai.segment.likeness import LikenessOfTwo
from wenzhai.segment.roles import Reads, Role
from wenzhai.segment.seams import may_suit
from wenzhai.segment.topics import read_topics

HALF_CLOSED = frozenset("；;：:）)")  # a paragraph may end so
LOOSE = 0.0  # points of a seam below which the lines make no clear sense
REACH = 60  # lines; hardly a sentence is torn further apart
DISTANCE = 0.03  # points against going on elsewhere, for each line between
BEHIND = 1.0  # points against going on behind display type
LOST_END = 2.0  # points against a sentence that never ends
SHOWN = 1.5  # points against text of a line that was read as display type
SHOWN_FAR = 3.0  # ... when the other line stands elsewhere
MOST, MOST_APART = 9.0, 1.5  # points that a seam may have, between Chinese characters and else
DISPLAY_SLOPE, DISPLAY_BASE = 1.0, -1.0  # points of a line that stands alone, of its own as display
NEVER = -8.0  # points of a line that cannot be display type
SLACK = 1.0  # points that what is freed may gain
# Log-odds of one article from what two paragraphs share, as in grouping; between two bounds.
LIKE_SLOPE, LIKE_POWER, LIKE_GROUND, LIKE_COST = 6.6, 0.75, 20.0, 0.05
LIKE_MIN, LIKE_MAX = -1.0, 2.0


class Exchange:
    """Ends and beginnings that are given other partners as long as the page gains by it."""

    def __init__(
        self,
        seams: Seams,
        reads: Reads,
        rows: Sequence[int],
        ends: Sequence[int],
        heads: Sequence[int],
    ) -> None:
        self.seams = seams
        self.rows = rows
        self.ends = ends
        self.heads = heads
        self.follows = {b: a for a, b in pairwise(rows)}
        self.leads = dict(pairwise(rows))
        self.shows: Sequence[float | None] = reads.shows
        self.shown = {i for i in rows if reads.roles[i] == "display"}
        self.text_before: dict[int, int] = {}
        last = -1
        for i in rows:
            self.text_before[i] = last
            if i not in self.shown:
                last = i
        signs, lines = seams.page.signs, seams.page.lines
        self.closed = {i for i in rows if signs[i].is_closed}
        self.may_end = {i for i in rows if signs[i].is_closed or lines[i].text[-1] in HALF_CLOSED}
        self.before = dict(seams.before)
        self.after = dict(seams.after)
        self.open_heads = frozenset(heads).difference(self.may_end)
        self.part: dict[int, int] = {}
        self.likeness: LikenessOfTwo | None = None
        self.far: dict[tuple[int, int], float] = {}
        self.tear = self.apart = 0.0
        """Points against tearing two lines apart, and against going on elsewhere."""
        self.count = 0

    def link(self, a: int, b: int) -> float:
        """Points of carrying on a in b."""
        if a in self.closed:
            return self.seams.start(b)
        shown = SHOWN if a in self.shown or b in self.shown else 0.0
        if self.follows.get(b) == a:
            return self.seams.join(a, b) - shown
        if self.text_before[b] == a:
            return self.seams.join(a, b) - BEHIND - shown
        if (a, b) not in self.far:
            far = SHOWN_FAR if shown else 0.0
            points = self.seams.join(a, b) + self.like(a, b)
            self.far[a, b] = points - far - DISTANCE * (b - a)
        return self.far[a, b] - self.apart - self.torn(b)

    def like(self, a: int, b: int) -> float:
        """Points for one article by what the two paragraphs share."""
        if self.likeness is None:
            self.likeness = self._read_likeness()
        f, g = self.part[a], self.part[b]
        shared = self.likeness.shared(f, g)
        size, own = self.likeness.sizes[f], self.likeness.sizes[g]
        points = LIKE_SLOPE * shared / math.pow(LIKE_GROUND + size, LIKE_POWER) - LIKE_COST * own
        return max(LIKE_MIN, min(LIKE_MAX, points))

    def _read_likeness(self) -> LikenessOfTwo:
        """Of the paragraphs and parts of paragraphs, torn wherever they make no clear sense."""
        texts: list[str] = []
        heads = set(self.heads)
        for i in self.rows:
            a = self.seams.before[i]
            if a < 0 or (i in heads and self.seams.join(a, i) < LOOSE):
                self.part[i] = len(texts)
                texts.append("")
            else:
                self.part[i] = self.part[a]
            texts[self.part[i]] += self.seams.page.lines[i].text
        return LikenessOfTwo(texts, read_topics(texts).rare)

    def torn(self, b: int) -> float:
        """Points against the beginning's not carrying on what stands above it."""
        above = self.follows.get(b, -1)
        if above < 0 or above in self.may_end:
            return 0.0
        if above in self.shown or self._stands_alone(above):
            above = self.text_before[b]
            return BEHIND if above >= 0 and above not in self.closed else 0.0
        return self.tear

    def _stands_alone(self, i: int) -> bool:
        """Whether a line is display type as things stand."""
        if self.before[i] >= 0 or i in self.after or i not in self.open_heads:
            return False
        return self.alone(i) > self.begin(i) - LOST_END

    def alone(self, i: int) -> float:
        """Points of a line for being display type."""
        points = self.shows[i]
        return NEVER if points is None else DISPLAY_BASE + DISPLAY_SLOPE * points

    def begin(self, b: int) -> float:
        """Points of carrying on nothing."""
        return self.seams.start(b) - self.torn(b)

    def worth(self, i: int) -> float:
        """Points of a line's beginning and of its end."""
        a = self.before[i]
        lost = 0.0 if i in self.after or i in self.may_end else LOST_END
        if a >= 0:
            return self.link(a, i) - lost
        points = self.begin(i) - lost
        return points if i in self.after else max(points, self.alone(i))

    def is_far(self, b: int) -> bool:
        """Whether a line carries on another behind lines of text that stand between."""
        return self.before[b] >= 0 and self.before[b] not in (self.text_before[b], self.follows[b])

    def role(self, i: int) -> Role:
        """Of a line that carries on nothing."""
        if i in self.after:
            return "begins"
        if i in self.shown:
            return "display"
        lost = 0.0 if i in self.may_end else LOST_END
        return "display" if self.alone(i) > self.begin(i) - lost else "begins"

    def run(self, tear: float, apart: float, least: float) -> None:
        """Exchange what gains most, until nothing gains so much any more."""
        self.tear, self.apart = tear, apart
        gains = {pair: self._gain(*pair) for pair in self._candidates(least)}
        queue = [(-gain, a, b) for (a, b), gain in gains.items() if gain > least]
        heapq.heapify(queue)
        pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in gains:
            for i in pair:
                pairs[i].append(pair)
        done = 0
        while queue and done < len(self.heads):
            gain, a, b = heapq.heappop(queue)
            if gains[a, b] != -gain:
                continue  # it has changed since
            touched = self._touched(a, b)
            self._apply(a, b)
            self.count += 1
            done += 1
            touched |= {x for i in touched for x in (self.before[i], self.after.get(i, -1))}
            for other in {pair for i in self._affected(touched) for pair in pairs.get(i, ())}:
                new = self._gain(*other)
                if new != gains[other]:
                    gains[other] = new
                    if new > least:
                        heapq.heappush(queue, (-new, *other))

    def _candidates(self, least: float) -> list[tuple[int, int]]:
        """Ends and beginnings that may gain; (-1, b): b is parted from what it carries on."""
        found = [
            (-1, b) for b in self.heads if self.before[b] >= 0 and self.before[b] not in self.closed
        ]
        needs = {b: self.worth_of_start(b) for b in self.heads}
        rest = {a: self._releasing(a) for a in self.ends}
        heads = self.heads
        nearest = min(0.0, self.apart - LIKE_MAX)
        for a in self.ends:
            for at in range(bisect_right(heads, a), bisect_right(heads, a + REACH)):
                b = heads[at]
                needed = needs[b] - rest[a] + least - SLACK
                if needed + nearest >= MOST or self.before[b] == a:
                    continue
                if self._may_gain(a, b, needed):
                    found.append((a, b))
        return found

    def _may_gain(self, a: int, b: int, needed: float) -> bool:
        """Whether the two may have the points needed; the costly questions come last."""
        is_next = self.text_before[b] == a
        room = needed + (0.0 if is_next else self.apart - LIKE_MAX)
        if room >= MOST:
            return False
        if room >= MOST_APART and not may_suit(self.seams.tail(a), self.seams.head(b)):
            return False
        return room < self.seams.join(a, b) and needed < self.link(a, b) + self.torn(b)

    def worth_of_start(self, b: int) -> float:
        a = self.before[b]
        return self.begin(b) if a < 0 else self.link(a, b)

    def _releasing(self, a: int) -> float:
        """Points gained by the end's having another partner, before what that one brings."""
        left = self.after.get(a)
        if left is None:
            return 0.0 if a in self.may_end else LOST_END
        return self.begin(left) - self.link(a, left)

    def _touched(self, a: int, b: int) -> set[int]:
        near = {i for i in (a, b, self.before[b], self.after.get(a, -1)) if i >= 0}
        return near | {self.leads[i] for i in near if i in self.leads}

    def _affected(self, touched: Iterable[int]) -> set[int]:
        """Lines whose exchanges touch some of those touched."""
        near = {i for i in touched if i >= 0}
        near |= {self.follows[i] for i in near if i in self.follows}
        found = near | {self.before[i] for i in near} | {self.after.get(i, -1) for i in near}
        return found - {-1}

    def _gain(self, a: int, b: int) -> float:
        touched = self._touched(a, b)
        if self.before[b] == a:
            return 0.0
        old = sum(self.worth(i) for i in touched)
        befores = {i: self.before[i] for i in touched}
        afters = {i: self.after.get(i) for i in touched}
        self._apply(a, b)
        new = sum(self.worth(i) for i in touched)
        self.before.update(befores)
        for i, after in afters.items():
            if after is None:
                self.after.pop(i, None)
            else:
                self.after[i] = after
        return new - old

    def _apply(self, a: int, b: int) -> None:
        """Let b carry on a; what is freed by it may come together."""
        freed, left = self.before[b], self.after.get(a, -1)
        if freed >= 0:
            del self.after[freed]
        self.before[b] = a
        if a < 0:
            return
        self.after[a] = b
        if left < 0:
            return
        self.before[left] = -1
        if 0 <= freed < left and freed not in self.closed:
            apart = self.worth(freed) + self.worth(left)
            self.before[left], self.after[freed] = freed, left
            if self.worth(freed) + self.worth(left) <= apart:
                self.before[left] = -1
                del self.after[freed]
