"""A text -> marks that say where its lines may break, and where they may not.

Browsers break Chinese between any two characters: 大局 ends one line of a headline and begins the
next. The style forbids that (`word-break: keep-all`) and leaves the places between words. In running
text only one thing must be said: a line never begins with the point inside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import rjieba

from wenzhai.render.inline import Mark, span

BREAK = "<wbr>"
# Words of one character that hang on the word before them: 新征程上, 建成的. Any other hangs on the
# word behind it, for it is half of a name that the segmenter does not know: 贵|安, 强|省会.
HANGING = frozenset("的了着过们地得上下中里内外后前时等性化者")
POINT = re.compile(r"\w[·•・](?=\w)")  # "仁青·东珠", "代表·委员"


def phrased(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Of a headline: the marks, and breaks that cross none of them."""
    return (*marks, *_beside(_breaks(text), marks))


def unbroken(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Of running text: the marks, and points that stay with the character before them."""
    points = (span(*match.span(), "wz-point") for match in POINT.finditer(text))
    return (*marks, *_beside(points, marks))


def _breaks(text: str) -> Iterator[Mark]:
    words = rjieba.cut(text, False)
    at = 0
    for word, after in pairwise(words):
        at += len(word)
        is_between = word[-1].isalnum() and after[0].isalnum() and not after[0].isascii()
        is_whole = len(word) > 1 or word in HANGING
        if is_between and is_whole and after not in HANGING:
            yield Mark(at - len(word), at, "", BREAK)


def _beside(ours: Iterable[Mark], marks: Sequence[Mark]) -> Iterator[Mark]:
    return (one for one in ours if not any(_cross(one, other) for other in marks))


def _cross(one: Mark, other: Mark) -> bool:
    return one.start < other.start < one.end or one.start < other.end < one.end
