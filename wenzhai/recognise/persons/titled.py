"""Text -> candidates for names of any people, by the place where they stand.

Between a title and what follows a person (a verb, a mark, another title) stand two to
five characters that form no words: 支教教师尔古史且说, 副州长完代克、, 画家阿鸽把. Nothing need
be known of the name itself; what is known of its characters speaks for a length.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.recognise.persons.around import CAPTION_PLACE
from wenzhai.recognise.persons.candidate import LEAST, Candidate
from wenzhai.recognise.persons.han import SERVING, joins_called, last_score
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed, is_word

RUN_MIN = 2  # code points
RUN_MAX = 5  # code points; longer names have a ·, or syllables that are known
COUNTRY_REACH = 10  # code points before the title in which a country may stand
COMMON_WORD = 50  # occurrences in the segmenter's dictionary; such a word is no piece of a name
LIST_MARKS = frozenset("、，,（(：:／/")
LITTLE_WORDS = frozenset({"p", "c", "d", "uj", "ul", "r", "m", "f", "q", "v"})
PARTICLES = frozenset("的了着地得们叫")
ENDS_LATE = frozenset("才加家从用有能会要想是也都又自正来与及")
"""Single characters that follow a person, but stand inside such names too."""

NAMES_SOMEBODY = ("个叫", "位叫", "名叫", "人叫", "子叫", "儿叫", "她叫", "他叫", "我叫", "取名")
BIOGRAPHY = ("（男", "（女", "(男", "(女")

# Evidence of the slot
AFTER_TITLE = 3.8
AFTER_AGENT = 2.8
AFTER_NAMING = 3.3
AFTER_KIN = 1.8
LONG_ABROAD = 3.0  # 南非国际关系部长马贝拉内
ABROAD = 2.5  # a country before the title, transcribing characters after it

# Evidence of what follows; where none of it does, no name ends
SPEAKS = 2.5
ACTS = 2.0
ACTS_BRIEFLY = 1.0
LISTED = 1.0
MARKED = 0.4
ATTRIBUTE = 0.5
VERB_FOLLOWS = 0.5

BETWEEN_TITLE_AND_SPEECH = 1.5  # 局长向往之介绍: room for a name only

# Evidence of the characters
FUNCTION_CHARACTER = -2.0
ORDINARY_PIECE = -3.0
ORDINARY_RUN = -4.0
LITTLE_WORD = -0.8
CROSSES_WORD = -3.0
CROSSES_GUESS = -0.4
GUESSED_WHOLE = 0.8
SURNAME = 0.6
TYPICAL = 0.3
FAMILIAR_PREFIX = 1.0  # 阿泡
SYLLABLES = 1.5
TRANSCRIBED = 0.7
SIZES = {2: -0.5, 3: 0.3, 4: -0.6, 5: -1.2}
LONG_AND_STRANGE = 1.6  # four and more characters that no Han name has
LONG = 4
SHORT_AND_STRANGE = -1.2  # two characters without a surname: 盘腿, 错峰


def titled_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """The best run after each title."""
    ends = lexicon.title_ends
    after_titles = [n for n, word in enumerate(tokens.words, start=1) if word[-1] in ends]
    for number in after_titles:
        start = tokens.starts[number]
        if not text[start : start + 1].isalpha() or text[start] in PARTICLES:
            continue  # 厂长|的洪亮
        slot = _slot(text, start, tokens, lexicon)
        if not slot:
            continue
        is_foreign = text[start] in lexicon.transcribed and _is_abroad(text, start, lexicon)
        found = _best_run(text, start, slot, is_foreign, tokens, lexicon)
        if found is not None and found.score >= LEAST:
            yield found


def _slot(text: str, start: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """What the words before say for a name; 0 when there is no title."""
    title = lexicon.head.before(text, start)
    if title >= RUN_MIN:
        return AFTER_KIN if text[start - title : start] in lexicon.kin else AFTER_TITLE
    if text[start - 2 : start] in NAMES_SOMEBODY:
        return AFTER_NAMING + 1
    if text[start - 1] == "叫" or lexicon.naming.before(text, start):
        return AFTER_NAMING
    return AFTER_AGENT if title_before(text, start, tokens, lexicon) else 0.0


def _is_abroad(text: str, end: int, lexicon: PersonLexicon) -> bool:
    """Another country stands shortly before a title, or in it."""
    return lexicon.country.search(text, max(0, end - COUNTRY_REACH), end) is not None


def _best_run(
    text: str, start: int, slot: float, is_foreign: bool, tokens: Tokens, lexicon: PersonLexicon
) -> Candidate | None:
    best: Candidate | None = None
    for end in range(start + RUN_MIN, min(start + RUN_MAX, len(text)) + 1):
        name = text[start:end]
        if not name.isalpha():
            break
        ends = _ends(text, end, tokens, lexicon)
        if ends is None or SERVING.match(text, start) or _is_call(name, lexicon):
            continue
        if joins_called(text, start, end, lexicon):
            continue
        if name in lexicon.ordinary or name in lexicon.compound or name in lexicon.courtesy:
            continue
        score = slot + ends + _characters(name, is_foreign, lexicon)
        if slot == AFTER_TITLE and lexicon.speech.after(text, end) and len(name) > RUN_MIN:
            score += BETWEEN_TITLE_AND_SPEECH
        score += _words(text, start, end, tokens)
        score += last_score(text, end, len(name) - 1, tokens, lexicon)
        if best is None or score > best.score:
            form = "foreign" if is_foreign and lexicon.transcribed.issuperset(name) else "full"
            best = Candidate(start, end, name, form, "title-before", score)
    return best


def _is_call(name: str, lexicon: PersonLexicon) -> bool:
    """老魏, 李女士: a surname with what people are called."""
    is_short = len(name) == RUN_MIN and name[0] in "老小" and name[1] in lexicon.surnames
    title = lexicon.trailing.before(name, len(name))
    return is_short or (title >= RUN_MIN and len(name) - title == 1)


def _ends(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float | None:
    """Evidence that a person's name ends here; None when nothing says so."""
    if text[end : end + 2] in BIOGRAPHY or CAPTION_PLACE.match(text, end):
        return SPEAKS
    if text[end : end + 1] == "了" and not is_listed(text[end : end + 2]):
        return None  # 曲达紧|了紧
    if end == len(text) or not text[end].isalpha():
        return LISTED if text[end : end + 1] in LIST_MARKS else MARKED
    if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end) >= RUN_MIN:
        return SPEAKS
    act = lexicon.acts.after(text, end)
    if act >= RUN_MIN:
        return ACTS
    if act and text[end] not in ENDS_LATE:
        return ACTS_BRIEFLY
    if text[end] == "的":
        return ATTRIBUTE
    number = tokens.at.get(end)
    if number is None:
        return None
    if tokens.tags[number] in ("v", "p", "d", "t", "ad"):
        return VERB_FOLLOWS
    is_guess = not is_listed(tokens.words[number - 1]) and len(tokens.words[number - 1]) >= LONG
    return 0.0 if is_guess else None


