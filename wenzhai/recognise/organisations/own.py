"""Text in front of an ending -> where a body's name of its own begins, by clean words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from wenzhai.gazetteer import load_gazetteer
from wenzhai.model import Mention
from wenzhai.recognise.organisations.lexicon import OrganisationLexicon
from wenzhai.recognise.words import Word, words_of

NAME_REACH = 22  # code points of a name of its own: 卓尼县九峰生态药业有限公司 has 13
LEAST = 2  # code points before an ending: 隆基公司
SOLID = frozenset(
    ["p", "c", "uj", "ul", "uz", "ug", "ud", "uv", "r", "d", "y", "e", "o", "t", "m", "x", "q", "z"]
)
"""Tags of words that no name begins with or holds."""
LEADING = frozenset(["v", "vd", "f", "a", "q", "s"])
"""Tags of words that no name begins with."""
PROPER = frozenset(["ns", "nt", "nz", "nrt", "nr", "nrfg", "eng"])
PUNCTUATION = frozenset("，。；：！？、,;:!?()（）—…\n 　“”‘’《》「」\"'·")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
SAID = re.compile(r"[。！？，]")
COUNTING = frozenset(["m", "q", "x"])
"""Tags of what no name holds though no dictionary has it: 302|实验室."""


def is_clean(between: str, lexicon: OrganisationLexicon) -> bool:
    """Only words that a department's name may hold."""
    if not between:
        return True
    if lexicon.crossing.search(between):
        return False
    words = words_of(between)
    for number, (word, tag, _, _) in enumerate(words):
        is_joint = word in ("和", "与", "及") and number > 0
        if is_joint:
            continue
        is_trade = word in lexicon.trading and (
            number > 0 or (len(words) > 1 and words[1].text in lexicon.trading)
        )  # 投资促进局, no 建设智算中心
        if (word in lexicon.stop and not is_trade) or (
            tag in SOLID and lexicon.numbered.match(word) is None
        ):
            return False
    return True


def own_start(
    text: str, at: int, persons: Sequence[Mention], lexicon: OrganisationLexicon
) -> int | None:
    """Where a name of its own begins; None for common words."""
    if (
        at
        and text[at - 1] in "”》"
        and (opening := max(text.rfind("“", 0, at), text.rfind("《", 0, at))) >= 0
    ):
        return opening if at - opening <= NAME_REACH else None
    low = max(0, at - NAME_REACH)
    stop = max((i for i in range(low, at) if text[i] in PUNCTUATION), default=low - 1) + 1
    for person in persons:
        if stop < person.end < at:
            stop = person.end
    for crossed in lexicon.crossing.finditer(text, stop, at):
        stop = crossed.end()
    called = lexicon.called.match(text, stop, at)
    stop = called.end() if called else stop
    words = _with_places(words_of(text[stop:at]))
    for may_join in (False, True):
        first = _first(words, lexicon, may_join=may_join)
        is_long = first < len(words) and at - stop - words[first].start >= LEAST
        if is_long and _is_specific(words[first:], lexicon):
            return stop + words[first].start
    if words and first == 0 and stop and text[stop - 1] == "”":  # “惠农先锋”农业合作联社
        opening = text.rfind("“", low, stop)
        is_name = opening >= 0 and SAID.search(text, opening, stop) is None
        return opening if is_name else None
    return None


def _with_places(words: Sequence[Word]) -> list[Word]:
    """遵义, 西|和 are places, whatever the segmenter holds."""
    forms = load_gazetteer().forms
    found: list[Word] = []
    for word in words:
        joined = found[-1].text + word.text if found and len(found[-1].text) == 1 else ""
        if len(word.text) == 1 and joined in forms:
            found[-1] = Word(joined, "ns", found[-1].start, word.end)
            continue
        may_be = word.tag in LEADING or word.tag == "b"  # 临清
        is_place = may_be and len(word.text) > 1 and word.text in forms
        found.append(word._replace(tag="ns") if is_place else word)
    return found


def _first(words: list[Word], lexicon: OrganisationLexicon, *, may_join: bool) -> int:
    """Number of the word with which a name may begin."""
    first = len(words)
    while first:
        word, tag, _, _ = words[first - 1]
        is_joint = may_join and word in ("与", "和") and first < len(words)
        is_known = (
            tag in COUNTING or len(word) == 1 or rjieba.has_word(word)
        )  # 玻永大新 is no adverb
        is_rare = tag == "x" and HAN.fullmatch(word) is not None  # 蒙犇
        is_solid = tag in SOLID and is_known and lexicon.numbered.match(word) is None
        is_last = first == len(words) and word in lexicon.trading
        is_end = word in lexicon.stop and not is_last
        if (is_end or (is_solid and not is_rare)) and not is_joint:
            break
        first -= 1
    while first < len(words) and (words[first][1] in LEADING or words[first][0] in ("与", "和")):
        first += 1
    return first


def _is_specific(words: list[Word], lexicon: OrganisationLexicon) -> bool:
    """A proper name, or a word that no dictionary has, is in it."""
    if words[-1].text in lexicon.kinds:
        return False
    if any(tag in PROPER for _, tag, _, _ in words):
        return True
    if all(word in lexicon.generic for word, *_ in words):
        return False
    return any(
        word not in lexicon.generic and not rjieba.has_word(word) for word, *_ in words
    ) or words[0][0] in ("中国", "国家", "全国", "中央", "中华")
