"""Lines -> points for being display type, by what stands around them.

A headline is whole: it carries nothing on and nothing carries it on. The weights of the table
`displays` are log-odds, fitted by `bench/fit_seams.py` on the labelled pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wenzhai.segment.ends import Seams
from wenzhai.segment.furniture import CONTACT, ENQUIRY
from wenzhai.segment.joins import Reading
from wenzhai.segment.names import NOTICES
from wenzhai.segment.scores import (
    COMMA,
    DISPLAY_MAX,
    SPLIT_HEAD,
    begin_score,
    display_score,
)
from wenzhai.segment.seams import tables

FUNCTION = frozenset("的了着过是在也就都我他她它们这那把被和与而但很又还")  # seldom in headlines
SAYS = re.compile(r"(?:说|道|提出|指出|强调|认为|要求|表示|介绍|建议|告诉|透露|坦言)$")
NOTE = re.compile(
    r"^[（(][^（）()]{5,}[）)]$|^[^（(]*[）)]"
)  # （数据整理：单晓雯）; the end of one
CALLS = re.compile(r"[！？!?]$")
PAIRED = re.compile(r"“[^”]*”|《[^》]*》|^[^\"]*\"[^\"]+\"[^\"]*$")
NAMED = re.compile(r"^[\u4e00-\u9fff、]{2,12}[：:]")  # 麻江:医保服务延伸到村卫生室
CLEAR = -4.5  # points; three of 632 labelled headlines have fewer
BROKEN = 1.0  # points of a seam with what a label breaks off from which a line is its rest
BOX_REACH = 10  # lines from the label of a box to the rest of the sentence that it breaks off
SHORT_MAX = 26.0  # Han characters of a headline where there are no columns
SCRAP_MAX = 2.0  # Han characters; a shorter line is the rest of a word, no headline


def may_be_display(page: Reading, i: int) -> bool:
    """Whether it is a question at all."""
    line, signs = page.lines[i], page.signs[i]
    if signs.has_stop or signs.furniture or signs.label or signs.byline:
        return False
    if ENQUIRY.match(line.text) or CONTACT.search(line.text) or NOTE.search(line.text):
        return False
    if signs.speaker or signs.dateline:
        return False
    if line.width > DISPLAY_MAX or (line.width <= SCRAP_MAX and not NOTICES.search(line.text)):
        return False
    return not signs.is_closed or CALLS.search(line.text) is not None


def display_marks(page: Reading, seams: Seams, i: int) -> dict[str, float]:
    """What is seen of a line and of its neighbours, by name."""
    line = page.lines[i]
    text = line.text
    tail, head = seams.tail(i), seams.head(i)
    marks = {
        "display": _between(-8, display_score(page, i), 8) / 4,
        "begin": _between(-6, begin_score(page, i), 4) / 4,
        "start": _between(-4, seams.start(i), 4) / 2,
        "function": min(4, sum(c in FUNCTION for c in text)) / 2,
        "comma": float(min(3, len(COMMA.findall(text)))),
        _width(page, i): 1.0,
    }
    is_seen = {
        "last-function": text[-1] in FUNCTION,
        "pair": PAIRED.search(text) is not None,
        "single-last": tail.is_single,
        "gap-above": line.blank >= page.wide_gap,
        "split": SPLIT_HEAD.search(text) is not None,
        "subject": NAMED.match(text) is not None,
        "titled": page.signs[i].is_titled,
        "sub": page.signs[i].is_sub,
        "series": page.signs[i].series is not None,
        "continues": page.signs[i].is_continuer,
        "opens": page.signs[i].is_opener or page.signs[i].is_dated,
        "says": SAYS.search(text) is not None,
        "calls": CALLS.search(text) is not None,
        f"last {tail.kind[:1]}": bool(tail.kind),
        f"first {head.kind[:1]}": bool(head.kind),
    }
    marks |= {name: 1.0 for name, is_so in is_seen.items() if is_so}
    return marks | _neighbours(page, seams, i)


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))


def _neighbours(page: Reading, seams: Seams, i: int) -> dict[str, float]:
    marks: dict[str, float] = {}
    up, down = i - 1, i + 1
    while up >= 0 and (page.signs[up].furniture or page.signs[up].label):
        up -= 1
    while down < len(page.lines) and (page.signs[down].furniture or page.signs[down].label):
        down += 1
    if up >= 0 and not page.signs[up].is_closed:
        marks["open-above"] = 1.0
        marks["join-above"] = _between(-3, seams.join(up, i), 5) / 2
    else:
        marks["closed-above"] = 1.0
    if down < len(page.lines):
        marks["join-below"] = _between(-3, seams.join(i, down), 5) / 2
        marks["start-below"] = _between(-4, seams.start(down), 4) / 2
        if page.lines[down].blank >= page.wide_gap:
            marks["gap-below"] = 1.0
    return marks


def _broken(page: Reading, i: int) -> list[int]:
    """Lines above that the label of a box breaks off."""
    return [
        k - 1
        for k in range(max(1, i - BOX_REACH), i)
        if page.signs[k].label and not page.signs[k - 1].is_closed and not page.signs[k - 1].label
    ]


def _width(page: Reading, i: int) -> str:
    """How a line fills its column."""
    width, column = page.lines[i].width, page.columns[i]
    if column is None:
        return "loose-short" if width <= SHORT_MAX else "loose"
    step = width - column
    return "over" if step > 1.5 else "full" if step >= -1 else "near" if step >= -3.2 else "short"


def _is_clear(page: Reading, i: int) -> bool:
    """Whether the line by itself looks so much like text that nothing else need be asked."""
    return display_score(page, i) - begin_score(page, i) < CLEAR


def display_points(page: Reading) -> Sequence[float | None]:
    """Log-odds of each line's being display type, for even chances; None where it cannot be."""
    seams = Seams(page, {}, {})
    weights: Mapping[str, float] = tables().displays
    found: list[float | None] = []
    for i in range(len(page.lines)):
        if (
            not may_be_display(page, i)
            or _is_clear(page, i)
            or any(seams.join(a, i) > BROKEN for a in _broken(page, i))
        ):
            found.append(None)
            continue
        marks = display_marks(page, seams, i)
        points = weights["always"] + sum(weights.get(m, 0.0) * x for m, x in marks.items())
        found.append(points)
    return found
