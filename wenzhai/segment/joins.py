"""Two lines -> how well the second carries on the first.

Evidence, in points of log-odds: how the first ends, how the second begins, whether a word of
ordinary Chinese or a run of characters known from the page spans the break, whether brackets and
quotation marks opened before the break are closed after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import rjieba

from wenzhai.segment.columns import column_widths, is_full
from wenzhai.segment.edges import read_edges
from wenzhai.segment.lines import Line, read_lines
from wenzhai.segment.recurrence import recurrences
from wenzhai.segment.signs import HAN, SPEAKER_WORDS, Signs, read_signs
from wenzhai.segment.words import alternation

TITLE_MAX = 40  # code points of a title with its name
TAIL = 5  # code points looked at on either side of a break; the longest ordinary words have 4
INDENT_MIN = 2  # white characters before the first line of a paragraph
INDENT_ERROR = 0.8  # Han characters by which punctuation moves the end of a line
INDENT = 2.0  # Han characters; the first line of a paragraph is shorter when its indent is lost
LONG_LINE = 24.0  # Han characters; an unwrapped line of this length is no headline
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"))


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a page with everything that was seen on each."""

    lines: Sequence[Line]
    signs: Sequence[Signs]
    columns: Sequence[float | None]
    trigrams: frozenset[str]
    """Runs of three characters within lines."""
    in_series: frozenset[int]
    """Lines whose number runs on from one before or to one after."""
    counts: Mapping[str, int]
    """How often each line is printed."""
    recurs: Sequence[float | None]
    """Share of a line's words that recur around it."""
    breaks_word: Sequence[bool]
    """A word runs from the line before over the break into this one."""
    lost_indent: float
    """By how much first lines of paragraphs are shorter than their column, Han characters."""
    has_indents: bool
    """Paragraphs of this page begin with printed indents."""
    wide_gap: int
    """Empty rows above a line from which they mean something; on most pages 1 or 2."""


def join_score(page: Reading, a: int, b: int, is_first: bool = False) -> float:
    """Log-odds that line b carries on the paragraph of line a, which may be its first."""
    first, second = page.signs[a], page.signs[b]
    score = _ending(page, a, page.lost_indent if is_first else 0.0) + _beginning(second)
    if b in page.in_series:
        score -= 6.0
    if not first.is_closed:
        left, right = page.lines[a].text, page.lines[b].text
        if page.breaks_word[b] if b == a + 1 else spans_word(left, right):
            score += 2.5
        if _is_known(page, left, right):
            score += 1.0
        score += 1.5 * pairs_closed(left, right)
    if page.has_indents:
        score += -4.0 if page.lines[b].indent >= INDENT_MIN else 2.0
    if page.lines[b].blank >= page.wide_gap and first.is_closed:
        score -= 1.5
    return score


def _ending(page: Reading, a: int, indent: float) -> float:
    signs, line, column = page.signs[a], page.lines[a], page.columns[a]
    full = is_full(line, column, indent)
    if signs.signature:
        return -6.0
    if signs.is_closed:
        if column is None:
            return -4.0
        return 0.3 if full else -4.0
    if signs.is_middle:
        score = 3.0
        if line.text[-1] in "；;：:":
            score = -1.5 if column is None or not full else 0.5
        return score if column is None or full else score - 1.0
    if column is not None:
        return 2.0 if full else -2.0
    return 2.5 if line.width >= LONG_LINE else -0.5


def _beginning(signs: Signs) -> float:
    if signs.is_bad_start:
        return 4.0
    score = 0.0
    if signs.dateline:
        score -= 7.0
    if signs.series and signs.series != "digit":
        score -= 3.0
    elif signs.series:
        score -= 1.5
    if signs.is_sub or signs.is_note or signs.is_caption:
        score -= 3.0
    if signs.speaker:
        score -= 1.0
    if signs.is_dated:
        score -= 1.2
    if signs.is_opener:
        score -= 0.8
    return score


def spans_word(left: str, right: str) -> bool:
    """Whether an ordinary word lies across the break: 县政协主|席刘明."""
    tail, head = left[-TAIL:], right[:TAIL]
    if not HAN.match(tail[-1:]) or not HAN.match(head[:1]):
        return (
            tail[-1:].isdigit()
            and head[:1] in "个名人元年月日家项次万亿户亩公吨座条余多%.、0123456789"
        )
    rest = len(tail)
    for word in rjieba.cut(tail + head, False):
        rest -= len(word)
        if rest <= 0:
            return rest < 0
    return False


def _is_known(page: Reading, left: str, right: str) -> bool:
    return left[-2:] + right[:1] in page.trigrams or left[-1:] + right[:2] in page.trigrams


