"""Layout -> mentions of persons, article by article.

First every passage is read by the grammars; then names in lists vouch for each other;
then whoever is known on the page is found wherever the name stands; last each mention
gets its role and its part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from wenzhai.model import Article, Layout, Mention, Page, Place, Span
from wenzhai.recognise.persons.addressed import known_surnames
from wenzhai.recognise.persons.bylines import byline_candidates, byline_grammar
from wenzhai.recognise.persons.called import called_candidates
from wenzhai.recognise.persons.candidate import ACCEPT, LEAST, Candidate
from wenzhai.recognise.persons.forms import form_candidates
from wenzhai.recognise.persons.givens import given_candidates
from wenzhai.recognise.persons.han import han_candidates
from wenzhai.recognise.persons.known import given_names, known_names, with_given, with_known
from wenzhai.recognise.persons.lengths import (
    following_characters,
    settle_length,
    settled_peoples,
)
from wenzhai.recognise.persons.lexicon import Affix, PersonLexicon
from wenzhai.recognise.persons.notes import note_candidates
from wenzhai.recognise.persons.parts import is_invoked, part_of, settle_parts, share_acts
from wenzhai.recognise.persons.printed import without_places
from wenzhai.recognise.persons.reading import Reading, agreed, choose
from wenzhai.recognise.persons.refused import without_refused
from wenzhai.recognise.persons.roles import role_before
from wenzhai.recognise.persons.rosters import roster_candidates
from wenzhai.recognise.persons.signs import weighed
from wenzhai.recognise.persons.slots import slot_candidates
from wenzhai.recognise.persons.surnamed import PREFIXES, surnamed
from wenzhai.recognise.persons.syllables import syllable_candidates
from wenzhai.recognise.persons.titled import titled_candidates
from wenzhai.recognise.persons.tokens import Tokens, cut
from wenzhai.recognise.persons.trailing import role_after, signed_role
from wenzhai.recognise.persons.vouching import (
    JOINTS,
    with_counted,
    with_lists,
    with_pairs,
    with_peoples,
    with_repeated,
)
from wenzhai.recognise.persons.wordnames import word_candidates

NOTES = frozenset({"note", "byline"})
"""Kinds of paragraphs in which whoever wrote an article may sign."""
REMEMBERED = 1024  # texts; of a woven page each is read to separate it, and again when that is done


def find_persons(
    layout: Layout, page: Page, lexicon: PersonLexicon
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each article, by place in reading order and start."""
    del page  # the articles hold all of its published text
    articles = [
        [
            Reading(
                place, passage.text, *read_text(passage.text, _is_note(article, place), lexicon)
            )
            for place, passage in article.passages()
        ]
        for article in layout.articles
    ]
    articles = without_places(_with_lengths(articles, lexicon), lexicon)
    articles = [
        [
            with_lists(with_counted(with_pairs(reading, lexicon), lexicon), lexicon)
            for reading in readings
        ]
        for readings in articles
    ]
    articles = settled_peoples(with_repeated(with_peoples(articles)))
    known = known_names(reading for readings in articles for reading in readings)
    index = Affix(known)
    articles = [
        [with_known(reading, index, known, lexicon) for reading in readings]
        for readings in articles
    ]
    given = given_names(known, lexicon)
    index = Affix(given)
    articles = [
        [with_given(reading, index, given, lexicon) for reading in readings]
        for readings in articles
    ]
    articles = _with_surnames(articles, set(known.values()), lexicon)
    return tuple(
        settle_parts(
            [mention for reading in row for mention in _of_reading(reading, article, lexicon)]
        )
        for row, article in zip(articles, layout.articles, strict=True)
    )


def _is_note(article: Article, place: Place) -> bool:
    return place.field == "body" and article.body[place.number].kind in NOTES


