"""Lines -> the role of each: goes on, begins a paragraph, is display type, names makers, is furniture.

The cheapest way through the whole page is found by dynamic programming: whether a line is a
headline shows as much in its neighbours (a sentence that would be cut, a dateline that follows) as
in itself. Lines of display type between two halves of a sentence do not break it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from wenzhai.segment.displays import display_points
from wenzhai.segment.furniture import is_enquiry
from wenzhai.segment.joins import Reading, join_score
from wenzhai.segment.lone import heads_alone
from wenzhai.segment.makers import names_makers
from wenzhai.segment.names import is_name
from wenzhai.segment.scores import begin_score, display_score, leave_cost
from wenzhai.segment.tagger import DISPLAY, Tag, read_tags
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
SURE = 0.5  # chance from which a line is what the tagger says that it is
DOUBT = 0.1  # chance below which a line built like furniture is none
# ... and one built like an imprint or an address (电话：0454-8600000), or of marks only (◇◇◇).
DOUBTS = {"edition line": 0.3, "stray marks": 0.0}
LABEL_DOUBT = 0.3  # ... and of a known label
LEAST = 0.005  # chance; what is less likely is as good as impossible
BEGIN_SLOPE = 0.7  # points of the tagger's log-odds of a paragraph's first line
GOES_SLOPE = 1.2  # ... of the logarithm of its chance of going on
SET_APART: tuple[tuple[str, Role], ...] = (
    ("furniture", "furniture"),
    ("label", "label"),
    ("note", "byline"),
)


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
    tags: tuple[Tag, ...] = ()
    """What each line is set as."""
    guessed: Shows = ()
    """`shows` by signs and neighbours alone."""
    likely: Mapping[int, Mapping[int, float]] = {}
    """For each line the lines that it may carry on, each with its chance."""


class Points(NamedTuple):
    """What each line by itself says for its role."""

    shows: Shows
    begins: Sequence[float]
    goes_on: Sequence[float]


def read_roles(page: Reading) -> Reads:
    """The likeliest role of every line: a first guess, what the tagger makes of it, and the way anew."""
    first = first_roles(page)
    tags = read_tags(page, first.roles, first.shows)
    return _settle(page, first, tags)


def _settle(page: Reading, first: Reads, tags: tuple[Tag, ...]) -> Reads:
    roles: list[Role] = ["display"] * len(tags)
    free: list[int] = []
    for i, tag in enumerate(tags):
        fixed = "begins" if i in first.verses else _fixed(page, i, first.roles[i], tag)
        if fixed in ("label", "furniture") and _may_head(page, tags, i):
            fixed = None
        if first.roles[i] == "display" and i + 2 in first.verses and i + 1 not in first.verses:
            fixed = "display"  # the title of a poem, above its author
        if fixed is None:
            free.append(i)
        else:
            roles[i] = fixed
    shows = tuple(_shows(tag) for tag in tags)
    begins = [begin_score(page, i) + BEGIN_SLOPE * _begins(tag) for i, tag in enumerate(tags)]
    goes_on = [GOES_SLOPE * math.log(tag.chances.get("goes-on", 0.0) + LEAST) for tag in tags]
    carries = [-1] * len(tags)
    for i, step in zip(
        free, _best_way(page, free, roles, Points(shows, begins, goes_on)), strict=True
    ):
        roles[i] = step.role
        if step.role == "goes-on":
            carries[i] = step.anchor
    return Reads(
        tuple(roles),
        tuple(carries),
        shows=shows,
        verses=first.verses,
        tags=tags,
        guessed=first.shows,
    )


def _may_head(page: Reading, tags: Sequence[Tag], i: int) -> bool:
    """Whether a line that only the tagger sets apart is all that stands above a paragraph, jump
    lines and the like left aside."""
    if page.signs[i].furniture or page.signs[i].label:
        return False
    k = i + 1
    while k < len(tags) and page.signs[k].furniture:
        k += 1
    if k == len(tags):
        return False
    below, signs = tags[k], page.signs[k]
    is_item = signs.is_caption or signs.series is not None
    return below.name == "paragraph" and not below.is_rest and not is_item


def _fixed(page: Reading, i: int, guessed: Role, tag: Tag) -> Role | None:
    """The role of a line that is no text and no display type."""
    chances = tag.chances
    built = page.signs[i].furniture
    if built and tag.apart >= DOUBTS.get(built, DOUBT):
        return "furniture"
    if guessed == "label" and tag.apart > LABEL_DOUBT:
        return "label"
    for name, role in SET_APART:
        if chances.get(name, 0.0) > SURE and not (role == "label" and is_name(page.lines[i].text)):
            return role
    return None


def _shows(tag: Tag) -> float:
    """Log-odds of display type against text."""
    display = sum(tag.chances.get(name, 0.0) for name in DISPLAY)
    return math.log((display + LEAST) / (tag.chances.get("paragraph", 0.0) + LEAST))


def _begins(tag: Tag) -> float:
    """Log-odds of a paragraph's first line against one that goes on."""
    goes_on = tag.chances.get("goes-on", 0.0)
    return math.log((tag.chances.get("paragraph", 0.0) - goes_on + LEAST) / (goes_on + LEAST))


def first_roles(page: Reading) -> Reads:
    """The likeliest role of every line by its signs and its neighbours."""
    total = len(page.lines)
    roles: list[Role] = ["display"] * total
    shows = display_points(page)
    begins = [begin_score(page, i) for i in range(total)]
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
    for i, step in zip(
        free, _best_way(page, free, roles, Points(shows, begins, [0.0] * total)), strict=True
    ):
        roles[i] = step.role
        if step.role == "goes-on":
            carries[i] = step.anchor
    return Reads(tuple(roles), tuple(carries), shows=shows, verses=verses)


def _display(page: Reading, given: Points, i: int) -> float:
    """Points of a line for being display type."""
    points, begins = given.shows[i], given.begins[i]
    if points is None and is_enquiry(page.lines[i].text):
        return begins - ASKED
    if points is None:
        spoken = SPOKEN if page.signs[i].speaker else 0.0
        return display_score(page, i) - spoken
    return begins + SHOW_BASE + SHOW_SLOPE * points


def _best_way(page: Reading, free: list[int], roles: list[Role], points: Points) -> list[Step]:
    """States at each line: goes-on, begins, display after a closed, display after an open one."""
    table: list[list[Step | None]] = []
    for at, i in enumerate(free):
        if not table:
            table.append(_first(page, points, i))
            continue
        previous = free[at - 1]
        broken = any(roles[k] == "byline" for k in range(previous + 1, i))
        table.append(_states(page, points, previous, i, table[-1], broken))
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


def _first(page: Reading, points: Points, i: int) -> list[Step | None]:
    return [
        None,
        Step(points.begins[i], "begins", -1, 0),
        Step(_display(page, points, i), "display", -1, 0),
        None,
    ]


def _states(
    page: Reading,
    points: Points,
    previous: int,
    i: int,
    before: list[Step | None],
    broken: bool,
) -> list[Step | None]:
    begins, display = points.begins[i], _display(page, points, i)
    rows: list[Step | None] = [None, None, None, None]
    for number, step in enumerate(before):
        if step is None:
            continue
        after_display = step.role == "display"
        last = step.anchor if after_display else previous
        is_open = last >= 0 and not page.signs[last].is_closed
        if last >= 0 and not broken and (is_open or not after_display):
            is_first = step.role == "begins"
            score = step.score + join_score(page, last, i, is_first) + points.goes_on[i]
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
