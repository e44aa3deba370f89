"""Text -> candidates for given names alone, as stories of villages and families print them:
秀英在灶屋里烧火, 五岁的朵朵把存钱罐抱给了妈妈.

Little speaks for one such place; a name that comes again and acts again as a person does is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency

SIZE = 2  # code points
COMMON = 200  # occurrences in the segmenter's dictionary; a plant or a bird rather than a name
PET_COMMON = 50  # ... of a doubled character
PREFIXES = frozenset("老小")
"""Before a surname they begin what somebody is called: 老唐."""
LITTLE_WORDS = frozenset("把给跟向")
"""Behind a person who begins a clause."""
OF_AGE = ("岁的", "桌的", "班的", "邻的")

# Evidence
NAMED = 1.2  # the segmenter's dictionary calls it a name, or it is doubled
BEGINS = 0.5
OF_SOMEBODY = 2.6  # 五岁的, 女儿
SPEAKS = 1.5
ACTS = 0.8


def given_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Given names where somebody acts, in the order of the text."""
    for number, word in enumerate(tokens.words):
        if len(word) != SIZE or not _is_given(word, tokens.tags[number], lexicon):
            continue
        start, end = tokens.starts[number], tokens.starts[number + 1]
        before, after = _before(text, start, lexicon), _after(text, end, lexicon)
        if before and after:
            yield Candidate(start, end, word, "full", "given-name", NAMED + before + after)


def _is_given(word: str, tag: str, lexicon: PersonLexicon) -> bool:
    """小芳, 志强, 婷婷; who has a surname is found by another grammar."""
    if word in lexicon.ordinary or word in lexicon.divisions:
        return False
    if word[0] == word[1]:
        return word[0] not in lexicon.function and frequency(word) < PET_COMMON
    if tag not in NAME_TAGS or frequency(word) >= COMMON or word[0] in lexicon.surnames:
        return False
    if word[0] in PREFIXES:
        return word[0] == "小" and word[1] in lexicon.typical - lexicon.surnames
    return word[0] in lexicon.typical and word[1] in lexicon.typical


def _before(text: str, start: int, lexicon: PersonLexicon) -> float:
    if start == 0 or not text[start - 1].isalpha():
        return BEGINS
    is_told = text.endswith(OF_AGE, 0, start)
    return OF_SOMEBODY if is_told or lexicon.head.before(text, start) >= SIZE else 0.0


def _after(text: str, end: int, lexicon: PersonLexicon) -> float:
    if lexicon.speech.after(text, end):
        return SPEAKS
    is_acting = lexicon.acts.after(text, end) >= SIZE or text[end : end + 1] in LITTLE_WORDS
    return ACTS if is_acting else 0.0
