"""The end of one line, the beginning of another -> how well the second carries on the first.

The weights of `data/segment/seams.csv` are log-odds, fitted by `bench/fit_seams.py`: a row's
beginning that carries on against one from the middle of any other sentence, and the beginning of
a paragraph against the same. What speaks: whether words run over the seam and how much likelier
that makes them, whether the kinds of words follow each other, whether the pair of characters is
known, whether quotation marks and brackets close.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import rjieba

REACH = 7  # characters on either side that the segmenter sees; the longest ordinary words have 4
CONTEXT = 60  # code points on either side in which marks must pair up
WORDS = 60_101_967.0  # words that the segmenter's frequencies were counted on
UNKNOWN = -13.0  # log share of a character that stands in no word
GAIN_MAX = 16.0  # nats; more proves no more
GAIN_UNIT = 8.0  # nats that weigh as one
HAN_TAIL = re.compile(r"[\u3400-\u9fff]+$")
HAN_HEAD = re.compile(r"^[\u3400-\u9fff]+")
MARKS = (("“", "”"), ("《", "》"), ("（", "）"))
# What follows a number that a line ends with: 12|个
COUNTED = frozenset(
    "个名人元年月日家项次万亿户亩公吨座条余多%.、0123456789点米岁分度号版层段天种只斤块张位"
)
OPENERS = frozenset("“《（(「『")
WIDE = {",": "，", ";": "；", ":": "："}
# 本报讯 / 2020年 / 一、 / ■
BEGINS = re.compile(
    r"^(?:本报|新华社|记者|近日|日前|\d+\s*年|\d+\s*月|据|为|在|“|走进|一是|会议|[一二三四五六七八九十]、"
    r"|（[一二三四五六七八九十]）|■|●)"
)


@dataclass(frozen=True, slots=True)
class Tables:
    """What was counted and fitted."""

    joins: Mapping[str, float]
    starts: Mapping[str, float]
    kinds: Mapping[str, float]
    """ "n v": log of how much oftener the second kind of word follows the first than by chance."""
    pairs: Mapping[str, float]
    """The same of two characters."""
    kind_starts: Mapping[str, float]
    """Log of how much oftener a kind of word begins a paragraph than it stands inside."""
    character_starts: Mapping[str, float]
    displays: Mapping[str, float]
    """Weights of `displays.py`."""


class Tail(NamedTuple):
    """What is known of the end of a line, whatever follows."""

    text: str
    """The last characters of the paragraph so far."""
    run: str
    """Its last Han characters; "" when it ends otherwise."""
    cost: float
    kind: str
    is_single: bool
    """Its last word is one character."""
    opened: str
    """The marks left open, of those in MARKS."""


class Head(NamedTuple):
    text: str
    run: str
    cost: float
    kind: str
    is_single: bool
    opening: tuple[tuple[bool, bool], ...]
    """For each of MARKS: is it closed first, is it opened first."""


@cache
def tables() -> Tables:
    source = files("wenzhai") / "data" / "segment" / "seams.csv"
    return read_tables(source.read_text(encoding="utf-8"))


def read_tables(text: str) -> Tables:
    """Rows of table, key and points."""
    found: dict[str, dict[str, float]] = {}
    for row in text.split("\n")[1:]:
        if row:
            table, key, points = row.split(",")
            found.setdefault(table, {})[key] = float(points)
    return Tables(**found)


@lru_cache(maxsize=1 << 16)
def _log_share(word: str) -> float:
    if not rjieba.has_word(word):
        return UNKNOWN * len(word)
    return math.log(max(float(rjieba.suggest_freq(word)), 1.0) / WORDS)


def _cost(run: str) -> float:
    return sum(map(_log_share, rjieba.cut(run, False)))


def read_tail(text: str) -> Tail:
    """`text`: the last code points of a paragraph so far."""
    text = text.rstrip()[-CONTEXT:]
    found = HAN_TAIL.search(text[-REACH:])
    opened = "".join(a for a, b in MARKS if text.rfind(a) > text.rfind(b))
    if found is None:
        return Tail(text, "", 0.0, "", False, opened)
    run = found.group()
    word, kind = rjieba.tag(run, False)[-1]
    return Tail(text, run, _cost(run), kind, len(word) == 1, opened)


def read_head(text: str) -> Head:
    """`text`: the first code points of a row and of those that follow it."""
    text = text.lstrip()[:CONTEXT]
    opening = []
    for a, b in MARKS:
        close, again = text.find(b), text.find(a)
        closes = close >= 0 and (again < 0 or close < again)
        opening.append((closes, again >= 0 and not closes))
    found = HAN_HEAD.search(text[:REACH])
    if found is None:
        return Head(text, "", 0.0, "", False, tuple(opening))
    run = found.group()
    word, kind = rjieba.tag(run, False)[0]
    return Head(text, run, _cost(run), kind, len(word) == 1, tuple(opening))


def join_marks(tail: Tail, head: Head, known: Set[str], table: Tables) -> dict[str, float]:
    """What is seen at a seam, by name; `known`: runs of three characters of the page."""
    return _seam_marks(tail, head, known, table) | start_marks(head, table)


def _seam_marks(tail: Tail, head: Head, known: Set[str], table: Tables) -> dict[str, float]:
    """What both sides of the seam show together."""
    last, first = tail.text[-1:], head.text[:1]
    marks = _word_marks(tail, head, known, table) if tail.run and head.run else {}
    if not marks:
        marks[_edge(last, first)] = 1.0
    for (opening, _), (closes, opens) in zip(MARKS, head.opening, strict=True):
        is_open = opening in tail.opened
        if is_open and closes:
            marks["closes"] = 1.0
        elif is_open and opens:
            marks["opens-again"] = 1.0
        elif is_open:
            marks["stays-open"] = 1.0
        elif closes:
            marks["closes-nothing"] = 1.0
    return marks


def _word_marks(tail: Tail, head: Head, known: Set[str], table: Tables) -> dict[str, float]:
    left, right = tail.run, head.run
    cost = 0.0
    rest = len(left)  # of the first line, behind the words so far
    marks = {"han": 1.0}
    for word in rjieba.cut(left + right, False):
        cost += _log_share(word)
        if rest > 0:
            rest -= len(word)
            if rest < 0:
                marks["word-over"] = 1.0
    marks["gain"] = min(cost - tail.cost - head.cost, GAIN_MAX) / GAIN_UNIT
    if "word-over" not in marks:
        marks["kinds"] = table.kinds.get(f"{tail.kind} {head.kind}", 0.0)
    pair = table.pairs.get(left[-1] + right[0], table.pairs["other"])
    marks["pair"] = pair
    if left[-2:] + right[:1] in known or left[-1:] + right[:2] in known:
        marks["known"] = 1.0
    else:
        marks["pair-unknown"] = pair
    if tail.is_single:
        marks["single-last"] = 1.0
    return marks


def _edge(last: str, first: str) -> str:
    """How two rows meet where not both sides are Chinese characters."""
    if last.isdigit():
        return "counted" if first in COUNTED else "number-ends"
    if HAN_TAIL.match(last):
        if first.isdigit():
            return "before-number"
        if first in OPENERS:
            return "before-opening"
        return "before-straight" if first == '"' else "before-other"
    last = WIDE.get(last, last)
    return f"after {last}" if last in "，、；：" else "after-other"


def start_marks(head: Head, table: Tables) -> dict[str, float]:
    """What a row's beginning shows by itself."""
    marks: dict[str, float] = {}
    if head.run:
        marks["starts-character"] = table.character_starts.get(head.run[0], 0.0)
        marks["starts-kind"] = table.kind_starts.get(head.kind, 0.0)
        if head.is_single:
            marks["single-first"] = 1.0
    if BEGINS.match(head.text):
        marks["begins"] = 1.0
    if any(closes for closes, _ in head.opening):
        marks["closer-first"] = 1.0
    return marks


