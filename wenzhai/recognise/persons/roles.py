"""A name in a text -> where its role is printed.

A role is one run of titles right before the name, with its organisation and place; one right
after it is told by `trailing`. It is read word by word to the left until a word that no role
holds; "、" and "，" are crossed only after another title.
"""

from __future__ import annotations

import re

from wenzhai.model import Span
from wenzhai.recognise.persons.around import (
    AGE_REACH,
    PLACE_OF,
    QUOTED_REACH,
    QUOTED_TITLE,
    agent_before,
    agent_inside,
    skip_white,
)
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.reaching import reach_further
from wenzhai.recognise.persons.standing import ends_in_former, is_glued, may_stand
from wenzhai.recognise.persons.tokens import Tokens
from wenzhai.recognise.persons.trimming import trim_role

# 副州长（挂职）
REMARK = re.compile(r"[（(](?:挂职|兼任?|主持工作|[正副][厅处科]级)[）)]$")
REMARK_MAX = 6  # code points
REACH = 80  # code points; the longest run of titles in the samples has 34
QUOTED_MAX = 16  # code points of a quoted or bracketed part inside a role: “千万工程”办公室主任

WHITE = " \u3000\n\t"
COMMAS = "，,、"
CLOSING = {"”": "“", "」": "「", "）": "（", ")": "(", "》": "《"}
JOINERS = frozenset("和与及同跟、")
OFFICES = ("长", "书记", "主任", "主席")


def role_before(
    text: str, start: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """The run of titles that ends where a name starts. `ends`: where other names end."""
    end = skip_white(text, start)
    remark = REMARK.search(text, max(0, end - REMARK_MAX), end)
    if remark is not None:
        titled = role_before(text, remark.start(), ends, tokens, lexicon)
        return None if titled is None else Span(titled.start, end)
    title = title_before(text, end, tokens, lexicon) or agent_inside(text, end, tokens)
    printed = text[end - title : end]
    if not title or printed in lexicon.reporter or end - title in ends:
        return None
    if printed in lexicon.no_role:
        return None
    left = end - title
    if left not in tokens.at:
        number = tokens.covering(left)
        if left - tokens.starts[number] == 1 and is_glued(tokens.words[number]):
            return Span(left, end)  # 叫上|嘎查达
        is_suffix = text[tokens.starts[number] : left] in lexicon.organisation.words  # 处|处长
        is_inside = is_suffix or may_stand(text, number, end, tokens, lexicon)
        if tokens.starts[number] >= left or not is_inside:
            return Span(left, end)
        left = tokens.starts[number]
    left = walk(text, left, end, ends, tokens, lexicon)
    if left in ends and lexicon.acts.after(text, left) == 1 and left + 1 < end:
        left += 1  # 倪一凡|接|队友鲍勃
    left = trim_role(text, left, end, tokens, lexicon)
    comma = text.rfind("，", left, end)
    if comma >= 0 and left and text[left - 1].isalnum():
        left = trim_role(text, comma + 1, end, tokens, lexicon)  # 聘朝鲁为制琴师，院长
    return Span(left, end) if left < end else None


def walk(
    text: str, left: int, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """How far to the left the run of titles reaches, over what the segmenter cuts wrongly too."""
    while True:
        if left in tokens.at:
            left = _walk(text, left, end, ends, tokens, lexicon)
        further = reach_further(text, left, ends, tokens, lexicon)
        if further == left or end - further >= REACH:
            return left
        left = further


def _walk(
    text: str, left: int, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """How far to the left the run of titles reaches."""
    segment_end = end
    number = tokens.at[left] - 1
    while number >= 0 and end - left < REACH:
        word, begin = tokens.words[number], tokens.starts[number]
        name_end = _name_end(begin, word, ends)
        if name_end is not None:
            return min(left, name_end + (text[name_end] in JOINERS))
        is_set_apart = word in WHITE and lexicon.organisation.before(text, begin) > 0
        if (word in COMMAS or word in WHITE) and not is_set_apart:  # 区农业农村局| |推广研究员
            crossed = _title_end(text, begin, ends, tokens, lexicon)
            if crossed is None or (word == "、" and _is_owned(text, crossed, tokens, lexicon)):
                return left
            segment_end = crossed
            begin = _last_begin(text, crossed, tokens, lexicon)
            if begin < 0:
                return crossed
        elif word in CLOSING:
            begin = _opening(text, begin, CLOSING[word], tokens)
            if begin < 0:
                return left
        elif is_glued(word) or ends_in_former(word, tokens.tags[number]):
            return begin + 1  # the segmenter guessed 听村 in 听村党支部书记, 剩老 in 剩老木匠
        elif not is_set_apart and not may_stand(text, number, segment_end, tokens, lexicon):
            return left
        left = begin
        number = tokens.at[left] - 1
    return left


def _last_begin(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    """Where the last title, word or quotation before a comma begins (传承|人、); -1 if none does."""
    if end not in tokens.at:
        return -1
    begin = tokens.starts[tokens.at[end] - 1]
    titled = end - lexicon.head.before(text, end)
    if titled < begin and titled in tokens.at:
        return titled
    mark = CLOSING.get(text[begin])
    return begin if mark is None else _opening(text, begin, mark, tokens)


def _name_end(begin: int, word: str, ends: frozenset[int]) -> int | None:
    """Where another name ends in a word: 努尔|太和, joined by the segmenter."""
    return next((end for end in range(begin + 1, begin + len(word) + 1) if end in ends), None)


def _is_owned(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """他的对手、台盘村队后卫: a bare title after 的 is no part of the run."""
    start = end - title_before(text, end, tokens, lexicon)
    if text[start - 1 : start] != "的" or start - 1 not in tokens.at:
        return False
    if text[start] in lexicon.place_heads or PLACE_OF.search(
        text, max(0, start - AGE_REACH), start
    ):
        return False  # 坐在后排的省人大代表、 来自枸杞乡的政协委员、
    before = tokens.at[start - 1] - 1  # 陪同调研的|副市长、市农业农村局局长: a clause, no owner
    is_clause = before >= 0 and tokens.tags[before].startswith("v")
    return not (is_clause and text[start:end].endswith(OFFICES))


def _opening(text: str, closing: int, mark: str, tokens: Tokens) -> int:
    """Where a quoted part of a role opens; -1 when it is no part of a role."""
    opening = text.rfind(mark, max(0, closing - QUOTED_MAX), closing)
    if opening < 0 or opening not in tokens.at or not text[opening + 1 : closing].isalnum():
        return -1
    return opening


def title_before(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    """Length of the title that ends here; 0 when none does."""
    title = lexicon.head.before(text, end)
    if title >= 2:
        return title
    if text[end - 1 : end] == "”":
        quoted = QUOTED_TITLE.search(text, max(0, end - QUOTED_REACH), end)
        return end - quoted.start() if quoted else 0
    return agent_before(tokens.at.get(end, 0), tokens, lexicon)


def _title_end(
    text: str, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int | None:
    """Where a title ends before a comma, when the comma joins two titles of one run."""
    end = skip_white(text, end)
    title = title_before(text, end, tokens, lexicon)
    if text[end - title : end] in lexicon.no_role:
        return None
    return None if not title or end - title in ends or end in ends else end
