"""Readings -> the same, with weak candidates that others vouch for: in lists, or by repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.lexicon import HAN, Affix, PersonLexicon
from wenzhai.recognise.persons.reading import Reading, choose
from wenzhai.recognise.persons.tokens import is_listed, is_word

LISTED_BY = (0.0, 4.0, 6.0)  # evidence of a name beside one other in a list, or between two
TITLED_BESIDE = 2.0  # ... when its own title stands between: 民警匡卫国、辅警|应得水
PAIRED = 2.2  # evidence from which on two weak candidates vouch for each other: 岩温和玉罕
TITLE_MAX = 12  # code points of such a title with its organisation
REPEATED = 1.5  # evidence of each further place where the same weak candidate stands
PEOPLES = ("ethnic-form", "sound", "dotted-name")
AMONG_PEOPLES = 0.7  # evidence of each person with a name of another people on the page
AMONG_PEOPLES_MOST = 2.1
LONG_ENOUGH = 3  # code points; after a title such a weak candidate counts wherever it stands
REPEATABLE = 1.5  # a weak candidate counts as a repetition from here
NEXT_MAX = 8  # code points of a title before the next name of a list
# 、行文、秘书长来月英
PIECE = re.compile(rf"、(?P<name>[{HAN}]{{2,4}})(?=(?P<next>[、和][{HAN}]{{0,{NEXT_MAX}}}))")
# 马骏、石磊、高洁3名委员; 肖开阳、胡兴义、石泉三人
COUNTED_LIST = re.compile(
    rf"(?<![{HAN}])(?P<names>[{HAN}]{{2,4}}(?:[、和][{HAN}]{{2,4}}?)+)等?"
    r"(?:(?:\d{1,3}|[两三四五六七八九十]{1,3})[名位](?=[^、，。]{0,8}(?:委员|代表|同志|选手|队员|同学|村民|干部))"
    r"|[二两三四五六七八九十]人)"
)
# The end of such a list, without which it need not be looked for.
HEADS = re.compile(r"[0-9二两三四五六七八九十][名位人]")
PAIR = re.compile("[、和与]")
JOINTS = re.compile(r"[ \u3000]*(?:[、和与及同跟／/]|以及)[ \u3000]*|[ \u3000]+")


def with_lists(reading: Reading, lexicon: PersonLexicon) -> Reading:
    """Weak candidates that stand in a list beside an accepted one."""
    if not reading.chosen:
        return reading
    added = list(_between_names(reading, lexicon))
    weak = list(reading.weak)
    starts = {candidate.start for candidate in reading.chosen}
    ends = {candidate.end for candidate in reading.chosen}
    has_grown = True
    while has_grown:
        has_grown = False
        for candidate in tuple(weak):
            joined = _joined_left(reading.text, candidate.start, ends) + _joined_right(
                reading.text, candidate, starts
            )
            score = candidate.score + LISTED_BY[joined]
            if not joined and _follows_with_title(reading.text, candidate, ends):
                joined, score = 1, candidate.score + TITLED_BESIDE
            if joined and score >= ACCEPT:
                weak.remove(candidate)
                added.append(replace(candidate, rule="list", score=score))
                starts.add(candidate.start)
                ends.add(candidate.end)
                has_grown = True
    return replace(reading, chosen=choose((*reading.chosen, *added)), weak=tuple(weak))


def _follows_with_title(text: str, candidate: Candidate, ends: set[int]) -> bool:
    """民警匡卫国、辅警|应得水: a list of persons, each with a title."""
    if candidate.rule != "title-before":
        return False
    comma = text.rfind("、", max(0, candidate.start - TITLE_MAX), candidate.start)
    return comma in ends and text[comma + 1 : candidate.start].isalpha()


def with_pairs(reading: Reading, lexicon: PersonLexicon) -> Reading:
    """岩温和玉罕: two weak candidates side by side, both of which may well be names."""
    weak = sorted((c for c in reading.weak if c.score >= PAIRED), key=lambda c: c.start)
    if len(weak) < 2:
        return reading
    by_start = {c.start: c for c in reversed(weak)}
    added = [
        replace(one, rule="list", score=ACCEPT)
        for c in weak
        for other in (by_start.get(c.end + 1),)
        if other is not None
        and PAIR.fullmatch(reading.text, c.end, other.start)
        and (_is_introduced(c, other) or _act(reading.text, other.end, lexicon))
        for one in (c, other)
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def _is_introduced(one: Candidate, other: Candidate) -> bool:
    """By a title, or by what both names are made of."""
    return one.rule == "title-before" or (one.rule in PEOPLES and other.rule in PEOPLES)


def _act(text: str, end: int, lexicon: PersonLexicon) -> bool:
    return lexicon.acts.after(text, end) > 1 or lexicon.speech.after(text, end) > 0


def _between_names(reading: Reading, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """任重远、行文、秘书长来月英: a piece between two names of a list that could be one."""
    text, starts = reading.text, {candidate.start for candidate in reading.chosen}
    for candidate in reading.chosen:
        piece = PIECE.match(text, candidate.end)
        if piece is None or not starts.intersection(range(piece.end() + 1, piece.end("next") + 1)):
            continue
        start, end = piece.span("name")
        name = text[start:end]
        surname = 2 if name[:2] in lexicon.compound else 1
        is_shaped = name[0] in lexicon.surnames and end - start - surname in (1, 2)
        if (is_shaped or surname == 2 < end - start) and not lexicon.head.before(name, len(name)):
            yield Candidate(start, end, name, "full", "list", ACCEPT)


def with_counted(reading: Reading, lexicon: PersonLexicon) -> Reading:
    """马骏、石磊、高洁3名委员: a list of names that is counted."""
    if HEADS.search(reading.text) is None:
        return reading
    added = [
        Candidate(start, start + len(name), name, "full", "list", ACCEPT + 1)
        for counted in COUNTED_LIST.finditer(reading.text)
        for start, name in _pieces(counted.group("names"), counted.start("names"))
        if _is_shaped(name, lexicon)
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def _pieces(names: str, at: int) -> Iterator[tuple[int, str]]:
    for name in re.split("([、和])", names):
        if len(name) > 1:
            yield at, name
        at += len(name)


def _is_shaped(name: str, lexicon: PersonLexicon) -> bool:
    """A surname with one or two characters, which no title and no place is."""
    surname = 2 if name[:2] in lexicon.compound and len(name) > 2 else 1
    if surname == 1 and name[0] not in lexicon.surnames:
        return False
    is_sized = 0 < len(name) - surname < 3
    return is_sized and not lexicon.head.before(name, len(name)) and name not in lexicon.places


def _joined_left(text: str, start: int, ends: set[int]) -> bool:
    return any(
        end < start and start - end <= 3 and JOINTS.fullmatch(text, end, start)
        for end in range(start - 3, start)
        if end in ends
    )


def _joined_right(text: str, candidate: Candidate, starts: set[int]) -> bool:
    end = candidate.end
    is_inside = text[candidate.start - 1 : candidate.start].isalpha()
    if is_inside and text[end : end + 1].isspace() and is_word(candidate.name):
        return False  # 市民代表 郎晓燕
    return any(
        JOINTS.fullmatch(text, end, start) for start in range(end + 1, end + 4) if start in starts
    )


def with_peoples(articles: list[list[Reading]]) -> list[list[Reading]]:
    """On a page that names Tibetans or Mongols, what may be the name of one is rather so."""
    named = {
        c.name
        for readings in articles
        for reading in readings
        for c in reading.chosen
        if c.rule in PEOPLES
    }
    bonus = min(AMONG_PEOPLES * len(named), AMONG_PEOPLES_MOST)
    if not bonus:
        return articles
    return [[_among_peoples(reading, bonus) for reading in readings] for readings in articles]


def _among_peoples(reading: Reading, bonus: float) -> Reading:
    raised = [
        replace(c, score=c.score + bonus)
        if c.rule in ("ethnic-form", "sound") and c.score >= REPEATABLE
        else c
        for c in reading.weak
    ]
    added = [c for c in raised if c.score >= ACCEPT]
    weak = tuple(c for c in raised if c.score < ACCEPT)
    return replace(reading, chosen=choose((*reading.chosen, *added)), weak=weak)


def with_repeated(articles: list[list[Reading]]) -> list[list[Reading]]:
    """Weak candidates that stand several times on the page, each time as a possible name."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    titled: set[str] = set()
    for readings in articles:
        for reading in readings:
            for candidate in reading.weak:
                if candidate.score >= REPEATABLE:
                    scores[candidate.name].append(candidate.score)
                    if candidate.rule == "title-before" and len(candidate.name) >= LONG_ENOUGH:
                        titled.add(candidate.name)
    counts = _occurrences(articles, titled)
    for name in titled:
        scores[name].extend([REPEATABLE] * (counts[name] - len(scores[name])))
    repeated = {
        name: max(found) + REPEATED * (len(found) - 1)
        for name, found in scores.items()
        if max(found) + REPEATED * (len(found) - 1) >= ACCEPT
    }
    if not repeated:
        return articles
    return [[_raised(reading, repeated) for reading in readings] for readings in articles]


def _occurrences(articles: list[list[Reading]], names: Iterable[str]) -> Counter[str]:
    """How often each name stands on the page, those left out that are words."""
    index = Affix(name for name in names if not is_listed(name))
    return Counter(
        reading.text[start:end]
        for readings in articles
        for reading in readings
        for start, end in index.found(reading.text)
    )


def _raised(reading: Reading, repeated: Mapping[str, float]) -> Reading:
    added = [
        replace(candidate, rule="repeated", score=repeated[candidate.name])
        for candidate in reading.weak
        if candidate.name in repeated
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading
