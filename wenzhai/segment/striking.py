"""A line of a headline stack -> points for its being the headline, not what stands beside it.

A headline says it strikingly, the kicker or subheadline beside it plainly, with place, office and
occasion: 第十七届茶商大会在大柘开市 / 一片叶子牵来八方客. The weights are a logistic fit on the pairs of
labelled pages and on `tests/segment/cases/stacks.txt` (those fitted on the pages alone are right on
40 of its 45).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import rjieba

from wenzhai.segment.topics import pairs
from wenzhai.segment.words import alternation

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
LEAD = 150  # code points of the text with which a line is compared
TWICE = 2  # as often as a mark counts
USUAL, STEP = 12, 10  # code points of a headline line; how many more make it one measure longer
SHORTEST = 9  # ... below which a line is no better a headline for being shorter
SECOND = 1.29  # points for standing below another line of the stack, and above the text


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(alternation("formal_words") + r"|第[一二三四五六七八九十百]+届")


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(alternation("telling_words"))


def strikes(text: str, lead: str) -> float:
    """Points of one line; `lead` is the beginning of the article."""
    own = pairs(text)
    shared = len(own & pairs(lead[:LEAD])) / len(own) if own else 0.0
    plain = len(_formal().findall(text))
    told = len(COUNTED.findall(text)) + len(_tells().findall(text))
    return (
        0.84 * (QUOTED.search(text) is not None)
        + 0.69 * (HALVES.search(text) is not None)
        + 0.71 * min(TWICE, len(SPOKEN.findall(text)))
        - 1.81 * min(TWICE, plain)
        - 0.98 * min(TWICE, told)
        - 0.97 * (BODY.search(text) is not None)
        - 0.83 * any(tag in PLACES for _, tag in rjieba.tag(text))
        - 2.09 * (max(len(text), SHORTEST) - USUAL) / STEP
        + 1.03 * shared
    )


def second(row: Sequence[int], b: int) -> float:
    """Points for the second of two lines, or of three."""
    return SECOND if len(row) > 1 and b == row[1] and b == row[0] + 1 else 0.0
