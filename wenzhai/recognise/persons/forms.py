"""Text -> candidates whose form itself is the evidence.

Masked names (王某), names with · , names built of Tibetan, Yi, Kazakh or Mongolian
syllable groups, and the persons everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.called import ends_name
from wenzhai.recognise.persons.candidate import ACCEPT, CERTAIN, Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed
from wenzhai.recognise.persons.weights import COMMON

DOTS = "·•‧・"
HYPHENS = "-－"  # 安妮-索菲·贝尔
PART_MAX = 8  # code points; the longest part of a transcribed name is 阿不都热依木 and its like
DOTTED = 5.0  # outweighs whatever else is found in a part of it

# 王某, 李某某, 张某甲, 陈某1
MASKED = re.compile(
    r"(?P<surname>[^\W\d_])某(?:某{1,2}|[甲乙丙丁戊己庚辛]|[A-Za-z0-9](?![A-Za-z0-9]))?"
)
STARRED = re.compile(r"(?P<surname>[^\W\d_])(?:[×＊*]{1,2}|[xX]{1,2}(?![A-Za-z]))")
# What follows when 某 is "a certain": 在某公司
CERTAIN_THING = re.compile(
    r"[日月年天地个种些项次处型款类县市省区村镇网]|公司|企业|单位|[高学]校|[大中小]学|医院|银行|工[厂地]|商店|平台|部[门队]|小区|物业|社区|家(?:公司|企业|医院)"
)
# 格萨尔|说唱艺人
WORK = re.compile(r"说唱|王传|史诗|传》|》")
CALLED_OTHERWISE = re.compile(rf"(?P<name>[{HAN}]{{2,4}})[（(](?:化名|笔名|网名|艺名)[）)]")


def form_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Everything found by its form, in no fixed order."""
    if "某" in text:
        yield from _masked(text, MASKED, tokens, lexicon)
    if "×" in text or "*" in text or "＊" in text:
        yield from _masked(text, STARRED, tokens, lexicon)
    if any(dot in text for dot in DOTS):
        yield from _dotted(text, tokens, lexicon)
    for match in lexicon.famous.finditer(text):
        is_work = text[match.start() - 1 : match.start()] == "《" or WORK.match(text, match.end())
        if not is_work and _fits(match.start(), match.end(), tokens):
            yield Candidate(*match.span(), match.group(), "full", "well-known", CERTAIN)
    yield from _ethnic(text, tokens, lexicon)
    if "名）" in text or "名)" in text:
        yield from _pseudonyms(text, lexicon)


