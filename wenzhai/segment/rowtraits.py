"""Lines of display type of one article -> what is seen of some of them as one headline, kicker or other.

Names and numbers for `readings`, which weighs them. Whoever changes one fits anew
(`bench/fit_stacks.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import rjieba

from wenzhai.segment.halves import half_marks
from wenzhai.segment.headwords import names_only
from wenzhai.segment.names import NOTICES, is_name
from wenzhai.segment.signs import Signs
from wenzhai.segment.topics import pairs
from wenzhai.segment.words import alternation

WIDTHS = (3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 23, 26, 30, 35, 40)  # Han characters
LEAD, OPENING = 150, 50  # code points of the text with which a line is compared
MARKS = "，。！？“”《》（）：、；—…·／/○●◎■□◆▲☆★|【】〖〗"
DIGITS = re.compile(r"[0-9]+")
QUOTED = re.compile(r"[“\"‘][^”\"’]{1,6}[”\"’]")  # 老机器会“说话”
HALVES = re.compile(r"[\u4e00-\u9fff”\"》！？，][ \u3000，]+[“\"《\u4e00-\u9fff]")
SPOKEN = re.compile(
    r"[？！?!]|怎么|为何|谁|哪|啥|咋|吗|不|了|还|就|别|让|把|有|来|走|上|里|(?<![动大协社机议商座开全])会(?![议长上见展])"
)
BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:省|市|县|区|旗|镇|乡|村|街道|小区|社区|政协|法院|公司|大学|学院|集团|局)"
)
COUNTED = re.compile(r"[一二三四五六七八九十百千万亿]+(?:人|户|亩|元|公里|吨|家|年)|[0-9]|记$")
PLACES = frozenset({"ns", "nt"})  # tags of places and bodies
STEP = 2.0  # Han characters by which neighbours' widths are told apart


class Shown(NamedTuple):
    """A line of display type."""

    number: int
    """On its page."""
    text: str
    width: float
    """Han characters."""
    is_apart: bool
    """Below a gap."""
    is_inside: bool
    """Between the halves of a torn sentence."""
    begins: bool
    """Was not found to carry on the line above."""
    signs: Signs


Traits = list[tuple[str, float]]


class Row:
    """Lines that stand together above an article, or below it."""

    def __init__(self, lines: Sequence[Shown], lead: str, body: str, is_above: bool) -> None:
        """`lead`: the article's first paragraph, `body`: its first ones."""
        self.lines = lines
        self.is_above = is_above
        self.pairs = [pairs(line.text) for line in lines]
        self.lead, self.opening = pairs(lead[:LEAD]), pairs(lead[:OPENING])
        self.body = pairs(body)

    def replaced(self, lines: Sequence[Shown]) -> Row:
        """The same with some of its lines only."""
        row = copy(self)
        row.lines, row.pairs = lines, [pairs(line.text) for line in lines]
        return row

    def traits(self, first: int, last: int) -> Traits:
        """Of the lines from one to another (both belong to it) as one element."""
        some = self.lines[first : last + 1]
        text = "".join(line.text for line in some)
        found = [*self._place(first, last), *_look(text), *self._content(first, last)]
        found += [(f"{name} {value}", 1.0) for name, value in _says(text)]
        for upper, lower in pairwise(some):
            found += _seam(upper, lower)
        signs = some[0].signs
        seen = {
            "sub": signs.is_sub,
            "titled": signs.is_titled,
            "series": signs.series is not None,
            "inside": some[0].is_inside,
            "name": is_name(text),
            "notice": NOTICES.search(text) is not None,
            "organ": first == last and names_only(text),
        }
        return found + [(name, 1.0) for name, is_so in seen.items() if is_so]

    def _place(self, first: int, last: int) -> Traits:
        lines, total = self.lines, len(self.lines)
        width = max(line.width for line in lines[first : last + 1])
        wider = sum(line.width > width for k, line in enumerate(lines) if not first <= k <= last)
        up, down = min(3, first), min(3, total - 1 - last)
        found = [
            "always",
            f"lines {last - first + 1}",
            f"length {bisect_right(WIDTHS, sum(line.width for line in lines[first : last + 1]))}",
            f"wider {min(3, wider)}",
            f"up {up}",
            f"down {down}",
            f"of {min(4, total)} up {up}",
            f"above {self.is_above}",
            f"apart {lines[first].is_apart}",
        ]
        if first == last:
            found.append(f"width {bisect_right(WIDTHS, lines[first].width)}")
        if first:
            found.append(f"step-up {_step(lines[first - 1].width - lines[first].width)}")
        if last + 1 < total:
            found.append(f"step-down {_step(lines[last + 1].width - lines[last].width)}")
        return [(name, 1.0) for name in found]

    def _content(self, first: int, last: int) -> Traits:
        """What is shared with the article, and with the other lines."""
        own = frozenset[str]().union(*self.pairs[first : last + 1])
        if not own:
            return []
        others = frozenset[str]().union(*self.pairs[:first], *self.pairs[last + 1 :])
        shared = {
            "lead": self.lead,
            "opening": self.opening,
            "body": self.body,
            "others": others,
        }
        return [(name, len(own & held) / len(own)) for name, held in shared.items()]


def _step(width: float) -> int:
    return max(-4, min(4, round(width / STEP)))


def _look(text: str) -> Traits:
    """How it begins and ends, and which marks it has."""
    found = [
        f"first {text[0]}",
        f"first {text[:2]}",
        f"last {text[-1]}",
        f"last {text[-2:]}",
        f"last {text[-3:]}",
        f"numbers {min(3, len(DIGITS.findall(text)))}",
        f"parts {min(3, len(text.split()))}",
    ]
    found += [f"has {mark}" for mark in MARKS if mark in text]
    return [(name, 1.0) for name in found]


def _says(text: str) -> list[tuple[str, int]]:
    """A headline says it strikingly, what stands beside it plainly, with place, office and occasion:
    第十七届茶商大会在大柘开市 / 一片叶子牵来八方客."""
    return [
        ("quoted", int(QUOTED.search(text) is not None)),
        ("halves", int(HALVES.search(text) is not None)),
        ("spoken", min(2, len(SPOKEN.findall(text)))),
        ("formal", min(2, len(_formal().findall(text)))),
        ("told", min(2, len(COUNTED.findall(text)) + len(_tells().findall(text)))),
        ("body", int(BODY.search(text) is not None)),
        ("place", int(any(tag in PLACES for _, tag in rjieba.tag(text)))),
    ]


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(alternation("formal_words") + r"|第[一二三四五六七八九十百]+届")


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(alternation("telling_words"))


def _seam(upper: Shown, lower: Shown) -> Traits:
    """How a line goes on in the next."""
    found: Traits = [
        (f"seam {name}", value) for name, value in half_marks(upper.text, lower.text).items()
    ]
    seen = [
        f"uneven {min(4, round(abs(upper.width - lower.width)))}",
        f"seam apart {lower.is_apart}",
        f"seam parts {len(upper.text.split()) > 1} {len(lower.text.split()) > 1}",
    ]
    if not lower.begins:
        seen.append("seam found")
    if names_only(upper.text):
        seen.append("seam organ")
    return found + [(name, 1.0) for name in seen]
