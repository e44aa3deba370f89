"""Passage -> where names of initiatives may stand, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wenzhai.recognise.initiatives.lexicon import InitiativeLexicon
from wenzhai.recognise.initiatives.signs import CUT, odds, read_signs
from wenzhai.recognise.words import Word, words_of

QUOTED = re.compile(r"[“\"]([^“”\"。！？；：\n]{2,18})[”\"]")
JOINT = re.compile(r"[、和及与，]?|[、和及与][一-鿿]{0,4}|[一-鿿]{0,4}[、和及与]")
SEPARATOR = re.compile(r"[、，,]")
AHEAD = 14  # code points behind the marks that are read
BEHIND = 8  # ... and in front of them
TITLED = re.compile(r"《([^《》\n]{4,40})》")
BREAKS = re.compile(r"[，。；：！？、,;:!?()（）—…\s“”‘’《》\"]")
STOPPING = frozenset(
    ["p", "c", "uj", "ul", "uz", "ug", "ud", "uv", "r", "d", "y", "e", "o", "t", "m", "x", "q"]
)
VERBS = frozenset(["v", "vd", "d", "ad"])
EVERYWHERE = re.compile(r"[全我本该][国省市县区州盟旗镇乡]")
SPOKEN = re.compile(r"(?:说|道|表示|认为|指出|强调|问|称|讲道|介绍|要求|写着|写道|写了)[：:，,]?$")


class Hit(NamedTuple):
    """Half-open, code points of the passage; the name alone."""

    start: int
    end: int
    form: str
    rule: str
    points: int
    """What speaks for it; a hit of a term has enough."""


def titles(text: str, lexicon: InitiativeLexicon) -> Iterator[str]:
    """What stands in marks as the title of a column, a work, a match, or as a nickname."""
    for match in QUOTED.finditer(text):
        before = text[max(0, match.start() - BEHIND) : match.start()]
        if lexicon.title_behind.match(text, match.end() - 1) or lexicon.nicknamed.search(before):
            yield match[1]


def quoted_names(text: str) -> Iterator[str]:
    """Everything in quotation marks that could be a name."""
    yield from (match[1] for match in QUOTED.finditer(text))


def hits(
    text: str, field: str, recurring: Mapping[str, int], lexicon: InitiativeLexicon
) -> Iterator[Hit]:
    """In the order of the rules; they may overlap."""
    marked = list(quoted(text, recurring, lexicon))
    words = words_of(text) if marked else []
    for match, points in marked:
        signs = read_signs(*match.span(1), text, words, field, points, recurring.get(match[1], 0))
        if odds(signs) >= CUT:
            rule = "quoted-name" if points >= lexicon.accept else "quoted-signs"
            yield Hit(*match.span(1), "quoted", rule, max(points, lexicon.accept))
    for match in TITLED.finditer(text):
        if lexicon.titled.search(match[1]):
            yield Hit(*match.span(1), "quoted", "titled-document", lexicon.accept)
    for match in lexicon.whole.finditer(text):
        yield Hit(*match.span(), "term", "fixed-term", lexicon.accept)
    for match in lexicon.term.finditer(text):
        start = _term_start(text, match, lexicon)
        if start is not None:
            yield Hit(start, match.end(), "term", "term-with-class", lexicon.accept)


def quoted(
    text: str, recurring: Mapping[str, int], lexicon: InitiativeLexicon
) -> Iterator[tuple[re.Match[str], int]]:
    """What stands in quotation marks and may be a name, with what the rules give it."""
    for group in _lists(text):
        shared = max(_around(match, text, lexicon) for match in group)
        for match in group:
            if not _is_none(match[1], lexicon):
                yield match, max(0, _points(match, text, shared, recurring, lexicon))


def _is_none(name: str, lexicon: InitiativeLexicon) -> bool:
    """A motto, a formula, or nothing but places: “大凉山”品牌."""
    if name in lexicon.speech or lexicon.formula.search(name):
        return True
    return all(word.tag == "ns" for word in words_of(name))


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """Names in marks that stand in one list: “书香政协·悦览湖城”和“清廉政协”."""
    group: list[re.Match[str]] = []
    for match in QUOTED.finditer(text):
        if group and not JOINT.fullmatch(text, group[-1].end(), match.start()):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _around(match: re.Match[str], text: str, lexicon: InitiativeLexicon) -> int:
    """What the words beside the marks say."""
    points = 0
    behind = match.end(), match.end() + AHEAD
    if lexicon.after.match(text, *behind):
        points += lexicon.class_points
    elif lexicon.after_weak.match(text, *behind):
        points += lexicon.weak_points
    if lexicon.before.search(text, max(0, match.start() - BEHIND), match.start()):
        points += lexicon.verb_points
    return points


def _points(
    match: re.Match[str],
    text: str,
    around: int,
    recurring: Mapping[str, int],
    lexicon: InitiativeLexicon,
) -> int:
    name = match[1]
    before = text[max(0, match.start() - BEHIND) : match.start()]
    if SPOKEN.search(before) and not lexicon.class_inside.search(name):
        return 0
    if lexicon.after_formula.match(text, match.end() - 1):
        return 0
    points = around
    if len(name) >= lexicon.strong_verb_least and lexicon.strong_verbs.search(before):
        points = max(points, lexicon.strong_verb_points)
    if lexicon.class_inside.search(name):
        points += lexicon.class_inside_points - (lexicon.copula.search(before) is not None)
    elif lexicon.inside.search(name):
        points += lexicon.inside_points
    elif len(name) == 2 and around < lexicon.class_points:
        return 0
    if recurring.get(name, 0) > 1:
        points += lexicon.recurs_points
    return points - (len(SEPARATOR.findall(name)) > 1)


def _term_start(text: str, match: re.Match[str], lexicon: InitiativeLexicon) -> int | None:
    """Where a term without marks begins: 实施|工业倍增计划."""
    end = match.start()
    low = max(0, end - lexicon.term_most)
    stop = max((m.end() for m in BREAKS.finditer(text, low, end)), default=low)
    words = words_of(text[stop:end])
    first = len(words)
    while first:
        word, tag, _, _ = words[first - 1]
        if tag in STOPPING or lexicon.term_verbs.fullmatch(word):
            break
        first -= 1
    while first < len(words) and words[first][1] in VERBS and not _is_compound(words, first):
        first += 1
    opening = first  # 纳入|全市耕地质量提升行动
    while first < len(words) and EVERYWHERE.fullmatch(words[first].text):
        first += 1
    if first == len(words):
        return None
    start = stop + words[first][2]
    name = text[start:end]
    is_sure = match[0] in lexicon.sure_terms and len(name) >= lexicon.sure_least
    at = stop + words[opening].start
    is_introduced = is_sure or lexicon.term_verbs.search(text, max(0, at - 3), at)
    if len(name) < lexicon.term_least - 1 or not is_introduced:
        return None
    if name in lexicon.generic or all(word in lexicon.generic for word, *_ in words[first:]):
        return None
    return start


def _is_compound(words: Sequence[Word], first: int) -> bool:
    """找矿|突破: a verb that begins a name, not one that governs it."""
    return (
        first + 1 < len(words) and words[first + 1][1] in {"v", "vn"} and len(words[first][0]) > 1
    )
