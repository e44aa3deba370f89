"""Lines -> the role of each: goes on, begins a paragraph, is display type, names makers, is furniture.

The cheapest way through the whole page is found by dynamic programming: whether a line is a
headline shows as much in its neighbours (a sentence that would be cut, a dateline that follows) as
in itself. Lines of display type between two halves of a sentence do not break it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from wenzhai.segment.columns import is_full
from wenzhai.segment.signs import HAN, PLAIN_DATE, is_name
from wenzhai.segment.words import words
from wenzhai.segment.joins import INDENT, INDENT_MIN, LONG_LINE, Reading, ends_open, join_score

Role = Literal["goes-on", "begins", "display", "label", "byline", "furniture"]

RESUME_COST = 2.0  # points against carrying on a sentence behind display type
COMMA = re.compile(r"[，,；;](?!\d)")
PUNCTUATION = re.compile(r"[，,。、；;：:！!？?]")
SPLIT_HEAD = re.compile(r"[\u4e00-\u9fff”\"》][ \u3000]+[“\"《\u4e00-\u9fff]")  # 推窗见绿 出门即景
MARKS = frozenset("■□●○◆◇▲△★☆◎▌▍▎♦▶►※◢◣▉⬤")
CUT_WORD_COST = 2.0  # points against a headline's ending inside a word
SUBJECT = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：][\u4e00-\u9fff“《]{4,}")  # 麻江:医保服务延伸到村卫生室
RECURRING = 5.0  # points for a headline all of whose words recur around it
SIGNER_MAX = 20.0  # Han characters
SIGNED = re.compile(r"^[\u4e00-\u9fff]{2,6}[ \u3000]+[\u4e00-\u9fff·]{2,4}$")  # 读者 闫淑珍
NAME_REST = 2  # code points of a name that may stand on the next line
DISPLAY_MAX = 40.0  # Han characters; the longest headline line of the samples has 29
OPEN_COST = 4.0  # points against leaving a sentence open
NONE = -1e9


class Step(NamedTuple):
    score: float
    role: Role
    anchor: int
    """The last line of body text on this way; -1 at the top of the page."""
    back: int
    """Number of the state before."""


class Reads(NamedTuple):
    """The roles, and for each line that goes on the line it carries on."""

    roles: tuple[Role, ...]
    carries_on: tuple[int, ...]
    """-1 where nothing is carried on."""


def read_roles(page: Reading) -> Reads:
    """The likeliest role of every line."""
    total = len(page.lines)
    roles: list[Role] = ["display"] * total
    free: list[int] = []
    for i in range(total):
        signs = page.signs[i]
        if signs.furniture:
            roles[i] = "furniture"
        elif signs.label and not _heads_alone(page, i):
            roles[i] = "label"
        elif signs.byline and not _is_inside(page, i):
            roles[i] = "byline"
        elif _signs_off(page, i) or _is_author(page, roles, i):
            roles[i] = "byline"
        elif i and roles[i - 1] == "byline" and _is_rest_of_name(page, i):
            roles[i] = "byline"
        else:
            free.append(i)
    carries = [-1] * total
    for i, step in zip(free, _best_way(page, free, roles), strict=True):
        roles[i] = step.role
        if step.role == "goes-on":
            carries[i] = step.anchor
    return Reads(tuple(roles), tuple(carries))


def _is_inside(page: Reading, i: int) -> bool:
    """A name at the end of a wrapped sentence is no byline: the line before asks for it."""
    if i == 0 or page.columns[i] is None or page.signs[i].series or page.signs[i].is_sub:
        return False
    if page.signs[i - 1].is_sub or page.lines[i].text.startswith(("本报", "记者", "通讯员", "（", "(")):
        return False
    before = page.signs[i - 1]
    return not before.is_closed and is_full(page.lines[i - 1], page.columns[i - 1])


def _heads_alone(page: Reading, i: int) -> bool:
    """A label with text after it and nothing before it is all the headline there is: 编读往来."""
    text = page.lines[i].text
    if page.counts[text] > 1:
        return False
    if text[0] in MARKS:
        return i + 1 < len(page.lines) and not page.signs[i + 1].has_stop
    if i + 1 >= len(page.lines) or (i and not page.signs[i - 1].is_closed):
        return False
    below = page.lines[i + 1]
    return below.width > len(text) + 4 and not page.signs[i + 1].dateline


def _is_author(page: Reading, roles: list[Role], i: int) -> bool:
    """A bare name under a subheadline or a date: 王镇义."""
    if i == 0 or not is_name(page.lines[i].text):
        return False
    return roles[i - 1] == "byline" or page.signs[i - 1].is_sub


def _signs_off(page: Reading, i: int) -> bool:
    """Who signs a notice: 县供电公司 / 2023年11月6日."""
    if i == 0 or not page.signs[i - 1].is_closed or page.lines[i].width > SIGNER_MAX:
        return False
    if SIGNED.match(page.lines[i].text) and is_name(page.lines[i].text.split()[-1]):
        return True
    tokens = page.lines[i].text.split()
    if len(tokens) >= 2 and tokens[0].endswith(words("organ_ends")) and tokens[0][:2] == tokens[1][:2]:
        return True
    if i + 1 >= len(page.lines):
        return False
    below = page.lines[i + 1].text
    return PLAIN_DATE.match(below) is not None


def _is_rest_of_name(page: Reading, i: int) -> bool:
    """A byline may be wrapped inside its last name: 龙再 / 明."""
    text = page.lines[i].text
    column = page.columns[i - 1]
    if column is not None and page.lines[i - 1].width >= column - INDENT and len(text) <= 4:
        return text.endswith(words("organ_ends"))
    return len(text) <= NAME_REST and all(HAN.match(c) for c in text) and not page.signs[i].label


def _best_way(page: Reading, free: list[int], roles: list[Role]) -> list[Step]:
    """States at each line: goes-on, begins, display after a closed, display after an open one."""
    table: list[list[Step | None]] = []
    for at, i in enumerate(free):
        if not table:
            table.append(_first(page, i))
            continue
        previous = free[at - 1]
        broken = any(roles[k] == "byline" for k in range(previous + 1, i))
        table.append(_states(page, previous, i, table[-1], broken))
    way: list[Step] = []
    if not table:
        return way
    state = max(range(4), key=lambda s: _final(page, free[-1], table[-1][s]))
    for row in reversed(table):
        step = row[state]
        assert step is not None  # noqa: S101  # a way that ends began somewhere
        way.append(step)
        state = step.back
    return way[::-1]


def _final(page: Reading, i: int, step: Step | None) -> float:
    if step is None:
        return NONE
    last = step.anchor if step.role == "display" else i
    return step.score - (1.0 if last >= 0 and not page.signs[last].is_closed else 0.0)


def _first(page: Reading, i: int) -> list[Step | None]:
    return [
        None,
        Step(begin_score(page, i), "begins", -1, 0),
        Step(display_score(page, i), "display", -1, 0),
        None,
    ]


def _states(
    page: Reading, previous: int, i: int, before: list[Step | None], broken: bool
) -> list[Step | None]:
    begins, display = begin_score(page, i), display_score(page, i)
    rows: list[Step | None] = [None, None, None, None]
    for number, step in enumerate(before):
        if step is None:
            continue
        after_display = step.role == "display"
        last = step.anchor if after_display else previous
        is_open = last >= 0 and not page.signs[last].is_closed
        if last >= 0 and not broken and (is_open or not after_display):
            is_first = step.role == "begins"
            score = step.score + join_score(page, last, i, is_first)
            score -= RESUME_COST if after_display else 0.0
            _offer(rows, 0, Step(score, "goes-on", last, number))
        cost = leave_cost(page, last) if is_open else 0.0
        if after_display and page.breaks_word[i] and previous == i - 1:
            cost += CUT_WORD_COST
        score = step.score + begins - cost + (0.6 if after_display else 0.0)
        _offer(rows, 1, Step(score, "begins", last, number))
        score = step.score + display - (0.0 if after_display else 0.4 * cost)
        _offer(rows, 3 if is_open else 2, Step(score, "display", last, number))
    return rows


def _offer(rows: list[Step | None], state: int, step: Step) -> None:
    held = rows[state]
    if held is None or step.score > held.score:
        rows[state] = step


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
    line, signs, column = page.lines[i], page.signs[i], page.columns[i]
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
    if signs.is_middle:
        return score
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
    text, width = line.text, line.width
    if signs.is_bad_start or width > DISPLAY_MAX:
        return -6.0
    score = 4.0 if signs.is_titled else 0.0
    if page.has_indents and line.indent == INDENT_MIN:
        score -= 1.5
    if i + 1 < len(page.lines):
        below = page.signs[i + 1]
        if below.byline or below.dateline:
            score += 2.0
        elif below.is_dated or below.is_opener:
            score += 1.0
    if signs.has_stop:
        score -= 6.0
    elif signs.is_closed:
        score -= 1.0 if text[-1] in "？！?!" else 3.0
    elif signs.is_middle and not signs.is_titled:
        score -= 2.5 if text[-1] in "：:—" and width <= 20 else 5.0
    score -= (1.2 if column is None else 1.8) * len(COMMA.findall(text))
    if width > 30:
        score -= 1.5
    if signs.dateline:
        score -= 5.0
    if signs.is_sub:
        score += 4.0
    if signs.is_dated and not signs.is_closed:
        score -= 1.0
    if signs.is_caption:
        score -= 2.0
    if signs.speaker and width > 8:
        score -= 0.7
    if signs.series in MARKS:
        score += 2.0
    if ends_open(text):
        score -= 2.5
    if SPLIT_HEAD.search(text):
        score += 0.8
    score -= 2.0 * sum(
        text.count(a) != text.count(b) for a, b in (("“", "”"), ("《", "》"), ("（", "）"))
    )
    if not signs.is_closed and not signs.is_middle:
        score += _column_score(width, column, page.lost_indent)
        if SUBJECT.match(text) and not signs.speaker:
            score += 1.0
        recurs = page.recurs[i]
        if column is not None and width <= column and _leads(page, i) and (recurs or 0) < 0.4:
            score -= 0.7
        if recurs is not None:
            score += min(RECURRING * recurs - 0.6, 2.0)
        if not PUNCTUATION.search(text):
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
