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
from wenzhai.recognise.persons.numbered import counts_in_title
from wenzhai.recognise.persons.reaching import reach_further
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, is_listed
from wenzhai.recognise.persons.trimming import trim_role

# 姓丘
NAMED_BY = re.compile("姓.{1,2}$")
REACH = 80  # code points; the longest run of titles in the samples has 34
QUOTED_MAX = 16  # code points of a quoted or bracketed part inside a role: “千万工程”办公室主任

WHITE = " \u3000\n\t"
VERBAL = frozenset("vadftqpcury")
"""First letters of the segmenter's classes for all but nouns and numbers."""
COMMAS = "，,、"
CLOSING = {"”": "“", "」": "「", "）": "（", ")": "(", "》": "《"}
NOUN_CLASSES = ("n", "j", "b", "l", "i", "g", "h", "k", "vn", "an", "s", "z", "x", "eng")
VERBS_OF_MEETING = frozenset("听看请找问见跟由与向对让是这上叫")
JOINERS = frozenset("和与及同跟、")
OFFICES = ("长", "书记", "主任", "主席")
OWN = frozenset("该本我")
"""Before an organisation: 该局果业股股长."""
ENDS_ACTION = frozenset("着了")
COPULAS = frozenset("是就却也都")
# 初二|学生, 明代|画家
PERIOD = re.compile(
    r"[初高大][一二三四]|[一二三四五六]年级|.{1,2}[代朝]|[北南东西]?[宋唐汉晋明清元周]|[清明元宋唐]?[初末]|民国|抗战|批"
)
ENDS_PREDICATE = frozenset("着了过是到给在起有为让来去见成说出")
"""Last characters of verbs that no organisation's name holds: 追着, 就是."""


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
        if left - tokens.starts[number] == 1 and _is_glued(tokens.words[number]):
            return Span(left, end)  # 叫上|嘎查达
        is_suffix = text[tokens.starts[number] : left] in lexicon.organisation.words  # 处|处长
        is_inside = is_suffix or _may_stand(text, number, end, tokens, lexicon)
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
        if word in COMMAS or word in WHITE:
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
        elif _is_glued(word):
            return begin + 1  # the segmenter guessed 听村 in 听村党支部书记
        elif not _may_stand(text, number, segment_end, tokens, lexicon):
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
    if text[start] in lexicon.place_heads:
        return False  # 坐在后排的省人大代表、
    before = tokens.at[start - 1] - 1  # 陪同调研的|副市长、市农业农村局局长: a clause, no owner
    is_clause = before >= 0 and tokens.tags[before].startswith("v")
    return not (is_clause and text[start:end].endswith(OFFICES))


def _opening(text: str, closing: int, mark: str, tokens: Tokens) -> int:
    """Where a quoted part of a role opens; -1 when it is no part of a role."""
    opening = text.rfind(mark, max(0, closing - QUOTED_MAX), closing)
    if opening < 0 or opening not in tokens.at or not text[opening + 1 : closing].isalnum():
        return -1
    return opening


def role_after(
    text: str, end: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> Span | None:
    """A title right after a name (刘庆和委员), or an apposition (王华，某公司董事长，)."""
    title = lexicon.trailing.after(text, end)
    if title >= 2 and text[end : end + title] not in lexicon.courtesy:
        return Span(end, end + title)
    if NAMED_BY.search(text, max(0, end - 4), end) and text[end : end + 1] == "的":
        title = lexicon.head.after(text, end + 1)  # 一位姓丘的|种植户
        printed = text[end + 1 : end + 1 + title]
        is_role = title >= 2 and printed not in lexicon.courtesy | lexicon.no_role
        return Span(end + 1, end + 1 + title) if is_role else None
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


def _may_stand(
    text: str, number: int, segment_end: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """The word may belong to a role whose segment ends at `segment_end`."""
    word, tag = tokens.words[number], tokens.tags[number]
    begin, end = tokens.starts[number], tokens.starts[number + 1]
    if word in ("和", "与"):
        rest = text[end:segment_end]
        return (
            number > 0
            and _joins_nouns(text, begin, number, tokens, lexicon)
            and (_names_organisation(rest, lexicon))
        )
    by_itself = _is_known(number, tokens, lexicon)
    if by_itself is not None:
        return by_itself
    if tag == "m":
        return counts_in_title(word, text, end)
    if tag in NAME_TAGS or tag in NOUN_CLASSES or tag.startswith(("n", "vn")):
        return word.isalnum() or word in "·-—"
    if tag == "a" and _is_attribute(number, segment_end, tokens):
        return word.isalpha()
    if word in OWN or (word[0] == "该" and word[1:] in lexicon.place_heads):
        return True
    if tag[0] not in VERBAL or (len(word) > 1 and not is_listed(word) and not _is_glued(word)):
        return word.isalpha()
    return _stands_inside(text, number, segment_end, tokens, lexicon)


def _is_attribute(number: int, segment_end: int, tokens: Tokens) -> bool:
    """健康|专栏撰稿人, 甜|樱桃种植大户: of a noun that is not the title itself."""
    is_inside = number + 2 < len(tokens.starts) and tokens.starts[number + 2] < segment_end
    return is_inside and tokens.tags[number + 1][0] == "n"


def _is_known(number: int, tokens: Tokens, lexicon: PersonLexicon) -> bool | None:
    """The word belongs to roles, or to none, whatever its class; None when its class decides."""
    word = tokens.words[number]
    if len(word) > 1 and (word[-1] in ENDS_ACTION or word[0] in COPULAS):
        return False
    if word in lexicon.inner or lexicon.head.before(word, len(word)) == len(word):
        return True
    if PERIOD.fullmatch(word):
        return True
    if word in lexicon.stop and not _ends_organisation(number, tokens, lexicon):
        return False
    return True if lexicon.organisation.before(word, len(word)) else None


def _ends_organisation(number: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """水管|站: a verb elsewhere, here the end of an organisation's name."""
    word = tokens.words[number]
    is_suffix = word in lexicon.organisation.words and number > 0
    return is_suffix and tokens.tags[number - 1].startswith("n") and len(word) == 1


def _stands_inside(
    text: str, number: int, segment_end: int, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """A verb or its like belongs to an organisation's name: 市|监督|管理|局长."""
    word, tag, end = tokens.words[number], tokens.tags[number], tokens.starts[number + 1]
    if len(word) > 1 and word[-1] in ENDS_PREDICATE:
        return False
    if len(word) == 1 and tag[0] in "vpcd":
        is_inside = tag == "v" and number > 0 and tokens.tags[number - 1] == "ns"
        return is_inside and _names_organisation(text[end:segment_end], lexicon)
    follows = tokens.tags[number + 1] if number + 1 < len(tokens.tags) else ""
    if follows == "ns" or text[end] in lexicon.place_heads or tag[0] in "tqpcury":
        return False
    return _names_organisation(text[end:segment_end], lexicon)


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
