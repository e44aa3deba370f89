"""Text -> candidates for names with a Han surname.

A name may begin at every surname. The words before it and after it, its own characters
and the segmenter each give evidence for one length of the name or against it; the length
with the most evidence is the candidate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wenzhai.recognise.persons.candidate import Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed, is_word

# Evidence. A unit is about a doubling of the odds; the values were set on own sentences
# and the tuning pages.
TITLE_BEFORE = 5.0
AGENT_BEFORE = 4.0
BOUNDARY_BEFORE = 1.0
GOVERNED = 1.0
AGE_BEFORE = 3.0
QUOTED_BEFORE = 2.0
OF_BEFORE = 0.5
WORD_BEFORE = -1.0
TITLE_AFTER = 4.0
SPEECH_AFTER = 3.0
ACT_AFTER = 1.5
BOUNDARY_AFTER = 0.7
BIOGRAPHY_AFTER = 4.0
APPOSITION_AFTER = 3.0
WORD_AFTER = -0.5
CUT_WORD_AFTER = -2.5
CUT_GUESS_AFTER = -0.2
SEGMENTER_KNOWS_NAME = 0.5  # its dictionary calls 胡萝卜 and 白皮书 names too
SEGMENTER_KNOWS_SHORT_NAME = -0.5
SEGMENTER_KNOWS_TITLED_NAME = 2.5
SEGMENTER_GUESSES_NAME = 3.0
SEGMENTER_CUTS_SO = 1.0
SEGMENTER_GUESSES_SHORT_NAME = 1.8  # 周窝, 种薯
SEGMENTER_GUESSES_TWICE = 1.0
SEGMENTER_RUNS_ON = 2.0
SEGMENTER_SAYS_LONGER = -1.0
ORDINARY_WORD = -4.5
RARE_WORD = -2.0
RARE_BEGINNING = -0.7
COMMON_BEGINNING = -2.0
ORDINARY_LONGER = -7.0
ORDINARY_GIVEN = -0.7
TITLE_AS_GIVEN = -6.0
TYPICAL_GIVEN = 0.7
PLAIN_GIVEN = -0.2
ODD_GIVEN = -1.0
FUNCTION_GIVEN = -3.5
NOUN_ENDING = -2.5
PLACE_ENDING = -6.0
PLACE_NAME = -4.0
PLACE_NAME_AFTER_TITLE = -1.0
COMMON_SURNAME = 0.5
RARE_SURNAME = -1.0
LIKELY_THROUGHOUT = 0.7
NAME_LINE = 2.5
AMBIGUOUS_SURNAME = -1.5
AMBIGUOUS_AFTER_TITLE = -0.5
AMBIGUOUS_OF_THREE = -0.5
LONG_GIVEN = 0.8
FUNCTION_WORD = -6.0
NEVER_ALONE = -5.0
CROSSED_START = -3.0

COMMON = 1000  # occurrences; 安全 in the guess 安全岛 has 3867
RARE = 100  # occurrences in the segmenter's dictionary; 许国 has 26, 文静 74, 高度 6119
APPOSITION_MAX = 40  # code points; a printed run of titles after a name, with its organisations

SURE_AGENTS = "手员师商农"  # make an agent noun of any word before them
FUNCTION_TAGS = frozenset({"p", "c", "d", "u", "uj", "ul"})
# 72岁的王桂英; 坐在后排的王老幺
AGE_OF = re.compile(r"(?:岁|出生|(?:[坐站住躺]在|扮演|饰演|身穿|担任)[^，。；的]{1,12})的$")
# 王华，黔玻永太公司董事长， / 王华（黔玻永太公司董事长）
APPOSITION = re.compile(rf"[，,（(]([^，,。；;：:！？）)（(]{{2,{APPOSITION_MAX}}})(?=[，,。；;）)])")
# “时代楷模”张桂梅
QUOTED_TITLE = re.compile(rf"“[{HAN}]{{2,8}}”$")
IS_HAN = re.compile(f"[{HAN}]")
PLACE_TAIL = re.compile(r"[省市县区镇乡村路街巷河江湖桥寨屯沟坝湾坡堡庄岭峡沱岛港渡]|家[村庄坝湾沟寨堡坡岭口屯坪港渡院岗窝集塬洼湖铺桥店河]|窝")


@dataclass(frozen=True, slots=True)
class _Evidence:
    score: float
    rule: str


def han_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> list[Candidate]:
    """The best candidate at every place where a name may begin, in the order of the text."""
    found: list[Candidate] = []
    for match in lexicon.starts.finditer(text):
        start = match.start()
        best = _best_at(text, start, tokens, lexicon)
        if best is not None:
            found.append(best)
    return found


def _best_at(text: str, start: int, tokens: Tokens, lexicon: PersonLexicon) -> Candidate | None:
    number = tokens.at.get(start)
    if number is None:
        if text[start - 1] not in lexicon.may_precede:
            return None
        number = tokens.covering(start)
        before = _crossed(text, start, number, tokens, lexicon)
        if before is None:
            return None
    else:
        before = None
    best: Candidate | None = None
    word, tag = tokens.words[number], tokens.tags[number]
    ordinary = (
        before is None
        and len(word) > 1
        and tag not in NAME_TAGS
        and word not in lexicon.compound
        and is_listed(word)
    )
    if ordinary and word in lexicon.ordinary:
        return None
    if before is None:
        before = _before(text, start, number, tokens, lexicon)
    is_rare = ordinary and frequency(word) < RARE
    if ordinary and not is_rare and before.score < AGENT_BEFORE and not _followed(text, start, lexicon):
        return None
    for size in _sizes(text, start, lexicon):
        end = start + size[0] + size[1]
        name = text[start:end]
        if len(name) < end - start or not name.isalpha() or name in lexicon.ordinary:
            continue
        after = _after(text, end, tokens, lexicon)
        inner = _inner(text, start, size, number, before, tokens, lexicon)
        score = before.score + after.score + inner
        if best is None or score > best.score:
            rule = before.rule if before.score >= after.score else after.rule
            best = Candidate(start, end, name, "full", rule, score)
    return best


def _sizes(text: str, start: int, lexicon: PersonLexicon) -> tuple[tuple[int, int], ...]:
    """Lengths of surname and given name that are possible here."""
    if text[start : start + 2] in lexicon.compound:
        if text[start] in lexicon.surnames:
            return ((2, 1), (2, 2), (1, 1), (1, 2))
        return ((2, 1), (2, 2))
    return ((1, 1), (1, 2))


def _crossed(
    text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> _Evidence | None:
    """The evidence before a start inside a word: a title there outweighs the segmenter."""
    is_certain = is_listed(tokens.words[number])
    if lexicon.head.before(text, start) >= 2:
        return _Evidence(TITLE_BEFORE + (CROSSED_START if is_certain else -0.5), "title-before")
    if is_certain:
        return None
    if text[start - 1] in SURE_AGENTS:
        return _Evidence(AGENT_BEFORE - 1, "agent-before")
    if lexicon.before.before(text, start) == 1:
        return _Evidence(GOVERNED + CROSSED_START / 2, "governed")
    return None


def _before(
    text: str, start: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> _Evidence:
    end = start
    while end > 0 and text[end - 1] in " \u3000\n":
        end -= 1
    title = lexicon.head.before(text, end)
    if title >= 2:
        return _Evidence(TITLE_BEFORE, "title-before")
    if end < start or end == 0:
        return _Evidence(BOUNDARY_BEFORE, "clause-start")
    last = text[end - 1]
    if last == "”" and QUOTED_TITLE.search(text, max(0, end - 12), end):
        return _Evidence(QUOTED_BEFORE, "quoted-title")
    if not IS_HAN.match(last):
        if lexicon.labels.before(text, end - 1) and last in ":：":
            return _Evidence(TITLE_BEFORE, "label")
        return _Evidence(BOUNDARY_BEFORE, "clause-start")
    if number > 0 and is_agent(tokens.words[number - 1], tokens.tags[number - 1], lexicon):
        return _Evidence(AGENT_BEFORE, "agent-before")
    if last == "的":
        if AGE_OF.search(text, max(0, end - 20), end):
            return _Evidence(AGE_BEFORE, "age-before")
        return _Evidence(OF_BEFORE, "clause-start")
    if last == "叫" or lexicon.naming.before(text, end):
        return _Evidence(AGE_BEFORE, "called")
    if lexicon.before.before(text, end):
        return _Evidence(GOVERNED, "governed")
    if number > 0 and tokens.tags[number - 1] in ("v", "p", "c", "ul", "t", "d", "f"):
        return _Evidence(0.0, "governed")
    return _Evidence(WORD_BEFORE, "clause-start")


def is_agent(word: str, tag: str, lexicon: PersonLexicon) -> bool:
    """The word says what somebody does: 护林员, 鼓手, 果商."""
    if len(word) < 2 or word[-1] not in lexicon.agent or word in lexicon.not_agent:
        return False
    return tag[0] == "n" or (tag[0] in "vb" and word[-1] in SURE_AGENTS)


def _followed(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """A title or a verb of speaking after two or three characters: 高明教授, 文静说."""
    return any(
        lexicon.trailing.after(text, end) >= 2 or lexicon.speech.after(text, end)
        for end in (start + 2, start + 3)
    )


def _after(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> _Evidence:
    if end == len(text):
        return _Evidence(BOUNDARY_AFTER, "clause-start")
    first = text[end]
    if not IS_HAN.match(first):
        return _after_mark(text, end, first, lexicon)
    if lexicon.trailing.after(text, end) and text[end] != text[end - 1]:
        return _Evidence(TITLE_AFTER, "title-after")
    if PLACE_TAIL.match(text, end):
        return _Evidence(CUT_WORD_AFTER, "clause-start")
    is_boundary = end in tokens.at
    cut = 0.0 if is_boundary else _cut(end, tokens)
    if lexicon.speech.after(text, end):
        return _Evidence(SPEECH_AFTER + cut / 2, "speech-verb")
    if first == "等" or first == "的":
        return _Evidence(BOUNDARY_AFTER + cut, "clause-start")
    act = lexicon.acts.after(text, end)
    if act >= 2:
        return _Evidence(ACT_AFTER + 0.5 + cut / 2, "acts")
    if act:
        return _Evidence(ACT_AFTER + cut, "acts")
    if is_boundary:
        number = tokens.at[end]
        word, tag = tokens.words[number], tokens.tags[number]
        if len(word) > 1 and not is_listed(word):
            return _Evidence(0.0, "clause-start")
        if tag in ("v", "p", "d", "c", "t"):
            return _Evidence(ACT_AFTER - 0.5, "acts")
    return _Evidence(WORD_AFTER + cut, "clause-start")


def _cut(position: int, tokens: Tokens) -> float:
    """Evidence against a name that ends inside a word of the segmenter."""
    word = tokens.words[tokens.covering(position)]
    return CUT_WORD_AFTER if is_listed(word) else CUT_GUESS_AFTER


def _after_mark(text: str, end: int, first: str, lexicon: PersonLexicon) -> _Evidence:
    if first in "，,（(":
        if lexicon.biography.after(text, end + 1):
            return _Evidence(BIOGRAPHY_AFTER, "biography")
        apposition = APPOSITION.match(text, end)
        if apposition and lexicon.head.before(text, apposition.end(1)) >= 2:
            return _Evidence(APPOSITION_AFTER, "apposition")
    if first in "：:":
        return _Evidence(SPEECH_AFTER - 1, "speaker")
    return _Evidence(BOUNDARY_AFTER, "clause-start")


def _inner(
    text: str,
    start: int,
    size: tuple[int, int],
    number: int,
    before: _Evidence,
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> float:
    surname = text[start : start + size[0]]
    given = text[start + size[0] : start + size[0] + size[1]]
    end = start + size[0] + size[1]
    is_titled = before.score >= AGENT_BEFORE
    score = _surname_score(surname, is_titled, size[1], lexicon)
    score += sum(_given_score(character, lexicon) for character in given)
    if len(given) == 2 and surname in lexicon.common and lexicon.typical.issuperset(given):
        score += LIKELY_THROUGHOUT
    if start == 0 and end == len(text):
        score += NAME_LINE
    if given in lexicon.head.words or given in lexicon.trailing.words:
        score += TITLE_AS_GIVEN
    if given[-1] in lexicon.endings and given[-1] not in lexicon.typical:
        score += NOUN_ENDING
    if given[-1] in lexicon.place_endings or given == "家":
        score += PLACE_ENDING
    if text[start:end] in lexicon.places:
        return score + (PLACE_NAME_AFTER_TITLE if is_titled else PLACE_NAME)
    begins = tokens.starts[number] == start
    word_end = tokens.starts[number + 1]
    word = tokens.words[number]
    is_guess = begins and len(word) > 1 and not is_listed(word)
    is_named = begins and tokens.tags[number] in NAME_TAGS
    if surname in lexicon.never_alone and not ((is_named or is_guess) and word_end == end):
        score += NEVER_ALONE
    if not begins:
        return score
    if word_end == end:
        if is_guess:
            return score + _guess_score(given, number, is_titled, tokens, lexicon)
        if is_named:
            if is_titled:
                return score + SEGMENTER_KNOWS_TITLED_NAME
            is_long = end - start > 2
            return score + (SEGMENTER_KNOWS_NAME if is_long else SEGMENTER_KNOWS_SHORT_NAME)
        return score + _word_score(word, tokens.tags[number], RARE_WORD)
    if word_end > end:
        if not is_named and not is_guess:
            return score + ORDINARY_LONGER
        rest = text[end:word_end]
        if lexicon.acts.after(rest, 0) == len(rest) or lexicon.speech.after(rest, 0) == len(rest):
            return score + SEGMENTER_RUNS_ON
        return score + SEGMENTER_SAYS_LONGER
    if len(word) > len(surname) and not is_named and not is_guess:
        return score + _word_score(word, tokens.tags[number], RARE_BEGINNING)
    if len(word) == 1 and tokens.tags[number] in FUNCTION_TAGS:
        score += FUNCTION_WORD
    if end in tokens.at:
        score += SEGMENTER_CUTS_SO
        if len(given) == 2 and is_word(given) and frequency(given) >= RARE:
            score += ORDINARY_GIVEN
    return score


def _given_score(character: str, lexicon: PersonLexicon) -> float:
    if character in lexicon.typical:
        return TYPICAL_GIVEN
    if character in lexicon.function:
        return FUNCTION_GIVEN
    return ODD_GIVEN if character in lexicon.odd else PLAIN_GIVEN


def _guess_score(
    given: str, number: int, is_titled: bool, tokens: Tokens, lexicon: PersonLexicon
) -> float:
    """A word outside the dictionary is nearly always a name, if what follows is no guess too."""
    if any(character in lexicon.function for character in given):
        return 0.0
    word = tokens.words[number]
    if len(given) == 2 and not is_titled and is_word(word[:2]) and frequency(word[:2]) > COMMON:
        return SEGMENTER_GUESSES_NAME + COMMON_BEGINNING
    following = tokens.words[number + 1] if number + 1 < len(tokens.words) else ""
    if len(given) == 1 and len(following) > 1 and following.isalpha() and not is_listed(following):
        return SEGMENTER_GUESSES_TWICE
    if len(given) == 1 and len(word) == 2 and not is_titled:
        return SEGMENTER_GUESSES_SHORT_NAME
    return SEGMENTER_GUESSES_NAME


def _word_score(word: str, tag: str, rare: float) -> float:
    """Evidence of a dictionary's word against a name; a rare noun speaks less loudly."""
    return rare if tag[0] in "naizg" and frequency(word) < RARE else ORDINARY_WORD


def _surname_score(surname: str, is_titled: bool, given: int, lexicon: PersonLexicon) -> float:
    score = LONG_GIVEN if given > 1 else 0.0
    if surname in lexicon.common or len(surname) > 1:
        score += COMMON_SURNAME
    elif not is_titled:
        score += RARE_SURNAME
    if surname not in lexicon.ambiguous:
        return score
    if is_titled:
        return score + AMBIGUOUS_AFTER_TITLE
    return score + (AMBIGUOUS_OF_THREE if given > 1 else AMBIGUOUS_SURNAME)