def may_suit(tail: Tail, head: Head) -> bool:
    """Whether more than the middling can speak for a seam: asked of many before the points are."""
    if any(
        closes and a in tail.opened for (a, _), (closes, _) in zip(MARKS, head.opening, strict=True)
    ):
        return True
    left, right = tail.run, head.run
    if not left or not right:
        return tail.text[-1:].isdigit()
    if left[-1] + right[0] in tables().pairs:
        return True
    has = rjieba.has_word
    return (
        has(left[-1] + right[0])
        or has(left[-2:] + right[0])
        or has(left[-1] + right[:2])
        or has(left[-2:] + right[:2])
        or has(left[-1] + right[:3])
        or has(left[-3:] + right[0])
    )


def join_points(
    tail: Tail, head: Head, known: Set[str], own: Sequence[float] | None = None
) -> float:
    """Log-odds of carrying on, against the middle of any other sentence; `own`: `head_points`."""
    table = tables()
    weights = table.joins
    points = 0.0
    for mark, x in _seam_marks(tail, head, known, table).items():
        points += weights.get(mark, 0.0) * x
    for more in head_points(head) if own is None else own:
        points += more
    return weights["always"] + points


def head_points(head: Head) -> tuple[float, ...]:
    """What a row's beginning by itself says to every seam, mark by mark."""
    table = tables()
    marks = start_marks(head, table)
    return tuple(table.joins.get(mark, 0.0) * x for mark, x in marks.items())


def start_points(head: Head) -> float:
    """Log-odds of beginning a paragraph, against the middle of any sentence."""
    table = tables()
    marks = start_marks(head, table)
    return table.starts["always"] + sum(table.starts.get(m, 0.0) * x for m, x in marks.items())
