"""A word before a title -> whether it may belong to the role.

Nouns may; words of other classes where an organisation's name holds them.
"""

from __future__ import annotations

import re

from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.numbered import counts_in_title
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, is_listed

VERBAL = frozenset("vadftqpcury")
"""First letters of the segmenter's classes for all but nouns and numbers."""
NOUN_CLASSES = ("n", "j", "b", "l", "i", "g", "h", "k", "vn", "an", "s", "z", "x", "eng")
BEFORE_ROLES = frozenset("听看请聘找问见跟由与向对让是这上叫可但")
"""What the segmenter glues to the first word of a role: 听|村党支部书记, 可|蒜农."""
FORMER = frozenset("老原前副女男")
"""... and what it glues to the word before: 剩老|木匠."""
OWN = frozenset("该本我")
"""Before an organisation: 该局果业股股长."""
SEASONS = frozenset("春夏秋冬")
ENDS_ACTION = frozenset("着了")
COPULAS = frozenset("是就却也都")
# 初二|学生, 明代|画家
PERIOD = re.compile(
    r"[初高大][一二三四]|[一二三四五六]年级|.{1,2}[代朝]|[北南东西]?[宋唐汉晋明清元周]|[清明元宋唐]?[初末]|民国|抗战|批"
)
ENDS_PREDICATE = frozenset("着了过是到给在起有为让来去见成说出")
"""Last characters of verbs that no organisation's name holds: 追着, 就是."""


def may_stand(
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
    if word in SEASONS and _is_named_by_season(number, tokens):
        return True
    by_itself = _is_known(number, tokens, lexicon)
    if by_itself is not None:
        return by_itself
    if tag == "m":
        return counts_in_title(word, text, end)
    if tag in NAME_TAGS or tag in NOUN_CLASSES or tag.startswith(("n", "vn")):
        is_dash = word in "·-—" and text[begin - 1 : begin] != word  # 差评——游客: a clause ends
        return word.isalnum() or is_dash
    if tag == "a" and _is_attribute(number, segment_end, tokens):
        return word.isalpha()
    if word in OWN or (word[0] == "该" and word[1:] in lexicon.place_heads):
        return True
    if tag[0] not in VERBAL or (len(word) > 1 and not is_listed(word) and not is_glued(word)):
        return word.isalpha()
    return _stands_inside(text, number, segment_end, tokens, lexicon)


def _is_named_by_season(number: int, tokens: Tokens) -> bool:
    """扶南|春|秸秆科技有限公司, 冬|窝子牧民党小组: no season of a year."""
    before = tokens.tags[number - 1] if number else "x"
    return before[0] in "nx" and tokens.tags[number + 1] == "n"


def _is_attribute(number: int, segment_end: int, tokens: Tokens) -> bool:
    """健康|专栏撰稿人, 甜|樱桃种植大户, 白|裤瑶小伙: of a noun that is not the title itself."""
    is_inside = number + 2 < len(tokens.starts) and tokens.starts[number + 2] < segment_end
    return is_inside and tokens.tags[number + 1][0] in "nj"


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


def is_glued(word: str) -> bool:
    return len(word) > 1 and word[0] in BEFORE_ROLES and not is_listed(word)


def ends_in_former(word: str, tag: str) -> bool:
    """剩|老木匠; not 原副|主席."""
    is_guess = len(word) == 2 and tag[0] != "n" and not is_listed(word)
    return is_guess and word[1] in FORMER and word[0] not in FORMER
