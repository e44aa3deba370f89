"""Layout -> mentions of persons, article by article.

First every passage is read by the grammars; then names in lists vouch for each other;
then whoever is known on the page is found wherever the name stands; last each mention
gets its role and its part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wenzhai.model import Layout, Mention, Page, Place, Span
from wenzhai.recognise.persons.around import PLACE_TAIL
from wenzhai.recognise.persons.bylines import BylineGrammar, byline_candidates, byline_grammar
from wenzhai.recognise.persons.called import KnownSurnames, called_candidates, known_surnames
from wenzhai.recognise.persons.candidate import ACCEPT, LEAST, Candidate
from wenzhai.recognise.persons.forms import DOTS, form_candidates
from wenzhai.recognise.persons.han import han_candidates
from wenzhai.recognise.persons.lengths import following_characters, settle_length
from wenzhai.recognise.persons.lexicon import Affix, PersonLexicon
from wenzhai.recognise.persons.parts import part_of, settle_parts
from wenzhai.recognise.persons.roles import role_after, role_before
from wenzhai.recognise.persons.titled import titled_candidates
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, cut, is_word

LISTED = 4.0  # evidence of a name beside another in a list
KNOWN = 4.5  # evidence of the same name elsewhere on the page
REPEATED = 1.5  # evidence of each further place where the same weak candidate stands
SHORT_NAME = 2  # code points; such names may be places'
REPEATABLE = 1.5  # a weak candidate counts as a repetition from here
JOINTS = re.compile(r"[ \u3000]*(?:[、和与及同跟]|以及)[ \u3000]*|[ \u3000]+")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A passage with what was found in it so far."""

    place: Place
    text: str
    tokens: Tokens
    chosen: tuple[Candidate, ...]
    """Sorted, not overlapping."""
    weak: tuple[Candidate, ...]
    """Not accepted yet, best first."""


