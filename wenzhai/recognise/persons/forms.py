"""Text -> candidates whose form itself is the evidence.

Masked names (王某), names with · , names built of Tibetan, Yi, Kazakh or Mongolian
syllable groups, the persons everybody knows, and a surname before a title (刘主席).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.candidate import ACCEPT, CERTAIN, Candidate
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed

DOTS = "·•‧・"
PART_MAX = 8  # code points; the longest part of a transcribed name is 阿不都热依木 and its like
DOTTED = 5.0  # outweighs whatever else is found in a part of it
COMMON_CALL = 300  # occurrences in the segmenter's dictionary: 小时, 老师, 老家

# 王某, 李某某, 张某甲, 陈某1
MASKED = re.compile(
    r"(?P<surname>[^\W\d_])某(?:某{1,2}|[甲乙丙丁戊己庚辛]|[A-Za-z0-9](?![A-Za-z0-9]))?"
)
STARRED = re.compile(r"(?P<surname>[^\W\d_])(?:[×＊*]{1,2}|[xX]{1,2}(?![A-Za-z]))")
# What follows when 某 is "a certain": 在某公司
CERTAIN_THING = re.compile(
    r"[日月年天地个种些项次处型款类县市省区村镇网]|公司|企业|单位|[高学]校|[大中小]学|医院|银行|工[厂地]|商店|平台|部[门队]|小区|物业|社区|家(?:公司|企业|医院)"
)
CALLED_OTHERWISE = re.compile(rf"(?P<name>[{HAN}]{{2,4}})[（(](?:化名|笔名|网名|艺名)[）)]")


def form_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Everything found by its form, in no fixed order."""
    if "某" in text:
        yield from _masked(text, MASKED, tokens, lexicon)
    if "×" in text or "*" in text or "＊" in text:
        yield from _masked(text, STARRED, tokens, lexicon)
    if any(dot in text for dot in DOTS):
        yield from _dotted(text, lexicon)
    for match in lexicon.famous.finditer(text):
        is_work = (
            text[match.start() - 1 : match.start()] == "《"
            and text[match.end() : match.end() + 1] == "》"
        )
        if not is_work and _fits(match.start(), match.end(), tokens):
            yield Candidate(*match.span(), match.group(), "full", "well-known", CERTAIN)
    yield from _ethnic(text, tokens, lexicon)
    if "名）" in text or "名)" in text:
        for match in CALLED_OTHERWISE.finditer(text):
            start = match.start("name")
            while start not in tokens.at and start < match.end("name") - 2:
                start += 1
            name = text[start : match.end("name")]
            yield Candidate(start, match.end("name"), name, "pseudonym", "pseudonym", CERTAIN)


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
        named = text[end : end + 1]
        is_open = end - start == 2 and not _ends_name(text, end, lexicon)
        if is_open and named in lexicon.typical and _ends_name(text, end + 1, lexicon):
            end += 1  # 谭某峰伙同
        yield Candidate(start, end, text[start:end], "masked", "masked", CERTAIN)


def _dotted(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """阿不都力提甫·阿不都热依木, 约翰·史密斯."""
    position = 0
    while position < len(text):
        if text[position] not in DOTS:
            position += 1
            continue
        start = _left_part(text, position, lexicon)
        end = position
        while end < len(text) and text[end] in DOTS:
            stretch = _right_part(text, end + 1, lexicon)
            if stretch == end + 1:
                break
            end = stretch
        if start < position < end and end - start >= 4:
            yield Candidate(start, end, text[start:end], "foreign", "dotted-name", CERTAIN + DOTTED)
        position = max(position + 1, end)


def _left_part(text: str, dot: int, lexicon: PersonLexicon) -> int:
    """Where the part before a dot begins; the dot itself when there is none."""
    start = dot
    while start > 0 and dot - start < PART_MAX and text[start - 1] in lexicon.transcribed:
        start -= 1
    for cut in range(dot - 1, start - 1, -1):
        if lexicon.head.before(text, cut) >= 2 or lexicon.countries.before(text, cut):
            return cut
    if start > 0 and text[start - 1] == "。":
        return start
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
    while end - start > 2 and text[end - 1] in "于当因所让与" and end < len(text):
        end -= 1
    return end


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
            title_before(text, start, tokens, lexicon) and _ends_name(text, end, lexicon)
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


def _ends_name(text: str, end: int, lexicon: PersonLexicon) -> bool:
    if end == len(text) or not text[end].isalpha():
        return True
    follows = (lexicon.speech, lexicon.acts, lexicon.trailing)
    return any(affix.after(text, end) for affix in follows)


# Evidence of the form alone: how seldom such syllables stand together in other text.
BASE = {"tibetan": ACCEPT - 1.5, "yi": ACCEPT - 1.5, "units": ACCEPT - 2, "whole": ACCEPT - 3}
# ... and of four characters or more, which no Han name has.
LONG = {"tibetan": 5.0, "yi": 5.0, "units": 4.5, "whole": 3.0}


def surname_candidates(
    text: str, tokens: Tokens, full_names: frozenset[str], lexicon: PersonLexicon
) -> Iterator[Candidate]:
    """The surname alone before a title: 刘主席, 王先生. `full_names` are known on the page."""
    surnames = {name[:2] if name[:2] in lexicon.compound else name[0] for name in full_names}
    for match in lexicon.called.finditer(text):
        start, end = match.span()
        surname = match.group()
        title = lexicon.trailing.after(text, end)
        is_known = surname in surnames or title_before(text, start - 1, tokens, lexicon) > 0
        if title < 2 and is_known and _is_called(text, start, end, lexicon):
            yield Candidate(start, end, surname, "surname", "surname-with-prefix", ACCEPT + 1)
            continue
        if title < 2 or text[start : end + title] in lexicon.head.words:
            continue
        if surname not in surnames and not _stands_alone(start, end, title, tokens):
            continue
        if (
            text[start : end + 1] in lexicon.ordinary
            or text[start : end + title] in lexicon.ordinary
        ):
            continue
        score = ACCEPT + 1
        if surname in surnames:
            score += 2
        elif surname in lexicon.never_alone or (
            len(surname) == 1 and surname not in lexicon.common
        ):
            score -= 4
        elif surname in lexicon.ambiguous:
            score -= 0.5 if not (start and text[start - 1].isalpha()) else 2
        yield Candidate(start, end, surname, "surname", "surname-and-title", score)


def _is_called(text: str, start: int, end: int, lexicon: PersonLexicon) -> bool:
    """老金的棚子, 小王说: 老 or 小 before the surname, and no word that holds both."""
    if (
        start == 0
        or text[start - 1] not in "老小"
        or frequency(text[start - 1 : end]) >= COMMON_CALL
    ):
        return False
    return _ends_name(text, end, lexicon) or text[end] == "的"


def _stands_alone(start: int, end: int, title: int, tokens: Tokens) -> bool:
    if start not in tokens.at:
        return False
    word_end = tokens.starts[tokens.at[start] + 1]
    if word_end == end:
        return tokens.tags[tokens.at[start]] not in ("p", "c", "d", "v")
    return word_end >= end + title
