"""Does a bare short form mean a place here?

Three ranks: a form that is a place nearly always (贵阳), one that needs the full name on
the page or the context (西和), and an everyday word that needs the context (合作). What the rules
say of it is evidence for the other places on the page; whether it is one is then weighed by all its
signs together (`signs`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.recognise.regions.around import (
    AFTER_LISTED,
    AFTER_PLACE,
    ALLOWED_REST,
    BEFORE_PLACE,
    DATELINE_OPENERS,
    HEAD_MARKS,
    LINKS,
    MARKS,
    OTHER_NAME,
    UNKNOWN_TAIL,
)
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.owner import Owner, owner_of
from wenzhai.recognise.regions.reading import Reading

STATION = re.compile("[东南西北]站")
"""平湖|南站 is no 湖南站."""
SLOGAN_MAX = 4  # code points before the place


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known to be printed, by id."""

    article: frozenset[str]
    page: frozenset[str]


class Case(NamedTuple):
    """A short form with everything that speaks for it or against it."""

    reading: Reading
    hit: Hit
    form: str
    before: Hit | None
    after: Hit | None
    owner: Owner | None
    printed: Evidence
    """In full."""
    evidence: Evidence
    """In full, or in a short form that holds by rules."""
    gazetteer: Gazetteer
    lexicon: Lexicon

    @property
    def is_ordinary(self) -> bool:
        """An everyday word, or a nickname."""
        return self.form in self.lexicon.ordinary or self.hit.sort == "nickname"

    @property
    def is_high(self) -> bool:
        """A province or prefecture."""
        return any(i.endswith("00") for i in self.hit.ids)

    def neighbours(self) -> Iterator[tuple[Hit, str]]:
        """Places linked to it in a list, with the link."""
        text = self.reading.text
        for place, start, end in (
            (self.before, self.before.end if self.before else 0, self.hit.start),
            (self.after, self.hit.end, self.after.start if self.after else 0),
        ):
            link = text[start:end]
            if place is not None and place.sort != "compound" and LINKS.fullmatch(link):
                yield place, link


