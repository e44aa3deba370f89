"""Lines -> the role of each: goes on, begins a paragraph, is display type, names makers, is furniture.

The cheapest way through the whole page is found by dynamic programming: whether a line is a
headline shows as much in its neighbours (a sentence that would be cut, a dateline that follows) as
in itself. Lines of display type between two halves of a sentence do not break it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from wenzhai.segment.columns import is_full
from wenzhai.segment.displays import display_points
from wenzhai.segment.joins import INDENT, Reading, join_score
from wenzhai.segment.scores import MARKS, begin_score, display_score, leave_cost
from wenzhai.segment.signs import HAN, PLAIN_DATE, is_name
from wenzhai.segment.words import words

Shows = Sequence[float | None]
Role = Literal["goes-on", "begins", "display", "label", "byline", "furniture"]

RESUME_COST = 2.0  # points against carrying on a sentence behind display type
CUT_WORD_COST = 2.0  # points against a headline's ending inside a word
SIGNER_MAX = 20.0  # Han characters
SIGNED = re.compile(r"^[\u4e00-\u9fff]{2,6}[ \u3000]+[\u4e00-\u9fff·]{2,4}$")  # 读者 闫淑珍
# What stands above a date is no signer: 更正 / 2023年11月6日
HEADED = re.compile(
    r"(?:更正|公告|启事|通知|声明|通告|公示|预告|讣告|讲话|致辞|报告|发言)(?:[（(]\w{2,4}[）)])?$"
)
NAME_REST = 2  # code points of a name that may stand on the next line
SHOW_SLOPE, SHOW_BASE = 1.8, 0.0  # points of a line's signs of display type
SPOKEN = 3.0  # points against display type of what somebody says
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
    torn: frozenset[int] = frozenset()
    """Lines that carry on a sentence behind lines of other articles."""
    is_woven: bool = False
    """The columns of the page cut across each other for sure."""
    shows: Shows = ()
    """Log-odds of each line's being display type; None where it cannot be."""


def read_roles(page: Reading) -> Reads:
    """The likeliest role of every line."""
    total = len(page.lines)
    roles: list[Role] = ["display"] * total
    shows = display_points(page)
    free: list[int] = []
    for i in range(total):
        signs = page.signs[i]
        if signs.furniture:
            roles[i] = "furniture"
        elif signs.label and not _heads_alone(page, shows, roles, i):
            roles[i] = "label"
        elif (
            (signs.byline and not _is_inside(page, i))
            or _signs_off(page, i)
            or _is_author(page, roles, i)
            or (i and roles[i - 1] == "byline" and _is_rest_of_name(page, i))
        ):
            roles[i] = "byline"
        else:
            free.append(i)
    carries = [-1] * total
    for i, step in zip(free, _best_way(page, free, roles, shows), strict=True):
        roles[i] = step.role
        if step.role == "goes-on":
            carries[i] = step.anchor
    return Reads(tuple(roles), tuple(carries), shows=shows)


def _is_inside(page: Reading, i: int) -> bool:
    """A name at the end of a wrapped sentence is no byline: the line before asks for it."""
    if i == 0 or page.columns[i] is None or page.signs[i].series or page.signs[i].is_sub:
        return False
    if page.signs[i - 1].is_sub or page.lines[i].text.startswith(
        ("本报", "记者", "通讯员", "（", "(")
    ):
        return False
    before = page.signs[i - 1]
    return not before.is_closed and is_full(page.lines[i - 1], page.columns[i - 1])


def _heads_alone(page: Reading, shows: Shows, roles: list[Role], i: int) -> bool:
    """A label with text after it and nothing before it is all the headline there is: 编读往来."""
    text = page.lines[i].text
    if page.counts[text] > 1:
        return False
    if text[0] in MARKS:
        return i + 1 < len(page.lines) and not page.signs[i + 1].has_stop
    if i + 1 >= len(page.lines):
        return False
    if i and not page.signs[i - 1].is_closed and roles[i - 1] != "byline":
        return False
    if i == 0 and (shows[i + 1] or 0.0) > 0:
        return False  # the name of the page, over its first headline
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
    if page.signs[i].has_stop or HEADED.search(page.lines[i].text):
        return False
    if SIGNED.match(page.lines[i].text) and is_name(page.lines[i].text.split()[-1]):
        return True
    tokens = page.lines[i].text.split()
    if (
        len(tokens) >= 2
        and tokens[0].endswith(words("organ_ends"))
        and tokens[0][:2] == tokens[1][:2]
    ):
        return True
    if i + 1 >= len(page.lines):
        return False
    below = page.lines[i + 1].text
    return PLAIN_DATE.match(below) is not None


def _is_rest_of_name(page: Reading, i: int) -> bool:
    """A byline may be wrapped inside its last name: 龙再 / 明."""
    text = page.lines[i].text
    column = page.columns[i - 1]
    is_full = column is not None and page.lines[i - 1].width >= column - INDENT
    if is_full and len(text) <= 4 and text.endswith(words("organ_ends")):
        return True
    return len(text) <= NAME_REST and all(HAN.match(c) for c in text) and not page.signs[i].label


def _display(page: Reading, shows: Shows, i: int) -> float:
    """Points of a line for being display type."""
    points = shows[i]
    if points is None:
        spoken = SPOKEN if page.signs[i].speaker else 0.0
        return display_score(page, i) - spoken
    return begin_score(page, i) + SHOW_BASE + SHOW_SLOPE * points


def _best_way(page: Reading, free: list[int], roles: list[Role], shows: Shows) -> list[Step]:
    """States at each line: goes-on, begins, display after a closed, display after an open one."""
    table: list[list[Step | None]] = []
    for at, i in enumerate(free):
        if not table:
            table.append(_first(page, shows, i))
            continue
        previous = free[at - 1]
        broken = any(roles[k] == "byline" for k in range(previous + 1, i))
        table.append(_states(page, shows, previous, i, table[-1], broken))
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


def _first(page: Reading, shows: Shows, i: int) -> list[Step | None]:
    return [
        None,
        Step(begin_score(page, i), "begins", -1, 0),
        Step(_display(page, shows, i), "display", -1, 0),
        None,
    ]


def _states(
    page: Reading, shows: Shows, previous: int, i: int, before: list[Step | None], broken: bool
) -> list[Step | None]:
    begins, display = begin_score(page, i), _display(page, shows, i)
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
