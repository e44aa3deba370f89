"""A line -> points for its being display type, and for its beginning a paragraph."""

from __future__ import annotations

import re

from wenzhai.segment.columns import is_full
from wenzhai.segment.joins import INDENT, INDENT_MIN, LONG_LINE, Reading, ends_open
from wenzhai.segment.lines import Line
from wenzhai.segment.signs import Signs

COMMA = re.compile(r"[，,；;](?!\d)")
PUNCTUATION = re.compile(r"[，,。、；;：:！!？?]")
SPLIT_HEAD = re.compile(r"[\u4e00-\u9fff”\"》][ \u3000]+[“\"《\u4e00-\u9fff]")  # 推窗见绿 出门即景
# 麻江:医保服务延伸到村卫生室
SUBJECT = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：][\u4e00-\u9fff“《]{4,}")
IN_BRACKETS = re.compile(r"^[（(][^（）()]{5,}[）)]$")  # a note on the author or the source
RECURRING = 5.0  # points for a headline all of whose words recur around it
DISPLAY_MAX = 40.0  # Han characters; the longest headline line of the samples has 29
OPEN_COST = 4.0  # points against leaving a sentence open
MARKS = frozenset("■□●○◆◇▲△★☆◎▌▍▎♦▶►※◢◣▉⬤")
MUST_PAIR = (("“", "”"), ("《", "》"), ("（", "）"))
UNPAIRED = 2.0  # points against a headline for each bracket that is not closed
COLON_MAX = 20.0  # Han characters of a line of display type that ends with a colon
WIDE_HEAD = 30.0  # Han characters from which a headline is rare
SPEAKER_MAX = 8.0  # Han characters; a longer line with a speaker is what is said
LOW_SHARE = 0.4  # share of recurring words below which a first line may look like a headline


def leave_cost(page: Reading, last: int) -> float:
    """Points against leaving the sentence of a line open."""
    signs = page.signs[last]
    if signs.is_middle:
        return 1.0 if page.lines[last].text[-1] in "；;：:" else OPEN_COST + 1.0
    if page.columns[last] is not None and not is_full(page.lines[last], page.columns[last]):
        return OPEN_COST - 2.0
    return OPEN_COST


def begin_score(page: Reading, i: int) -> float:
    """Points for a line that begins a paragraph of the text."""
    line, signs = page.lines[i], page.signs[i]
    if signs.is_bad_start:
        return -5.0
    score = 0.0
    if page.has_indents:
        score += 2.0 if line.indent >= INDENT_MIN else -2.0
    if signs.dateline:
        score += 3.0
    if signs.is_dated or signs.is_opener or signs.is_continuer:
        score += 0.7
    if signs.speaker or signs.is_note or signs.is_caption:
        score += 1.0
    if signs.series and signs.has_stop:
        score += 1.0
    if signs.is_closed:
        return score + (1.0 if signs.has_stop else 0.0)
    return score if signs.is_middle else score + _first_line_points(page, i)


def _first_line_points(page: Reading, i: int) -> float:
    """Points for the width that the first line of a paragraph should have."""
    line, column = page.lines[i], page.columns[i]
    score = 0.0
    if column is not None:
        if is_full(line, column, page.lost_indent):
            is_short = page.lost_indent and not is_full(line, column)
            return score + (0.5 if is_short else 0.0)
        if not page.lost_indent and is_full(line, column, INDENT):
            return score - 1.2
        return score - (0.5 if _leads(page, i) else 3.0)
    return score - (0.0 if line.width >= LONG_LINE else 3.0)


def _leads(page: Reading, i: int) -> bool:
    """Shorter than the next line by a lost indent: the first line of a paragraph may be so."""
    if i + 1 >= len(page.lines) or page.signs[i + 1].byline:
        return False
    step = page.lines[i + 1].width - page.lines[i].width
    return abs(step - INDENT) <= 1.0 or abs(step) <= 1.0


def display_score(page: Reading, i: int) -> float:
    """Points for a line of display type: headline, crosshead, label."""
    line, signs, column = page.lines[i], page.signs[i], page.columns[i]
    if signs.is_bad_start or line.width > DISPLAY_MAX:
        return -6.0
    score = 4.0 if signs.is_titled else 0.0
    if page.has_indents and line.indent == INDENT_MIN:
        score -= 1.5
    score += _stop_points(line, signs) + _sign_points(line, signs) + _below_points(page, i)
    score -= (1.2 if column is None else 1.8) * len(COMMA.findall(line.text))
    score -= UNPAIRED * sum(line.text.count(a) != line.text.count(b) for a, b in MUST_PAIR)
    if not signs.is_closed and not signs.is_middle:
        score += _open_points(page, i)
    return score


def _below_points(page: Reading, i: int) -> float:
    """What follows a headline: a byline, a dateline, the opening of a report."""
    if i + 1 >= len(page.lines):
        return 0.0
    below = page.signs[i + 1]
    if below.byline or below.dateline:
        return 2.0
    return 1.0 if below.is_dated or below.is_opener else 0.0


def _stop_points(line: Line, signs: Signs) -> float:
    """Headlines have no full stop and seldom another mark at their end."""
    text = line.text
    if signs.has_stop:
        return -6.0
    if signs.is_closed:
        return -1.0 if text[-1] in "？！?!" else -3.0
    if signs.is_middle and not signs.is_titled:
        return -2.5 if text[-1] in "：:—" and line.width <= COLON_MAX else -5.0
    return 0.0


def _sign_points(line: Line, signs: Signs) -> float:
    """Points of the signs that a line shows."""
    found = (
        (line.width > WIDE_HEAD, -1.5),
        (signs.dateline is not None, -5.0),
        (signs.is_sub, 4.0),
        (signs.is_dated and not signs.is_closed, -1.0),
        (signs.is_caption, -2.0),
        (signs.speaker is not None and line.width > SPEAKER_MAX, -0.7),
        (signs.series in MARKS, 2.0),
        (ends_open(line.text), -2.5),
        (IN_BRACKETS.match(line.text) is not None, -4.0),
        (SPLIT_HEAD.search(line.text) is not None, 0.8),
    )
    return sum(points for is_so, points in found if is_so)


def _open_points(page: Reading, i: int) -> float:
    """Points for a line without a mark at its end: its width, and what recurs of it."""
    line, signs, column = page.lines[i], page.signs[i], page.columns[i]
    recurs = page.recurs[i]
    score = _column_score(line.width, column, page.lost_indent)
    if SUBJECT.match(line.text) and not signs.speaker:
        score += 1.0
    if (
        column is not None
        and line.width <= column
        and _leads(page, i)
        and (recurs or 0) < LOW_SHARE
    ):
        score -= 0.7
    if recurs is not None:
        score += min(RECURRING * recurs - 0.6, 2.0)
    if not PUNCTUATION.search(line.text):
        score += 0.7
    return score


def _column_score(width: float, column: float | None, indent: float) -> float:
    if column is None:
        return 2.5 if width <= 26 else 0.5
    if width > column + 2.0:
        return 3.5
    if width < column - indent - 3.5:
        return 2.5
    if width < column - indent - 1.5:
        return 1.2
    return -1.0 if width > column - INDENT else -0.5
