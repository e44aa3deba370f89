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
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, is_word

# Evidence. A unit is about a doubling of the odds; the values were set on own sentences
# and the tuning pages.
TITLE_BEFORE = 5.0
AGENT_BEFORE = 3.5
BOUNDARY_BEFORE = 1.0
GOVERNED = 1.0
AGE_BEFORE = 3.0
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
SEGMENTER_SAYS_NAME = 3.5
SEGMENTER_CUTS_SO = 1.0
SEGMENTER_SAYS_LONGER = -1.0
ORDINARY_WORD = -4.5
ORDINARY_LONGER = -7.0
ORDINARY_GIVEN = -0.7
TITLE_AS_GIVEN = -6.0
TYPICAL_GIVEN = 0.7
ODD_GIVEN = -0.4
ATYPICAL_GIVEN = -2.0
COMMON_SURNAME = 0.5
AMBIGUOUS_SURNAME = -1.5
NEVER_ALONE = -5.0
CROSSED_START = -3.0

APPOSITION_MAX = 40  # code points; a printed run of titles after a name, with its organisations

AGE_OF = re.compile(r"(?:岁|出生|来自[^，。；]{2,12})的$")
# 王华，黔玻永太公司董事长， / 王华（黔玻永太公司董事长）
APPOSITION = re.compile(rf"[，,（(]([^，,。；;：:！？）)（(]{{2,{APPOSITION_MAX}}})(?=[，,。；;）)])")
IS_HAN = re.compile(f"[{HAN}]")
PLACE_TAIL = re.compile(r"[省市县区镇乡村路街巷河江湖桥寨屯沟坝湾坡堡庄岭峡沱岛港渡]|家[村庄坝湾沟寨堡坡岭口屯坪港渡院]")


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
        before = _crossed(text, start, lexicon)
        if before is None:
            return None
        number = tokens.covering(start)
    else:
        before = None
    best: Candidate | None = None
    word, tag = tokens.words[number], tokens.tags[number]
    ordinary = before is None and len(word) > 1 and tag not in NAME_TAGS
    if ordinary and word in lexicon.ordinary:
        return None
    if before is None:
        before = _before(text, start, number, tokens, lexicon)
    if ordinary and before.score < AGENT_BEFORE and not _followed(text, start, lexicon):
        return None
    for size in _sizes(text, start, lexicon):
        end = start + size[0] + size[1]
        name = text[start:end]
        if len(name) < end - start or not name.isalpha() or name in lexicon.ordinary:
            continue
        after = _after(text, end, tokens, lexicon)
        inner = _inner(text, start, size, number, tokens, lexicon)
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


def _crossed(text: str, start: int, lexicon: PersonLexicon) -> _Evidence | None:
    """The evidence before a start inside a word: a title there outweighs the segmenter."""
    title = lexicon.head.before(text, start)
    if title >= 2:
        return _Evidence(TITLE_BEFORE - 0.5, "title-before")
    if lexicon.before.before(text, start) == 1 and start >= 1:
        return _Evidence(CROSSED_START + GOVERNED + 1, "governed")
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
    if not IS_HAN.match(last):
        if lexicon.labels.before(text, end - 1) and last in ":：":
            return _Evidence(TITLE_BEFORE, "label")
        return _Evidence(BOUNDARY_BEFORE, "clause-start")
    if last in lexicon.agent and number > 0:
        word, tag = tokens.words[number - 1], tokens.tags[number - 1]
        if len(word) > 1 and tag[0] == "n" and word not in lexicon.not_agent:
            return _Evidence(AGENT_BEFORE, "agent-before")
    if last == "的":
        if AGE_OF.search(text, max(0, end - 20), end):
            return _Evidence(AGE_BEFORE, "age-before")
        return _Evidence(OF_BEFORE, "clause-start")
    if last in "叫":
        return _Evidence(AGE_BEFORE, "called")
    if lexicon.before.before(text, end):
        return _Evidence(GOVERNED, "governed")
    if number > 0 and tokens.tags[number - 1] in ("v", "p", "c", "ul", "t", "d", "f"):
        return _Evidence(0.0, "governed")
    return _Evidence(WORD_BEFORE, "clause-start")


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
    if lexicon.trailing.after(text, end):
        return _Evidence(TITLE_AFTER, "title-after")
    if PLACE_TAIL.match(text, end):
        return _Evidence(CUT_WORD_AFTER, "clause-start")
    is_boundary = end in tokens.at
    cut = 0.0 if is_boundary else CUT_WORD_AFTER
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
        tag = tokens.tags[tokens.at[end]]
        if tag in ("v", "p", "d", "c", "t"):
            return _Evidence(ACT_AFTER - 0.5, "acts")
        return _Evidence(WORD_AFTER, "clause-start")
    return _Evidence(CUT_WORD_AFTER, "clause-start")


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
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> float:
    surname = text[start : start + size[0]]
    given = text[start + size[0] : start + size[0] + size[1]]
    end = start + size[0] + size[1]
    score = _surname_score(surname, lexicon)
    for character in given:
        if character in lexicon.typical:
            score += TYPICAL_GIVEN
        elif character in lexicon.atypical:
            score += ATYPICAL_GIVEN
        else:
            score += ODD_GIVEN
    if given in lexicon.head.words or given in lexicon.trailing.words:
        score += TITLE_AS_GIVEN
    is_named = tokens.starts[number] == start and tokens.tags[number] in NAME_TAGS
    word_end = tokens.starts[number + 1]
    if surname in lexicon.never_alone and not (is_named and word_end == end):
        score += NEVER_ALONE
    if tokens.starts[number] != start:
        return score
    word = tokens.words[number]
    if word_end == end:
        return score + (SEGMENTER_SAYS_NAME if is_named else ORDINARY_WORD)
    if word_end > end:
        if not is_named:
            return score + ORDINARY_LONGER
        rest = text[end:word_end]
        if lexicon.acts.after(rest, 0) == len(rest) or lexicon.speech.after(rest, 0) == len(rest):
            return score + SEGMENTER_CUTS_SO
        return score + SEGMENTER_SAYS_LONGER
    if len(word) > 1 and not is_named and len(word) > size[0]:
        return score + ORDINARY_WORD
    if end in tokens.at:
        score += SEGMENTER_CUTS_SO
        if len(given) == 2 and is_word(given):
            score += ORDINARY_GIVEN
    return score


def _surname_score(surname: str, lexicon: PersonLexicon) -> float:
    if len(surname) == 2:
        return COMMON_SURNAME
    score = COMMON_SURNAME if surname in lexicon.common else 0.0
    if surname in lexicon.ambiguous:
        score += AMBIGUOUS_SURNAME
    return score