def case_of(
    reading: Reading,
    hit: Hit,
    around: tuple[Hit | None, Hit | None],
    known: tuple[Evidence, Evidence],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Case | None:
    """A short form that may be a place; None when it is part of another word or name."""
    if not words_allow(reading, hit, lexicon):
        return None
    owner = owner_of(reading, hit, around[1], lexicon)
    form = reading.text[hit.start : hit.end]
    case = Case(reading, hit, form, *around, owner, *known, gazetteer, lexicon)
    return None if _is_other_name(case) else case


def ruled(case: Case) -> str | None:
    """The rule that says that it is a place; None when nothing does."""
    if case.owner == "private":
        return None
    return next((name for name, holds in RULES if holds(case)), None)


def words_allow(reading: Reading, hit: Hit, lexicon: Lexicon) -> bool:
    """No word of the dictionary reaches over the edge of the form: 炉山 in 香炉山鸡."""
    for position in (hit.start, hit.end):
        if reading.at_word(position):
            continue
        number = reading.word_over(position)
        word, _ = reading.words[number]
        if not rjieba.has_word(word):
            continue  # guessed, not known: 大凯里
        begin = reading.starts[number]
        rest = word[hit.end - begin :]
        if begin == hit.start and _may_follow(rest, lexicon):
            continue  # 贵州省, 上海海关, 吉林长春 as a word
        if begin < hit.start and word[: hit.start - begin] in lexicon.forms and not rest:
            continue  # 长春 in 吉林长春
        return False
    return True


def _may_follow(rest: str, lexicon: Lexicon) -> bool:
    return rest in ALLOWED_REST or (
        len(rest) > 1 and (rest in lexicon.public or rest in lexicon.forms)
    )


def _is_other_name(case: Case) -> bool:
    reading, end = case.reading, case.hit.end
    if end >= len(reading.text):
        return False
    if STATION.match(reading.text, end - 1):
        return True
    if not reading.at_word(end):
        return not case.is_high and UNKNOWN_TAIL.match(reading.text, end) is not None
    word = reading.words[reading.word_over(end)][0]
    return word in OTHER_NAME or (not case.is_high and UNKNOWN_TAIL.fullmatch(word) is not None)


def _after_parent(case: Case) -> bool:
    """贵州开阳."""
    place = case.before
    return (
        place is not None
        and place.end == case.hit.start
        and _is_part(case.hit.ids, place.ids, case.gazetteer)
    )


def _before_part(case: Case) -> bool:
    """凯里炉山镇."""
    place = case.after
    return (
        place is not None
        and place.start == case.hit.end
        and _is_part(place.ids, case.hit.ids, case.gazetteer)
    )


def _in_dateline(case: Case) -> bool:
    """本报庄浪讯."""
    text, hit = case.reading.text, case.hit
    for found in case.lexicon.datelines.finditer(text, max(0, hit.start - 14), hit.end + 12):
        start, end = found.span("place")
        if start <= hit.start and hit.end <= end and text[start - 2 : start] in DATELINE_OPENERS:
            return True
    return False


def _in_list(case: Case) -> bool:
    """A neighbour in the list is a place beyond doubt."""
    if case.is_ordinary and not AFTER_LISTED.match(case.reading.text, case.hit.end):
        return False
    for place, link in case.neighbours():
        form = case.reading.text[place.start : place.end]
        is_bare = place.sort == "short"
        if (is_bare and form in case.lexicon.ordinary) or (case.is_ordinary and link not in MARKS):
            continue
        is_sure = place.sort in ("full", "town", "joint", "listed")
        if is_sure or any(i.endswith("00") for i in place.ids):
            return True
        if form not in case.lexicon.ambiguous and link in MARKS:
            return True
    return False


def _with_sibling(case: Case) -> bool:
    """A neighbour in the list lies under the same parent: 镇远、三穗."""
    mine = {case.gazetteer.parent(i) for i in case.hit.ids}
    return not case.is_ordinary and any(
        not mine.isdisjoint(case.gazetteer.parent(i) for i in place.ids)
        for place, _ in case.neighbours()
    )


def _of_body(case: Case) -> bool:
    """贵阳政协; of an everyday word only where the place is printed on the page."""
    is_printed = not case.evidence.page.isdisjoint(case.hit.ids)
    return case.owner == "public" and (is_printed or not case.is_ordinary)


def _visited(case: Case) -> bool:
    """在凯里举行."""
    text = case.reading.text
    is_printed = not case.evidence.article.isdisjoint(case.hit.ids)
    if case.is_ordinary and not is_printed:
        return False
    return _is_after_verb(case) and AFTER_PLACE.match(text, case.hit.end) is not None


def _in_slogan(case: Case) -> bool:
    """美丽白云, where 白云区 is printed."""
    start = case.hit.start
    return (
        case.is_ordinary
        and not case.evidence.page.isdisjoint(case.hit.ids)
        and case.reading.at_word(start)
        and case.lexicon.slogan.search(case.reading.text, max(0, start - SLOGAN_MAX), start)
        is not None
    )


def _heads_line(case: Case) -> bool:
    """会同“一河三岸”焕新, where 会同县 is printed."""
    text, hit = case.reading.text, case.hit
    is_first = hit.start == 0 or text[hit.start - 1] == "\n"
    is_printed = not case.evidence.article.isdisjoint(hit.ids)
    return is_first and is_printed and text[hit.end : hit.end + 1] in HEAD_MARKS


def _is_known(case: Case) -> bool:
    """A province or prefecture, or a county that rjieba knows as a place."""
    if case.is_ordinary:
        return False
    return case.is_high or case.form not in case.lexicon.ambiguous


def _is_printed(case: Case) -> bool:
    """The full name stands on the page."""
    return not case.is_ordinary and not case.evidence.page.isdisjoint(case.hit.ids)


def _under_printed(case: Case) -> bool:
    """Its prefecture stands on the page."""
    parents = (case.gazetteer.parent(i) for i in case.hit.ids)
    return not case.is_ordinary and any(
        parent in case.evidence.page for parent in parents if not parent.endswith("0000")
    )


def _after_verb(case: Case) -> bool:
    """到西和."""
    return not case.is_ordinary and _is_after_verb(case)


RULES: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("dateline", _in_dateline),
    ("short-after-parent", _after_parent),
    ("short-before-part", _before_part),
    ("short-in-list", _in_list),
    ("short-with-sibling", _with_sibling),
    ("short-of-body", _of_body),
    ("short-visited", _visited),
    ("short-in-slogan", _in_slogan),
    ("short-heads-line", _heads_line),
    ("short-known", _is_known),
    ("short-of-printed", _is_printed),
    ("short-under-printed", _under_printed),
    ("short-after-verb", _after_verb),
)
"""The first that holds names the mention's rule; the order is of strength, not of need."""


def _is_part(part: Sequence[str], whole: Sequence[str], gazetteer: Gazetteer) -> bool:
    return any(not set(gazetteer.parents(i)).isdisjoint(whole) for i in part)


def _is_after_verb(case: Case) -> bool:
    start = case.hit.start
    return BEFORE_PLACE.search(case.reading.text, max(0, start - 2), start) is not None
