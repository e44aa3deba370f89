"""The words that may be what a figure counts -> those that it does count, by all their signs together.

In 领走147件包裹 and 已办结189件 the number stands between a verb and a noun, or behind a verb alone and the
noun sentences before. What the rules (`what`, `clauses`) take is one sign among others. The weights
are log-odds against the other candidates, fitted on labelled figures by `bench/fit_figures.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from wenzhai.model import Place
from wenzhai.recognise.figures.candidates import (
    HISTORY,
    STOPS,
    Earlier,
    Kind,
    Span,
    Text,
    candidates,
)
from wenzhai.weights import load_weights

FAR = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70)  # code points; the steps of a distance
CLAUSES = frozenset("，,：:")
GAP_MAX = 5  # code points of words between that are read as they are
TAGS_MAX = 4  # words between whose classes are read
EDGE = "^"
NOTHING = "nothing"
"""Sign of the answer that nothing printed says what is counted."""


class Asked(NamedTuple):
    """A figure of a passage; half-open, code points."""

    place: Place
    start: int
    end: int
    value: str
    unit: str
    by_rules: Span | None
    earlier: tuple[Earlier, ...]
    """The nearest first."""


class Whole(NamedTuple):
    """The article around it."""

    text: str
    display: str
    """Headline, kicker and subheadlines."""


def choose(asked: Asked, around: Text, whole: Whole) -> Span | None:
    """What the figure counts; None where nothing printed says it."""
    return pick(load_weights("figure_signs.tsv"), asked, around, whole)


def pick(table: Mapping[str, float], asked: Asked, around: Text, whole: Whole) -> Span | None:
    """The same by any weights."""
    best, most = None, sum(table.get(sign, 0.0) for sign in nothing_signs(asked, around))
    for span, signs in read_signs(asked, around, whole):
        points = sum(table.get(sign, 0.0) for sign in signs)
        if points > most:
            best, most = span, points
    return best


def step(distance: int) -> int:
    return bisect_left(FAR, distance)


def _beside(asked: Asked, around: Text) -> tuple[str, str, str, str]:
    """Word and class in front of the number and behind its unit."""
    words = around.words
    low = bisect_left(words, asked.start, key=lambda word: word.end + 1)
    high = bisect_left(words, asked.end, key=lambda word: word.start)
    before = words[low - 1] if low else None
    behind = words[high] if high < len(words) else None
    return (
        before.text if before else EDGE,
        before.tag if before else EDGE,
        behind.text if behind else EDGE,
        behind.tag if behind else EDGE,
    )


def nothing_signs(asked: Asked, around: Text) -> list[str]:
    before, before_tag, behind, behind_tag = _beside(asked, around)
    return [
        NOTHING,
        f"{NOTHING} {asked.unit}",
        f"{NOTHING} rules {asked.by_rules is not None}",
        f"{NOTHING} < {before}",
        f"{NOTHING} <- {before_tag}",
        f"{NOTHING} > {behind}",
        f"{NOTHING} -> {behind_tag}",
    ]


def read_signs(asked: Asked, around: Text, whole: Whole) -> list[tuple[Span, list[str]]]:
    """Each candidate with its signs, in the order of the passage."""
    found = candidates(asked.start, asked.end, around, asked.by_rules, asked.earlier)
    before = [span for span in found if span[1] <= asked.start]
    behind = [span for span in found if span[0] >= asked.end]
    beside = _beside(asked, around)
    made = []
    for side, spans in (("<", before[::-1]), (">", behind)):
        for rank, span in enumerate(spans):
            signs = _signs(span, found[span], side, rank, asked, around, beside)
            signs += _wide(span, signs[0], side, asked, around, whole, beside)
            made.append((span, list(dict.fromkeys(signs))))
    made.sort(key=lambda one: one[0])
    return made


def _signs(
    span: Span,
    kind: Kind,
    side: str,
    rank: int,
    asked: Asked,
    around: Text,
    beside: tuple[str, str, str, str],
) -> list[str]:
    """Of its own words, and of what stands between it and the number; the side and clause first."""
    text, words = around.text, around.words
    low, high = (span[1], asked.start) if side == "<" else (asked.end, span[0])
    gap = text[low:high]
    is_apart = any(c in STOPS for c in gap)
    clause = 2 if is_apart else int(any(c in CLAUSES for c in gap))
    where = f"{side}{clause}"
    first = bisect_left(words, low, key=lambda word: word.start)
    between = []
    for word in words[first:]:
        if word.end > high:
            break
        between.append(word)
    verbs = sum(word.tag[0] == "v" for word in between)
    has_figure = any(low <= a and b <= high for a, b in around.figures)
    inside = bisect_left(words, span[1], key=lambda word: word.end)
    head = words[min(inside, len(words) - 1)]
    before = bisect_left(words, span[0], key=lambda word: word.end + 1)
    previous = words[before - 1] if before else None
    term = text[slice(*span)]
    unit, near = asked.unit, min(rank, 2)
    was_taken = span == asked.by_rules
    rules = asked.by_rules
    overlaps = rules is not None and span[0] < rules[1] and rules[0] < span[1]
    word_before, tag_before, word_behind, tag_behind = beside
    tags = " ".join(word.tag for word in between) if len(between) <= TAGS_MAX else "long"
    bound = asked.value[0] if asked.value[:1] in "<>~" else ""
    return [
        where,
        f"kind {kind} {side}",
        f"{where} rank {min(rank, 5)}",
        f"{where} far {step(len(gap))}",
        f"{where} verbs {min(verbs, 3)}",
        f"{where} figure {has_figure}",
        f"unit {unit} {where}",
        f"unit {unit} {where} {near}",
        f"head {head.text}",
        f"last {term[-1]}",
        f"last {term[-1]} {unit[-1:]}",
        f"class {head.tag} {side}",
        f"before {word_before} {where}",
        f"before-class {tag_before} {where} {near}",
        f"behind {word_behind} {where}",
        f"behind-class {tag_behind} {where} {near}",
        f"length {min(len(term), 9)}",
        f"next {text[span[1] : span[1] + 1]} {side}",
        f"previous-class {previous.tag if previous else EDGE} {side}",
        f"previous {previous.text if previous else EDGE}",
        f"rules {was_taken}",
        f"overlap {overlaps}",
        f"rules {was_taken} {where} {min(rank, 3)}",
        f"no-rule {rules is None} {where} {min(rank, 3)}",
        f"bound {bound} {where}",
        f"word {term}",
        f"between {side} {tags}",
        f"unit-head {unit} {head.text}",
        f"unit-last {unit} {term[-1]}",
        f"kind {kind} {where} {tag_before}",
        f"kind {kind} {where} {min(rank, 3)} {tag_behind}",
        *([f"gap {side} {gap}"] if len(gap) <= GAP_MAX else []),
    ]


def _wide(
    span: Span,
    where: str,
    side: str,
    asked: Asked,
    around: Text,
    whole: Whole,
    beside: tuple[str, str, str, str],
) -> list[str]:
    """Of the article, and of what the figures before count."""
    term = around.text[slice(*span)]
    is_long = len(term) > 1
    signs = [
        f"times {min(whole.text.count(term), 3)} {where}",
        f"headline {term in whole.display} {where} {is_long}",
    ]
    for number, one in enumerate(asked.earlier[:HISTORY]):
        is_like = one.unit == asked.unit
        if one.what and (one.what in term or term in one.what):
            signs += [
                f"again {number} {is_like} {where}",
                f"again {number} {is_like} far {step(asked.start - one.end)}",
                f"again before {beside[0]}",
                f"again class {beside[1]} {is_like}",
            ]
        elif one.what:
            signs.append(f"other {number} {is_like} {side}")
    return signs
