"""Text -> names with · : 阿不都力提甫·阿不都热依木, 约翰·史密斯."""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.recognise.persons.called import ends_name
from wenzhai.recognise.persons.candidate import CERTAIN, Candidate
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import (
    NAME_TAGS,
    Tokens,
    frequency,
    is_listed,
    is_verb,
    is_word,
)
from wenzhai.recognise.persons.weights import COMMON

DOTS = "·•‧・"
PART_MAX = 8  # code points; the longest part of a transcribed name is 阿不都热依木 and its like
DOTTED = 5.0  # outweighs whatever else is found in a part of it
HYPHENS = "-－"  # 安妮-索菲·贝尔
BEHIND_INITIAL = frozenset("的接说和与、")
CLAUSE_PART_MIN = 4  # code points; shorter parts are words too often


def dotted_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """阿不都力提甫·阿不都热依木, 约翰·史密斯."""
    position = 0
    while position < len(text):
        if text[position] not in DOTS:
            position += 1
            continue
        start = _left_part(text, position, lexicon)
        if position - start < 2:
            start = _titled_part(text, position, lexicon)
            if start == position:
                start = min(_guessed_part(position, tokens), _whole_clause(text, position))
        end = position
        while end < len(text) and text[end] in DOTS:
            stretch = _right_part(text, end + 1, lexicon)
            if stretch == end + 1:
                break
            end = stretch
        if start < position < end and end - start >= 4:
            yield Candidate(start, end, text[start:end], "foreign", "dotted-name", CERTAIN + DOTTED)
        position = max(position + 1, end)


def _titled_part(text: str, dot: int, lexicon: PersonLexicon) -> int:
    """Whatever stands between a title and a dot: 将军|让·博斯科, 警官|颂蓬·乍仑蓬."""
    for start in range(dot - 1, max(0, dot - PART_MAX) - 1, -1):
        if not text[start].isalpha():
            break
        if lexicon.head.before(text, start) >= 2:
            return start
    return dot


def _whole_clause(text: str, dot: int) -> int:
    """Where a clause begins that holds nothing but the part: 。布威海丽且姆·图尔荪."""
    start = dot
    while start > 0 and dot - start <= PART_MAX and text[start - 1].isalpha():
        start -= 1
    part = text[start:dot]
    if not CLAUSE_PART_MIN <= len(part) <= PART_MAX:
        return dot
    pairs = (part[at : at + 2] for at in range(len(part) - 1))
    triples = (part[at : at + 3] for at in range(len(part) - 2))
    is_worded = any(is_word(pair) and frequency(pair) >= COMMON for pair in pairs)
    return dot if is_worded or any(map(is_word, triples)) else start


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
        if end - start >= 2 and (rest_speaks or is_verb(text[end : end + 2])):
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
    is_initial = text[start : start + 1] in lexicon.common and (
        not text[start + 1 :][:1].isalpha() or text[start + 1] in BEHIND_INITIAL
    )
    if end == start < len(text) and is_initial:
        return start + 1  # 卡佳·李, 安德烈·韩|接队友妙传
    return end


def _runs_on(text: str, end: int) -> bool:
    """The last character begins another word: 海勒合|作."""
    if text[end - 1] in "于当因所让与":
        return True
    straddling = text[end - 1 : end + 1]
    return is_listed(straddling) and frequency(straddling) >= COMMON