def find_persons(
    layout: Layout, page: Page, lexicon: PersonLexicon
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each article, by place in reading order and start."""
    del page  # the articles hold all of its published text
    grammar = byline_grammar(lexicon)
    articles = [
        [_read(place, passage.text, grammar, lexicon) for place, passage in article.passages()]
        for article in layout.articles
    ]
    articles = _with_lengths(articles, lexicon)
    articles = [[_with_lists(reading) for reading in readings] for readings in articles]
    articles = _with_repeated(articles)
    known = _known_names(reading for readings in articles for reading in readings)
    index = Affix(known)
    starts = re.compile(
        f"[{''.join(sorted(map(re.escape, index.by_first)))}]" if known else r"(?!)"
    )
    articles = [
        [_with_known(reading, starts, index, known) for reading in readings]
        for readings in articles
    ]
    surnames = known_surnames(known.values(), lexicon)
    articles = [
        [_with_surnames(reading, surnames, lexicon) for reading in readings]
        for readings in articles
    ]
    return tuple(
        settle_parts([mention for reading in readings for mention in _mentions(reading, lexicon)])
        for readings in articles
    )


def _read(place: Place, text: str, grammar: BylineGrammar, lexicon: PersonLexicon) -> _Reading:
    tokens = cut(text)
    firm = [
        *byline_candidates(text, grammar, lexicon),
        *form_candidates(text, tokens, lexicon),
        *titled_candidates(text, tokens, lexicon),
    ]
    candidates = [*firm, *han_candidates(text, tokens, lexicon)]
    chosen = choose(c for c in candidates if c.score >= ACCEPT)
    weak = tuple(
        sorted(
            (c for c in candidates if LEAST <= c.score < ACCEPT),
            key=lambda c: (-c.score, c.start),
        )
    )
    return _Reading(place, text, tokens, chosen, weak)


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The strongest candidates that do not overlap, in the order of the text."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.part is None, -c.score, c.start)):
        if all(candidate.end <= t.start or t.end <= candidate.start for t in taken):
            taken.append(candidate)
    return tuple(sorted(taken, key=lambda c: c.start))


def _with_lengths(articles: list[list[_Reading]], lexicon: PersonLexicon) -> list[list[_Reading]]:
    """Names cut where the page's other places cut them."""
    readings = [reading for article in articles for reading in article]
    follows = following_characters(
        (reading.text for reading in readings),
        (candidate for reading in readings for candidate in reading.chosen),
    )
    return [
        [
            replace(
                reading,
                chosen=choose(
                    settle_length(candidate, reading.text, follows, lexicon)
                    for candidate in reading.chosen
                ),
            )
            for reading in article
        ]
        for article in articles
    ]


def _with_lists(reading: _Reading) -> _Reading:
    """Weak candidates that stand in a list beside an accepted one."""
    if not reading.weak or not reading.chosen:
        return reading
    added: list[Candidate] = []
    weak = list(reading.weak)
    starts = {candidate.start for candidate in reading.chosen}
    ends = {candidate.end for candidate in reading.chosen}
    has_grown = True
    while has_grown:
        has_grown = False
        for candidate in tuple(weak):
            if candidate.score + LISTED < ACCEPT:
                continue
            if _joined_left(reading.text, candidate.start, ends) or _joined_right(
                reading.text, candidate.end, starts
            ):
                weak.remove(candidate)
                added.append(replace(candidate, rule="list", score=candidate.score + LISTED))
                starts.add(candidate.start)
                ends.add(candidate.end)
                has_grown = True
    return replace(reading, chosen=choose((*reading.chosen, *added)), weak=tuple(weak))


def _joined_left(text: str, start: int, ends: set[int]) -> bool:
    return any(
        end < start and start - end <= 3 and JOINTS.fullmatch(text, end, start)
        for end in range(start - 3, start)
        if end in ends
    )


def _joined_right(text: str, end: int, starts: set[int]) -> bool:
    return any(
        JOINTS.fullmatch(text, end, start) for start in range(end + 1, end + 4) if start in starts
    )


def _with_repeated(articles: list[list[_Reading]]) -> list[list[_Reading]]:
    """Weak candidates that stand several times on the page, each time as a possible name."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for readings in articles:
        for reading in readings:
            for candidate in reading.weak:
                if candidate.score >= REPEATABLE:
                    scores[candidate.name].append(candidate.score)
    repeated = {
        name: max(found) + REPEATED * (len(found) - 1)
        for name, found in scores.items()
        if max(found) + REPEATED * (len(found) - 1) >= ACCEPT
    }
    if not repeated:
        return articles
    return [[_raised(reading, repeated) for reading in readings] for readings in articles]


def _raised(reading: _Reading, repeated: Mapping[str, float]) -> _Reading:
    added = [
        replace(candidate, rule="repeated", score=repeated[candidate.name])
        for candidate in reading.weak
        if candidate.name in repeated
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def _known_names(readings: Iterable[_Reading]) -> Mapping[str, str]:
    """Printed form -> full name, for everybody accepted on the page."""
    known: dict[str, str] = {}
    for reading in readings:
        for candidate in reading.chosen:
            if candidate.form == "masked":
                continue
            known.setdefault(candidate.name, candidate.name)
            if candidate.form == "foreign":
                for part in re.split(f"[{DOTS}]", candidate.name):
                    if len(part) >= 2:
                        known.setdefault(part, candidate.name)
    return known


def _with_known(
    reading: _Reading, starts: re.Pattern[str], index: Affix, known: Mapping[str, str]
) -> _Reading:
    """Names that are known on the page, wherever they stand."""
    weak = {(c.start, c.end): c for c in reading.weak}
    taken = reading.chosen
    added: list[Candidate] = []
    last = 0
    for match in starts.finditer(reading.text):
        start = match.start()
        end = start + index.after(reading.text, start)
        if end == start or start < last or any(start < c.end and c.start < end for c in taken):
            continue
        if not _may_be_known(reading, start, end):
            continue
        own = weak.get((start, end))
        score = ACCEPT + 1 if own is None else max(ACCEPT + 1, own.score + KNOWN)
        last = end
        name = known[reading.text[start:end]]
        form = "foreign" if any(dot in name for dot in DOTS) else "full"
        added.append(Candidate(start, end, name, form, "known-name", score))
    return replace(reading, chosen=choose((*taken, *added))) if added else reading


def _may_be_known(reading: _Reading, start: int, end: int) -> bool:
    """The segmenter does not see an ordinary word here."""
    tokens = reading.tokens
    if PLACE_TAIL.match(reading.text, end) and end - start == SHORT_NAME:
        return False  # 白云区
    number = tokens.covering(start)
    begin, stop = tokens.starts[number], tokens.starts[number + 1]
    is_named = tokens.tags[number] in NAME_TAGS
    if begin < start and stop > start and not is_named and end - start < 3:
        return is_named
    if begin == start and stop > end and not is_named and end - start < 3:
        return False
    return not (
        begin == start and stop == end and is_word(reading.text[start:end]) and end - start > 3
    )


def _with_surnames(reading: _Reading, known: KnownSurnames, lexicon: PersonLexicon) -> _Reading:
    added = [
        c
        for c in called_candidates(reading.text, reading.tokens, known, lexicon)
        if c.score >= ACCEPT
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def _mentions(reading: _Reading, lexicon: PersonLexicon) -> Iterable[Mention]:
    text, tokens = reading.text, reading.tokens
    ends = frozenset(candidate.end for candidate in reading.chosen)
    shared: Span | None = None
    last_end = -1
    for number, candidate in enumerate(reading.chosen):
        start, end = candidate.start, candidate.end
        role = None
        if candidate.part is None:
            role = role_before(text, start, ends, tokens, lexicon)
            if role is None and last_end >= 0 and shared is not None:
                is_listed = JOINTS.fullmatch(text, last_end, start)
                role = shared if is_listed and text[last_end:start].strip() else None
            if role is None:
                role = role_after(text, end, ends, tokens, lexicon)
                shared = None
            else:
                shared = role
        last_end = end
        following = reading.chosen[number + 1].start if number + 1 < len(reading.chosen) else None
        part = candidate.part or part_of(
            text, Span(start, end), reading.place, role, following, lexicon
        )
        yield Mention(
            kind="person",
            place=reading.place,
            start=start,
            end=end,
            name=candidate.name,
            form=candidate.form,
            rule=candidate.rule,
            confidence=candidate.confidence,
            part=part,
            role=role,
        )