def pairs_closed(left: str, right: str) -> int:
    """1 when something open on the left is closed first on the right, -1 when it is opened again."""
    found = 0
    for opening, closing in PAIRS:
        if left.rfind(opening) > left.rfind(closing):
            close, again = right.find(closing), right.find(opening)
            if close >= 0 and (again < 0 or close < again):
                found += 1
            elif again >= 0:
                found -= 1
    return max(-1, min(found, 1))


def ends_open(text: str) -> bool:
    """Whether the last word asks for another: 的, 和, 将."""
    return re.search(rf"{alternation('open_ends')}$", text) is not None


def page_trigrams(lines: Sequence[Line]) -> frozenset[str]:
    found: set[str] = set()
    for line in lines:
        text = line.text
        found.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
    return frozenset(found)


SERIES_REACH = 40  # lines between two numbers of one series


def number_series(signs: Sequence[Signs]) -> frozenset[int]:
    """Lines numbered one more, or one less, than another of the same kind nearby."""
    found: set[int] = set()
    last: dict[tuple[str, int], int] = {}
    for i, sign in enumerate(signs):
        if sign.series is None or not sign.value:
            continue
        before = last.get((sign.series, sign.value - 1))
        if before is not None and i - before <= SERIES_REACH:
            found.update((before, i))
        last[sign.series, sign.value] = i
    return frozenset(found)


def read_page(text: str) -> Reading:
    """Everything that is seen on the lines of a page."""
    lines = read_lines(text)
    signs = read_edges(lines, [read_signs(line) for line in lines])
    signs = _with_titles(lines, _with_sure_speakers(signs))
    columns = column_widths(lines, [sign.is_closed for sign in signs])
    return Reading(
        lines,
        signs,
        columns,
        page_trigrams(lines),
        number_series(signs),
        Counter(line.text for line in lines),
        recurrences(lines, signs),
        _word_breaks(lines, signs),
        lost_indent(lines, signs, columns),
        has_indents(lines),
        wide_gap(lines),
    )


def lost_indent(
    lines: Sequence[Line], signs: Sequence[Signs], columns: Sequence[float | None]
) -> float:
    """2 when lines that surely begin a paragraph fall short of their column, 0 when they fill it."""
    short = full = 0
    for i in range(1, len(lines)):
        column = columns[i]
        if column is None or not (signs[i - 1].is_closed and signs[i - 1].has_stop):
            continue
        if lines[i - 1].width > column - INDENT - 1 or signs[i].is_closed:
            continue
        missing = column - lines[i].width
        full += abs(missing) <= INDENT_ERROR
        short += abs(missing - INDENT) <= INDENT_ERROR
    return INDENT if short >= full else 0.0


def _word_breaks(lines: Sequence[Line], signs: Sequence[Signs]) -> tuple[bool, ...]:
    return tuple(
        i > 0 and not signs[i - 1].is_closed and spans_word(lines[i - 1].text, line.text)
        for i, line in enumerate(lines)
    )


def _with_sure_speakers(signs: Sequence[Signs]) -> list[Signs]:
    """A word before a colon speaks only if it begins two lines of the page, or is 记者, 问, 答."""
    counts = Counter(sign.speaker for sign in signs if sign.speaker)
    return [
        replace(sign, speaker=None)
        if sign.speaker and counts[sign.speaker] < 2 and sign.speaker not in SPEAKER_WORDS
        else sign
        for sign in signs
    ]


def _with_titles(lines: Sequence[Line], signs: Sequence[Signs]) -> list[Signs]:
    """Who speaks on the page, printed with a title and a colon, stands above a headline."""
    names = {sign.speaker for sign in signs if sign.speaker} - SPEAKER_WORDS
    if not names:
        return list(signs)
    named = re.compile("(?:" + "|".join(sorted(map(re.escape, names))) + ")[:：]$")
    return [
        replace(sign, is_titled=True)
        if not sign.is_titled and 6 <= len(line.text) <= TITLE_MAX and named.search(line.text)
        else sign
        for line, sign in zip(lines, signs, strict=True)
    ]


def has_indents(lines: Sequence[Line]) -> bool:
    """Whether enough lines begin with white space, and enough do not."""
    indented = sum(line.indent in (2, 3, 4) for line in lines)
    return len(lines) >= 5 and 0.06 * len(lines) <= indented <= 0.7 * len(lines)


def wide_gap(lines: Sequence[Line]) -> int:
    """One more than what most lines have above them: a mark that every line has says nothing."""
    if len(lines) < 2:
        return 1
    ordered = sorted(line.blank for line in lines if not line.is_cut)
    usual = ordered[len(ordered) // 2]
    return usual + 1
