"""A name in a text -> where its role is printed.

A role is one run of titles right before the name, with its organisation and place, or
right after it. It is read word by word to the left until a word that no role holds;
"、" and "，" are crossed only after another title.
"""

from __future__ import annotations

import re

from wenzhai.model import Span
from wenzhai.recognise.persons.around import (
    APPOSITION,
    QUOTED_REACH,
    QUOTED_TITLE,
    agent_before,
    skip_white,
)
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, is_listed

REACH = 80  # code points; the longest run of titles in the samples has 34
QUOTED_MAX = 16  # code points of a quoted or bracketed part inside a role: “千万工程”办公室主任

WHITE = " \u3000\n\t"
COMMAS = "，,、"
CLOSING = {"”": "“", "」": "「", "）": "（", ")": "(", "》": "《"}
NOUN_CLASSES = ("n", "j", "b", "l", "i", "g", "h", "k", "vn", "an", "s", "z", "x", "eng")
STUDIO = ("工作室", "工作站", "团队", "工作坊", "传习所")
"""After 田永伍委员 the title belongs to the studio's name."""
COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十百千万两几多数半]")
VERBS_OF_MEETING = frozenset("听看请找问见跟由与向对让")
OWN = frozenset("该本我")
"""Before an organisation: 该局果业股股长."""
# 三年级学生, 2号楼楼长, 第三小学校长
NUMBERED = re.compile(r"[班级号组师团连营中小届院厂局所队村社楼街路线矿医人]|年级")


def role_before(
    text: str, start: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """The run of titles that ends where a name starts. `ends`: where other names end."""
    end = skip_white(text, start)
    title = title_before(text, end, tokens, lexicon)
    printed = text[end - title : end]
    if not title or printed in lexicon.reporter or end - title in ends:
        return None
    if printed in lexicon.no_role:
        return None
    left = end - title
    if left not in tokens.at:
        number = tokens.covering(left)
        if tokens.starts[number] < end - title and _may_stand(text, number, end, tokens, lexicon):
            left = tokens.starts[number]
        else:
            return Span(left, end)
    number = tokens.at[left] - 1
    segment_end = end
    while number >= 0 and end - left < REACH:
        word, begin = tokens.words[number], tokens.starts[number]
        if begin + len(word) in ends:
            break
        if word in COMMAS or word in WHITE:
            crossed = _title_end(text, begin, ends, tokens, lexicon)
            if crossed is None:
                break
            segment_end = crossed
            left = crossed
            number = tokens.covering(crossed - 1)
            if tokens.starts[number + 1] != crossed:
                break
            left = tokens.starts[number]
            number -= 1
            continue
        if word in CLOSING:
            opening = text.rfind(CLOSING[word], max(0, begin - QUOTED_MAX), begin)
            inside = text[opening + 1 : begin]
            if opening < 0 or opening not in tokens.at or not inside.isalnum():
                break
            left = opening
            number = tokens.at[opening] - 1
            continue
        if not _may_stand(text, number, segment_end, tokens, lexicon):
            break
        left = begin
        number -= 1
    left = _trim(text, left, end, tokens)
    return Span(left, end) if left < end else None


def role_after(
    text: str, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """A title right after a name (刘庆和委员), or an apposition (王华，某公司董事长，)."""
    title = lexicon.trailing.after(text, end)
    is_studio = text.startswith(STUDIO, end + title)
    if title >= 2 and text[end : end + title] not in lexicon.courtesy and not is_studio:
        return Span(end, end + title)
    apposition = APPOSITION.match(text, end)
    if apposition is None:
        return None
    first, last = apposition.span(1)
    role = role_before(text, last, ends, tokens, lexicon)
    if role is None or role.start > first:
        return None
    return Span(first, last)


def title_before(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    """Length of the title that ends here; 0 when none does."""
    title = lexicon.head.before(text, end)
    if title >= 2:
        return title
    quoted = QUOTED_TITLE.search(text, max(0, end - QUOTED_REACH), end)
    if quoted:
        return end - quoted.start()
    return agent_before(tokens.at.get(end, 0), tokens, lexicon)


def _title_end(
    text: str, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int | None:
    """Where a title ends before a comma, when the comma joins two titles of one run."""
    end = skip_white(text, end)
    title = title_before(text, end, tokens, lexicon)
    return None if not title or end - title in ends or end in ends else end


def _may_stand(
    text: str, number: int, segment_end: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """The word may belong to a role whose segment ends at `segment_end`."""
    word, tag = tokens.words[number], tokens.tags[number]
    begin, end = tokens.starts[number], tokens.starts[number + 1]
    if word == "和":
        rest = text[end:segment_end]
        return (
            number > 0
            and _joins_nouns(text, begin, number, tokens, lexicon)
            and (_names_organisation(rest, lexicon))
        )
    if word in lexicon.inner or lexicon.head.before(word, len(word)) == len(word):
        return True
    if word in lexicon.stop:
        return False
    if word in lexicon.organisation.words:
        return True
    if len(word) > 1 and lexicon.organisation.before(word, len(word)):
        return True
    if tag == "m":
        is_counted = COUNTED.search(word) is not None
        return bool(NUMBERED.match(text, end)) if is_counted else word.isalpha()
    if tag in NAME_TAGS or tag in NOUN_CLASSES or tag.startswith(("n", "vn")):
        return word.isalnum() or word in "·-—"
    if word in OWN:
        return True
    if tag[0] in "vadftqpcury":
        if len(word) == 1 and tag[0] in "vpcd":
            is_inside = tag == "v" and number > 0 and tokens.tags[number - 1] == "ns"
            return is_inside and _names_organisation(text[end:segment_end], lexicon)
        follows = tokens.tags[number + 1] if number + 1 < len(tokens.tags) else ""
        if follows == "ns" or text[end] in lexicon.place_heads:
            return False
        return tag[0] not in "tqpcury" and _names_organisation(text[end:segment_end], lexicon)
    return word.isalpha()


def _joins_nouns(
    text: str, begin: int, number: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """和 stands inside an organisation's name: 文化和旅游局, not 书记和县教育局."""
    if lexicon.inner_and.before(text, begin):
        return True
    left, right = tokens.tags[number - 1], tokens.tags[number + 1]
    if left not in ("n", "vn", "an", "j") or right not in ("n", "vn", "an", "j", "v"):
        return False
    return not lexicon.head.before(text, begin) and text[begin + 1] not in lexicon.place_heads


def _names_organisation(text: str, lexicon: PersonLexicon) -> bool:
    """An organisation's ending stands in what is left of the segment."""
    return any(lexicon.organisation.before(text, end) for end in range(1, len(text) + 1))


def _is_glued(word: str) -> bool:
    return len(word) > 1 and word[0] in VERBS_OF_MEETING and not is_listed(word)


def _trim(text: str, left: int, end: int, tokens: Tokens) -> int:
    while left < end and (text[left] in COMMAS or text[left] in WHITE or text[left] in "·-—"):
        left += 1
    number = tokens.at.get(left)
    if number is not None and _is_glued(tokens.words[number]) and left + 2 < end:
        left += 1  # the segmenter guessed 听村 in 听村党支部书记
        number = tokens.at.get(left)
    if number is not None and tokens.words[number] in ("本报", "本刊", "本台") and left + 2 < end:
        left += 2
    return left
