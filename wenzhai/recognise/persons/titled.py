"""Text -> candidates for names of any people, by the place where they stand.

Between a title and what follows a person (a verb, a mark, another title) stand two to
five characters that form no words: 支教教师尔古史且说, 副州长完代克、. Names with a Han
surname are read elsewhere; here nothing is known of the name itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.recognise.persons.candidate import ACCEPT, Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import Tokens, frequency, is_listed, is_word

RUN_MIN = 3  # code points; shorter ones are words of the segmenter's ignorance: 转院
FOREIGN_MIN = 2  # code points; 英国商人保罗
FOREIGN = 3.0  # evidence of transcribing characters after a title of another country
COUNTRY_REACH = 10  # code points before the title in which the country stands
RUN_MAX = 5  # code points; longer names have a ·, or syllables that are known
COMMON_WORD = 50  # occurrences in the segmenter's dictionary; such a word is no piece of a name
BASE = ACCEPT - 1.0  # evidence of a title and a run without words
LONG = 4  # code points from which on no Han name is as long
LONG_RUN = 3.5  # outweighs a Han name that would be cut out of the run
LIST_MARKS = frozenset("、，,（(：:")
LITTLE_WORDS = frozenset({"p", "c", "d", "uj", "ul", "r", "m", "f", "q"})
ENDS_LATE = frozenset("才加家从用有能会要想是也都又自正来与及")
"""Single characters that follow a person, but stand inside such names too."""


def titled_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Runs without words after a title."""
    ends = lexicon.title_ends
    after_titles = [n for n, word in enumerate(tokens.words, start=1) if word[-1] in ends]
    for number in after_titles:
        start = tokens.starts[number]
        if not text[start : start + 1].isalpha():
            continue
        title = title_before(text, start, tokens, lexicon)
        if not title and not lexicon.naming.before(text, start):
            continue
        is_foreign = text[start] in lexicon.transcribed and _is_abroad(text, start, lexicon)
        found = _run_at(text, start, is_foreign, tokens, lexicon)
        if found is not None:
            yield found


def _is_abroad(text: str, end: int, lexicon: PersonLexicon) -> bool:
    """Another country stands shortly before a title, or in it."""
    return lexicon.country.search(text, max(0, end - COUNTRY_REACH), end) is not None


def _run_at(
    text: str, start: int, is_foreign: bool, tokens: Tokens, lexicon: PersonLexicon
) -> Candidate | None:
    least = FOREIGN_MIN if is_foreign else RUN_MIN
    for end in range(start + least, min(start + RUN_MAX, len(text)) + 1):
        ends = _ends(text, end, tokens, lexicon)
        if ends is None:
            continue
        size = end - start
        name = text[start:end]
        if is_foreign and lexicon.transcribed.issuperset(name):
            return Candidate(start, end, name, "foreign", "foreign-title", BASE + FOREIGN + ends)
        if size < RUN_MIN:
            continue
        if not name.isalpha() or not _is_wordless(start, end, text, tokens, lexicon):
            return None
        has_surname = name[0] in lexicon.surnames or name[:2] in lexicon.compound
        if has_surname and size < LONG:
            return None
        score = BASE + ends + (LONG_RUN if size >= LONG else 0.0)
        return Candidate(start, end, name, "full", "title-before", score)
    return None


def _ends(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float | None:
    """Evidence that a person's name ends here; None when nothing says so."""
    if end == len(text) or not text[end].isalpha():
        return 1.0 if text[end : end + 1] in LIST_MARKS else 0.4
    if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end) >= 2:
        return 2.5
    act = lexicon.acts.after(text, end)
    if act >= 2:
        return 2.0
    if act and text[end] not in ENDS_LATE:
        return 1.0
    if text[end] == "的":
        return 0.5
    number = tokens.at.get(end)
    return 0.4 if number is not None and tokens.tags[number] in ("v", "p", "d") else None


def _is_wordless(start: int, end: int, text: str, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    if any(c in lexicon.function for c in text[start:end]):
        return False
    number = tokens.at[start]
    while tokens.starts[number] < end:
        if len(tokens.words[number]) == 1 and tokens.tags[number] in LITTLE_WORDS:
            return False
        number += 1
    if tokens.starts[number] != end and is_listed(tokens.words[number - 1]):
        return False
    return not any(
        is_word(piece) and (size > 2 or frequency(piece) >= COMMON_WORD)
        for size in (2, 3, 4)
        for at in range(start, end - size + 1)
        if (piece := text[at : at + size])
    )