def _characters(name: str, is_foreign: bool, lexicon: PersonLexicon) -> float:
    """What the characters say by themselves."""
    score = SIZES[len(name)]
    odd = FUNCTION_CHARACTER * sum(character in lexicon.function for character in name)
    is_middle = len(name) == 3 and name[1] in lexicon.function and name[0] in lexicon.surnames
    score += odd / 2 if is_middle else odd
    is_transcribed = lexicon.transcribed.issuperset(name)
    is_ethnic = lexicon.syllables.match(name) is not None and len(name) > RUN_MIN
    if is_foreign and is_transcribed:
        score += ABROAD if len(name) < LONG else ABROAD + LONG_ABROAD
    elif is_transcribed:
        score += TRANSCRIBED
    if is_ethnic:
        score += SYLLABLES
    if name[0] == "阿":
        score += FAMILIAR_PREFIX
    if len(name) >= LONG and (is_transcribed or is_ethnic):
        score += LONG_AND_STRANGE
    if len(name) == RUN_MIN and name[0] not in lexicon.surnames and name[0] != "阿":
        score += SHORT_AND_STRANGE
    if len(name) < LONG and name[0] in lexicon.surnames:
        score += SURNAME + TYPICAL * sum(character in lexicon.typical for character in name[1:])
    return score


def _words(text: str, start: int, end: int, tokens: Tokens) -> float:
    """What the segmenter and its dictionary say."""
    score = 0.0
    number = tokens.at[start]
    first = tokens.words[number]
    if tokens.starts[number + 1] == end:
        if not is_listed(first) or tokens.tags[number] in NAME_TAGS:
            score += GUESSED_WHOLE
        elif len(first) > 1:
            score += ORDINARY_RUN
    if tokens.tags[number] in ("p", "c") and len(first) == 1:
        score += LITTLE_WORD * 2
    while tokens.starts[number] < end:
        if len(tokens.words[number]) == 1 and tokens.tags[number] in LITTLE_WORDS:
            score += LITTLE_WORD
        number += 1
    if tokens.starts[number] != end:
        score += CROSSES_WORD if is_listed(tokens.words[number - 1]) else CROSSES_GUESS
    score += ORDINARY_PIECE * sum(
        is_word(piece) and (size > RUN_MIN or frequency(piece) >= COMMON_WORD)
        for size in (2, 3, 4)
        for at in range(start, end - size + 1)
        if size < end - start and (piece := text[at : at + size])
    )
    return score
