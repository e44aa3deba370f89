"""Text -> candidates for names that are ordinary words: 安全总监焦点指着, 副市长向前进在.

Behind the title of one person stands a word that begins with a surname, and a verb, a
preposition or a mark follows as it follows a person. How much that says depends on the title
(one office, or any 民警), on the word's class, and on how common the word is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from wenzhai.recognise.persons.around import CAPTION_PLACE, agent_before
from wenzhai.recognise.persons.bylines import FIRM_LABELS
from wenzhai.recognise.persons.candidate import LEAST, Candidate
from wenzhai.recognise.persons.han import GENDERS
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed

SIZES = (2, 3)  # code points of a Han name with a surname of one character
NOUNS = "nztslibjgf"
"""First letters of the classes whose words do nothing by themselves."""
HANDLING = frozenset("把将被给向对在是与和则却")
"""Words of one character before which a person stands rather than an attribute."""
LIST_MARKS = frozenset("、，,（(")
COLONS = frozenset("：:")

RARE = 100  # occurrences in the segmenter's dictionary
TOO_COMMON = 3000  # ... of the second of two words: 前进 has 1,400, 人民 58,000

# Evidence
OFFICE_BEFORE = 5.0  # of a title that one person has
TITLE_BEFORE = 3.2
AFTER_QUOTATION = 2.4
SPEAKS = 2.5
ACTS = 2.0
HANDLES = 1.3
PICTURED = 3.5
COLON = 2.0
LISTED = 0.7
MARKED = 0.3
NOUN = -0.6
ADJECTIVE = -2.4  # 书记严肃指出
QUOTED_ADJECTIVE = -1.0  # ”殷切说 beside ”殷切地说
VERB = -2.8  # 专家解读
VERB_BEFORE_SPEECH = -1.8  # 局长解放说
COMMON_WORD = -0.8  # for each tenfold beyond RARE
LONG_WORD = -3.5  # 教师资格证: words of three characters are names of things
ORDINARY = -0.4
NOUN_ENDING = -1.5
TYPICAL = 0.3
ODD = -0.3
UNLIKELY_SURNAME = -1.5
OF_TWO_WORDS = -0.5


def word_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Words behind a title, or between a quotation and a verb of speaking."""
    for number, word in enumerate(tokens.words):
        start = tokens.starts[number]
        if word[0] not in lexicon.surnames or len(word) > SIZES[-1] or not start:
            continue
        if text[start - 1] not in lexicon.title_ends:
            continue
        slot = _slot(text, start, number, tokens, lexicon)
        if not slot:
            continue
        for size in SIZES:
            end = start + size
            if end not in tokens.at or not text[start:end].isalpha():
                continue
            score = slot + _evidence(text, start, end, number, tokens, lexicon)
            if score >= LEAST:
                yield Candidate(start, end, text[start:end], "full", "title-before", score)


def _slot(text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """What stands before; 0 when it leaves no room for a name."""
    if text[start - 1] == "”":
        return AFTER_QUOTATION
    title = lexicon.head.before(text, start) or agent_before(number, tokens, lexicon)
    printed = text[start - title : start]
    if title < SIZES[0] or printed in lexicon.kin or printed.endswith(FIRM_LABELS):
        return 0.0  # 本报记者沿江走访: bylines have a grammar of their own
    return OFFICE_BEFORE if printed.endswith(lexicon.offices) else TITLE_BEFORE


def _evidence(
    text: str, start: int, end: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> float:
    """What the word itself and what follows it say; -inf for what can be no name here."""
    name = text[start:end]
    is_quoted = text[start - 1] == "”"
    if (
        name in lexicon.things
        or name in lexicon.compound
        or (is_quoted and not lexicon.speech.after(text, end))
    ):
        return -math.inf
    if lexicon.head.before(name, len(name)) or lexicon.trailing.before(name, len(name)):
        return -math.inf  # 主任|方书记
    follows = _follows(text, end, tokens, lexicon)
    if tokens.starts[number + 1] == end:
        word = _one_word(name, tokens.tags[number], is_quoted, follows, lexicon)
    else:
        word = _two_words(name, number, tokens, lexicon)
    return (
        follows
        + word
        + sum(TYPICAL if c in lexicon.typical else ODD for c in name[1:])
        + (ORDINARY if name in lexicon.ordinary else 0.0)
        + (NOUN_ENDING if name[-1] in lexicon.endings - lexicon.typical else 0.0)
        + (UNLIKELY_SURNAME if name[0] in lexicon.never_untitled | lexicon.never_alone else 0.0)
    )


def _one_word(
    name: str, tag: str, is_quoted: bool, follows: float, lexicon: PersonLexicon
) -> float:
    """What the class of the word and how common it is say."""
    if not is_listed(name) or tag[0] not in NOUNS + "va":
        return -math.inf
    if name in lexicon.speech.words or name in lexicon.acts.words:
        return -math.inf  # 负责人商定，
    if tag in NAME_TAGS and name not in lexicon.ordinary:
        return -math.inf  # the grammar of Han names finds it
    common = COMMON_WORD * math.log10(max(1.0, frequency(name) / RARE))
    if len(name) == SIZES[-1]:
        common += LONG_WORD
    if tag[0] in NOUNS or tag == "an":
        return NOUN + common
    if tag[0] == "a":
        return (QUOTED_ADJECTIVE if is_quoted else ADJECTIVE) + common
    return (VERB_BEFORE_SPEECH if follows == SPEAKS else VERB) + common


def _two_words(name: str, number: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """向|前进, 都|兴邦: a surname and a word that may be a given name."""
    given = name[1:]
    if len(given) < SIZES[0] or tokens.starts[number + 1] - tokens.starts[number] > 1:
        return -math.inf
    if not is_listed(given) or not lexicon.typical.issuperset(given):
        return -math.inf
    if tokens.tags[number + 1][0] not in NOUNS + "va":
        return -math.inf  # 曾|三次
    return OF_TWO_WORDS if frequency(given) < TOO_COMMON else -math.inf


def _follows(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """Evidence of what follows; -inf where a person hardly ends."""
    following = text[end : end + 1]
    if CAPTION_PLACE.match(text, end) or text[end : end + 2] in GENDERS:
        return PICTURED
    if following in COLONS:
        return COLON
    if not following.isalpha():
        return LISTED if following in LIST_MARKS else MARKED
    if lexicon.speech.after(text, end):
        return SPEAKS
    number = tokens.at.get(end)
    if number is None or tokens.tags[number][0] not in "vpdra":
        return HANDLES if following in HANDLING else -math.inf
    if lexicon.acts.after(text, end) >= SIZES[0] or following in HANDLING:
        return ACTS
    return HANDLES if tokens.tags[number][0] in "vp" else 0.0
