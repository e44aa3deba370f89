"""Text -> candidates for names wherever a person may stand, whatever word stands there.

副厅长马上回应说, 于是提出: a word that begins with a surname, behind a title or where a clause begins,
and in front of what people do. How likely it is a name is for all its signs to say (`signs`); the
evidence here is the same for all.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.recognise.persons.around import agent_before
from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import Tokens

RULE = "slot"
SIZES = (2, 3)  # code points of a Han name with a surname of one character
EVIDENCE = 0.0
TITLE_MIN = 2  # code points
ACTING = "vpdac"
"""First letters of the classes of words that follow whoever acts."""
NAMING = "叫"


def slot_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """In the order of the text; of one start each length that ends with a word."""
    for number, word in enumerate(tokens.words):
        start = tokens.starts[number]
        if word[0] not in lexicon.surnames or len(word) > SIZES[-1]:
            continue
        is_named = _is_named(text, start, number, tokens, lexicon)
        if not is_named and start and text[start - 1].isalpha():
            continue
        for size in SIZES:
            end = start + size
            if end not in tokens.at or not text[start:end].isalpha():
                continue
            if is_named or _acts(text, end, tokens, lexicon):
                yield Candidate(start, end, text[start:end], "full", RULE, EVIDENCE)


def _is_named(text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """Behind a title, or what somebody is called."""
    if not start or not text[start - 1].isalpha():
        return False
    is_titled = lexicon.head.before(text, start) >= TITLE_MIN
    return is_titled or text[start - 1] == NAMING or agent_before(number, tokens, lexicon) > 0


def _acts(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """Somebody speaks or does something, or has a title."""
    if end == len(text) or not text[end].isalpha():
        return False
    if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end) >= TITLE_MIN:
        return True
    return tokens.tags[tokens.at[end]][0] in ACTING
