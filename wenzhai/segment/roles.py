"""Lines -> the role of each: goes on, begins a paragraph, is display type, names makers, is furniture.

The cheapest way through the whole page is found by dynamic programming: whether a line is a
headline shows as much in its neighbours (a sentence that would be cut, a dateline that follows) as
in itself. Lines of display type between two halves of a sentence do not break it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wenzhai.segment.displays import display_points
from wenzhai.segment.furniture import is_enquiry
from wenzhai.segment.joins import Reading, join_score
from wenzhai.segment.lone import heads_alone
from wenzhai.segment.makers import names_makers
from wenzhai.segment.scores import begin_score, display_score, leave_cost
from wenzhai.segment.verses import find_verses

Shows = Sequence[float | None]
Role = Literal["goes-on", "begins", "display", "label", "byline", "furniture"]

RESUME_COST = 2.0  # points against carrying on a sentence behind display type
LABEL_COST, LABEL_MAX = 0.8, 6.0  # ... behind one line of so few Han characters
CUT_WORD_COST = 2.0  # points against a headline's ending inside a word
SHOW_SLOPE, SHOW_BASE = 1.8, 0.0  # points of a line's signs of display type
ASKED = 6.0  # points against display type of where to ask: 举报电话：025-83520000
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
    verses: frozenset[int] = frozenset()
    """Lines of poems, each a paragraph."""


def read_roles(page: Reading) -> Reads:
    """The likeliest role of every line."""
    total = len(page.lines)
    roles: list[Role] = ["display"] * total
    shows = display_points(page)
    free: list[int] = []
    verses = find_verses(page)
    for i in range(total):
        signs = page.signs[i]
        if i in verses:
            roles[i] = "begins"
        elif signs.furniture:
            roles[i] = "furniture"
        elif signs.label and not heads_alone(page, shows, roles, i):
            roles[i] = "label"
        elif names_makers(page, roles, i):
            roles[i] = "byline"
        else:
            free.append(i)
    carries = [-1] * total
    for i, step in zip(free, _best_way(page, free, roles, shows), strict=True):
        roles[i] = step.role
        if step.role == "goes-on":
            carries[i] = step.anchor
    return Reads(tuple(roles), tuple(carries), shows=shows, verses=verses)


def _display(page: Reading, shows: Shows, i: int) -> float:
    """Points of a line for being display type."""
    points = shows[i]
    if points is None and is_enquiry(page.lines[i].text):
        return begin_score(page, i) - ASKED
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
            score -= _resume_cost(page, last, i) if after_display else 0.0
            _offer(rows, 0, Step(score, "goes-on", last, number))
        cost = leave_cost(page, last) if is_open else 0.0
        if after_display and page.breaks_word[i] and previous == i - 1:
            cost += CUT_WORD_COST
        score = step.score + begins - cost + (0.6 if after_display else 0.0)
        _offer(rows, 1, Step(score, "begins", last, number))
        score = step.score + display - (0.0 if after_display else 0.4 * cost)
        _offer(rows, 3 if is_open else 2, Step(score, "display", last, number))
    return rows


def _resume_cost(page: Reading, last: int, i: int) -> float:
    """Points against carrying on behind display type; fewer behind one short line, as labels are."""
    is_label = i == last + 2 and page.lines[last + 1].width <= LABEL_MAX
    return LABEL_COST if is_label else RESUME_COST


def _offer(rows: list[Step | None], state: int, step: Step) -> None:
    held = rows[state]
    if held is None or step.score > held.score:
        rows[state] = step