@lru_cache(maxsize=REMEMBERED)
def read_text(
    text: str, is_note: bool, lexicon: PersonLexicon
) -> tuple[Tokens, tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Its words, the candidates that are accepted, and the weak ones, as a reading has them."""
    tokens = cut(text)
    candidates = weighed(read_candidates(text, tokens, is_note, lexicon), text, tokens, lexicon)
    chosen = choose(c for c in candidates if c.score >= ACCEPT)
    weak = tuple(
        sorted(
            (c for c in candidates if LEAST <= c.score < ACCEPT),
            key=lambda c: (-c.score, c.start),
        )
    )
    return tokens, chosen, weak


def read_candidates(
    text: str, tokens: Tokens, is_note: bool, lexicon: PersonLexicon
) -> list[Candidate]:
    """All that the grammars take for a possible name, each place once."""
    firm = [
        *(note_candidates(text, lexicon) if is_note else ()),
        *byline_candidates(text, byline_grammar(lexicon), lexicon),
        *roster_candidates(text, lexicon),
        *form_candidates(text, tokens, lexicon),
        *syllable_candidates(text, tokens, lexicon),
        *titled_candidates(text, tokens, lexicon),
        *word_candidates(text, tokens, lexicon),
        *given_candidates(text, tokens, lexicon),
        *slot_candidates(text, tokens, lexicon),
    ]
    every = agreed([*firm, *han_candidates(text, tokens, lexicon)])
    return without_refused(every, text, lexicon)


def _with_lengths(articles: list[list[Reading]], lexicon: PersonLexicon) -> list[list[Reading]]:
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


def _with_surnames(
    articles: list[list[Reading]], full_names: set[str], lexicon: PersonLexicon
) -> list[list[Reading]]:
    """Everybody called by surname; who is called so once may be called 翟家 elsewhere."""
    surnames = known_surnames(full_names, lexicon)
    articles = [[_called(reading, surnames, lexicon) for reading in row] for row in articles]
    called = {
        c.name for row in articles for reading in row for c in reading.chosen if c.form == "surname"
    }
    if called <= surnames:
        return articles
    surnames = known_surnames(full_names | called, lexicon)
    return [[_called(reading, surnames, lexicon) for reading in row] for row in articles]


def _called(reading: Reading, known: frozenset[str], lexicon: PersonLexicon) -> Reading:
    text, tokens = reading.text, reading.tokens
    every = list(called_candidates(text, tokens, known, lexicon))
    by_rules = {(c.start, c.end): c.score for c in every}
    told = [c for c in every if c.rule == "called" and c.score >= ACCEPT]
    added = [
        c
        for c in (*told, *surnamed(text, tokens, known, by_rules, lexicon))
        if all(c.end <= o.start or o.end <= c.start for o in reading.chosen)
    ]
    return replace(reading, chosen=choose((*reading.chosen, *added))) if added else reading


def _of_reading(reading: Reading, article: Article, lexicon: PersonLexicon) -> Iterable[Mention]:
    """The mentions of a passage; who signs a speech on a line of his own gives it."""
    mentions = tuple(share_acts(reading.text, tuple(_mentions(reading, lexicon))))
    if article.genre == "speech" and len(mentions) == 1:
        (only,) = mentions
        if reading.text.strip() == reading.text[only.start : only.end]:
            return (replace(only, part="speaker"),)
    return mentions


def _mentions(reading: Reading, lexicon: PersonLexicon) -> Iterable[Mention]:
    text, tokens = reading.text, reading.tokens
    ends = frozenset(candidate.end for candidate in reading.chosen)
    shared: Span | None = None
    last_end = -1
    for number, candidate in enumerate(reading.chosen):
        start, end = candidate.start, candidate.end
        role = None
        is_prefixed = candidate.form == "surname" and text[start - 1 : start] in PREFIXES
        called_from = start - 1 if is_prefixed else start  # 理事长|老莫
        if candidate.part == "reporter":
            role = role_before(text, called_from, ends, tokens, lexicon)  # 城口县读者 桂有枝
            role = role or signed_role(text, start, end, ends, tokens, lexicon)
        elif candidate.part is None:
            role = role_before(text, called_from, ends, tokens, lexicon)
            if role is None and last_end >= 0 and shared is not None:
                is_listed = JOINTS.fullmatch(text, last_end, start)
                role = shared if is_listed and text[last_end:start].strip() else None
            if role is None:
                role = role_after(text, start, end, ends, tokens, lexicon)
                shared = None
            else:
                shared = role
        last_end = end
        following = reading.chosen[number + 1].start if number + 1 < len(reading.chosen) else None
        part = candidate.part or part_of(
            text, Span(start, end), reading.place, role, following, lexicon
        )
        if candidate.rule == "well-known" and is_invoked(text, end, lexicon):
            part = "mentioned"
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
            also=candidate.also,
        )
