"""Lines -> traits: what is seen of each line and of its neighbours, as words for the tagger.

`tagger` weighs them; `bench/fit_lines.py` fits the weights on the labelled pages. A trait is true of
a line or not, measures are told in steps. Whoever changes a trait fits anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from statistics import median

from wenzhai.segment.ends import Seams
from wenzhai.segment.joins import Reading, join_score
from wenzhai.segment.names import NOTICES, is_name
from wenzhai.segment.scores import begin_score, display_score

WIDTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 23, 26, 30, 40)  # Han characters
SHARES = (0.3, 0.5, 0.7, 0.85, 0.95, 1.05, 1.2, 1.5, 2.0)  # of the page's middle width
EDGE = 6  # lines from the page's top and bottom that are told apart
FUNCTION = re.compile("[的了着过是在也就都我他她它们这那把被和与而但很又还]")  # seldom in headlines
MARKS = frozenset("，。！？“”《》（）：；、/@☎…—")
DIGITS = re.compile(r"[0-9]+")
PARTS = re.compile(r"[ \u3000]+")
RUN = re.compile(r"(.)\1+")
SHAPE = 6  # kinds of characters; a longer shape is told by its ends alone
SEEN = (
    "is_closed",
    "is_middle",
    "is_bad_start",
    "has_stop",
    "byline",
    "is_caption",
    "label",
    "is_dated",
    "is_opener",
    "is_continuer",
    "is_note",
    "is_sub",
    "is_titled",
)
FAR = frozenset(("is_closed", "byline", "label", "dateline"))  # told of the second neighbours, too


def read_traits(
    page: Reading, roles: Sequence[str], shows: Sequence[float | None]
) -> list[list[str]]:
    """The traits of every line; `roles` and `shows` are what its surroundings made of it at first (`roles`)."""
    total = len(page.lines)
    if not total:
        return []
    seams = Seams(page, {}, {})
    own = [[*_own(page, i), *_guessed(roles[i], shows[i])] for i in range(total)]
    near = [[trait for trait in row if trait[0] != "²"] for row in own]
    far = [[trait for trait in row if trait[0] in "wc" or trait in FAR] for row in own]
    middle = median(line.width for line in page.lines)
    joins = [0.0, *(join_score(page, i - 1, i) for i in range(1, total)), 0.0]
    seen = [0.0, *(seams.join(i - 1, i) for i in range(1, total)), 0.0]
    found = []
    for i, row in enumerate(own):
        traits = [*row, f"share{bisect_right(SHARES, page.lines[i].width / middle)}"]
        traits.append(f"top{min(EDGE, i)}")
        traits.append(f"bottom{min(EDGE, total - 1 - i)}")
        traits.append(f"start{_step(-4, seams.start(i), 4)}")
        traits += _beside(page, i, joins, seen)
        for name, rows, k in (
            ("-1", near, i - 1),
            ("+1", near, i + 1),
            ("-2", far, i - 2),
            ("+2", far, i + 2),
        ):
            if 0 <= k < total:
                traits += [name + trait for trait in rows[k]]
        found.append(traits)
    return found


def _beside(page: Reading, i: int, joins: Sequence[float], seen: Sequence[float]) -> list[str]:
    """How a line goes with the one above and the one below."""
    found = []
    width = page.lines[i].width
    if i:
        found.append(f"join-up{_step(-8, joins[i], 8)}")
        found.append(f"seam-up{_step(-4, seen[i], 6)}")
        found.append(f"step-up{_step(-6, width - page.lines[i - 1].width, 6)}")
    if i + 1 < len(page.lines):
        below = page.lines[i + 1]
        found.append(f"join-down{_step(-8, joins[i + 1], 8)}")
        found.append(f"seam-down{_step(-4, seen[i + 1], 6)}")
        found.append(f"step-down{_step(-6, below.width - width, 6)}")
        if below.blank >= page.wide_gap:
            found.append("gap-down")
    return found


def _step(low: int, value: float, high: int) -> int:
    return max(low, min(high, round(value)))


def _kind(c: str) -> str:
    if "\u4e00" <= c <= "\u9fff":
        return "汉"
    return "9" if c.isdigit() else "a" if c.isalpha() else c


def _guessed(role: str, shows: float | None) -> tuple[str, str]:
    return f"role {role}", "no display" if shows is None else f"display{_step(-4, shows, 4)}"


def _own(page: Reading, i: int) -> list[str]:
    """What a line shows by itself; its first and last words, begun with ², are not told of neighbours."""
    line, signs, column = page.lines[i], page.signs[i], page.columns[i]
    text = line.text
    shape = RUN.sub(r"\1", "".join(map(_kind, text)))
    found = [
        f"w{bisect_right(WIDTHS, line.width)}",
        "c" if column is None else f"c{_step(-8, line.width - column, 3)}",
        f"first {text[0]}",
        f"last {text[-1]}",
        f"²first {text[:2]}",
        f"²last {text[-2:]}",
        f"shape {shape if len(shape) <= SHAPE else shape[:4]}",
        f"ends {shape[-3:]}",
        f"indent{min(3, line.indent)}",
        f"d{_step(-6, display_score(page, i), 6)}",
        f"b{_step(-6, begin_score(page, i), 4)}",
        f"function{min(3, len(FUNCTION.findall(text)))}",
    ]
    found += [name for name in SEEN if getattr(signs, name)]
    is_so = {
        "gap": line.blank >= page.wide_gap,
        "dateline": signs.dateline,
        f"furniture {signs.furniture}": signs.furniture,
        f"series {signs.series}": signs.series,
        "speaker": signs.speaker,
        "signature": signs.signature,
        "runs-on": i in page.in_series,
        "repeated": page.counts[text] > 1,
        "name": is_name(text),
        "notice": NOTICES.search(text) is not None,
    }
    found += [name for name, seen in is_so.items() if seen]
    parts = len(PARTS.split(text))
    if parts > 1:
        found.append(f"parts{min(4, parts)}")
    numbers = len(DIGITS.findall(text))
    if numbers:
        found.append(f"numbers{min(4, numbers)}")
    found += [f"has {c}" for c in sorted(MARKS.intersection(text))]
    return found