def _pseudonyms(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """小男孩壮壮（化名）, 覃大侠（网名）."""
    for match in CALLED_OTHERWISE.finditer(text):
        first, end = match.span("name")
        starts = range(end - 2, first - 1, -1)
        start = next((s for s in starts if _begins_name(text, s, lexicon)), max(first, end - 3))
        if text[end - 2] == text[end - 1]:
            start = end - 2
        name = text[start:end]
        yield Candidate(start, end, name, "pseudonym", "pseudonym", CERTAIN)


def _begins_name(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """A mark, 的 or a title stands right before."""
    if start == 0 or not text[start - 1].isalpha() or text[start - 1] in "的和与叫":
        return True
    return lexicon.head.before(text, start) >= 2


def _masked(
    text: str, pattern: re.Pattern[str], tokens: Tokens, lexicon: PersonLexicon
) -> Iterator[Candidate]:
    for match in pattern.finditer(text):
        surname = match.group("surname")
        if surname not in lexicon.surnames:
            continue
        is_doubtful = surname in lexicon.ambiguous or surname in lexicon.never_alone
        start, end = match.span()
        is_titled = lexicon.head.before(text, start) >= 2
        is_inside = start not in tokens.at and is_listed(tokens.words[tokens.covering(start)])
        if is_inside and not is_titled:
            continue
        if is_doubtful and end - start == 2 and not is_titled:
            if CERTAIN_THING.match(text, end):
                continue
            if surname in lexicon.never_alone and start and text[start - 1].isalpha():
                continue
        if end - start == 2 and _is_given(text, end, tokens, lexicon):
            end += 1  # 谭某峰伙同, 潘某奎冒充
        yield Candidate(start, end, text[start:end], "masked", "masked", CERTAIN)


def _is_given(text: str, at: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """A character after 某 is the end of the name, and no word of its own."""
    named = text[at : at + 1]
    if not named.isalpha() or named in lexicon.function or named in lexicon.odd:
        return False
    if ends_name(text, at, lexicon):
        return False
    number = tokens.covering(at)
    is_word = is_listed(tokens.words[number]) and len(tokens.words[number]) > 1
    if is_word or is_listed(text[at : at + 2]):
        return False
    if not text[at + 1 : at + 2].isalpha():
        return True
    if ends_name(text, at + 1, lexicon):
        return True
    return tokens.tags[number][0] not in "vpdcurmqft"


def _dotted(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """阿不都力提甫·阿不都热依木, 约翰·史密斯."""
    position = 0
    while position < len(text):
        if text[position] not in DOTS:
            position += 1
            continue
        start = _left_part(text, position, lexicon)
        if position - start < 2:
            start = _guessed_part(position, tokens)
        end = position
        while end < len(text) and text[end] in DOTS:
            stretch = _right_part(text, end + 1, lexicon)
            if stretch == end + 1:
                break
            end = stretch
        if start < position < end and end - start >= 4:
            yield Candidate(start, end, text[start:end], "foreign", "dotted-name", CERTAIN + DOTTED)
        position = max(position + 1, end)


def _guessed_part(dot: int, tokens: Tokens) -> int:
    """乔治: the segmenter takes the word before the dot for a name."""
    number = tokens.at.get(dot, 0) - 1
    if number < 0 or not 1 < len(tokens.words[number]) <= PART_MAX:
        return dot
    is_guess = tokens.tags[number] in NAME_TAGS or not is_listed(tokens.words[number])
    return tokens.starts[number] if is_guess and tokens.words[number].isalpha() else dot


def _left_part(text: str, dot: int, lexicon: PersonLexicon) -> int:
    """Where the part before a dot begins; the dot itself when there is none."""
    start = dot
    while start > 0 and dot - start < PART_MAX and text[start - 1] in lexicon.transcribed:
        start -= 1
    if start > 1 and dot > start and text[start - 1] in HYPHENS:
        first = _left_part(text, start - 1, lexicon)
        return first if first < start - 1 else start
    for cut in range(dot - 1, start - 1, -1):
        if lexicon.head.before(text, cut) >= 2 or lexicon.countries.before(text, cut):
            return cut
    return start


def _right_part(text: str, start: int, lexicon: PersonLexicon) -> int:
    end = start
    while end < len(text) and end - start < PART_MAX and text[end] in lexicon.transcribed:
        end += 1
        if lexicon.syllables.match(text, end):
            continue
        rest_speaks = lexicon.speech.after(text, end) >= 2 or lexicon.acts.after(text, end) >= 2
        if end - start >= 2 and rest_speaks:
            break
    is_open = start < end < min(len(text), start + 2) and text[end].isalpha()
    if is_open and not ends_name(text, end, lexicon):
        end += 1  # 培|根: a character that seldom transcribes
    elif end == start and text[start + 1 : start + 2] in lexicon.transcribed:
        end += 1
        while end < len(text) and end - start < PART_MAX and text[end] in lexicon.transcribed:
            end += 1
    while end - start > 2 and end < len(text) and _runs_on(text, end):
        end -= 1
    is_initial = text[start : start + 1] in lexicon.common and not text[start + 1 :][:1].isalpha()
    if end == start < len(text) and is_initial:
        return start + 1  # 卡佳·李
    return end


def _runs_on(text: str, end: int) -> bool:
    """The last character begins another word: 海勒合|作."""
    if text[end - 1] in "于当因所让与":
        return True
    straddling = text[end - 1 : end + 1]
    return is_listed(straddling) and frequency(straddling) >= COMMON


def _fits(start: int, end: int, tokens: Tokens) -> bool:
    """The segmenter cuts no longer word around the name, unless it is a name too."""
    if start in tokens.at and end in tokens.at:
        return True
    number = tokens.covering(start)
    return start in tokens.at and tokens.tags[number] in NAME_TAGS


def _ethnic(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    last = 0
    for syllable in lexicon.syllables.finditer(text):
        match = lexicon.ethnic.match(text, syllable.start())
        if match is None or syllable.start() < last:
            continue
        start, end = match.span()
        size = end - start
        if size < 3 and not (
            title_before(text, start, tokens, lexicon)
            and (ends_name(text, end, lexicon) or end in tokens.at)
        ):
            continue
        last = end
        score = BASE[str(match.lastgroup)] + (LONG[str(match.lastgroup)] if size >= 4 else 0.0)
        if title_before(text, start, tokens, lexicon):
            score += 5.0
        elif start > 0 and text[start - 1].isalpha() and start not in tokens.at:
            score -= 3.0
        if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end):
            score += 3.0
        elif end == len(text) or not text[end].isalpha() or lexicon.acts.after(text, end):
            score += 1.0
        elif end not in tokens.at:
            score -= 2.0
        yield Candidate(start, end, match.group(), "full", "ethnic-form", score)


# Evidence of the form alone: how seldom such syllables stand together in other text.
BASE = {"tibetan": ACCEPT - 1.5, "yi": ACCEPT - 1.5, "units": ACCEPT - 2, "whole": ACCEPT - 3}
# ... and of four characters or more, which no Han name has.
LONG = {"tibetan": 5.0, "yi": 5.0, "units": 4.5, "whole": 3.0}
