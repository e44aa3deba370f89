"""A figure in its sentence -> what is counted, read off the words beside it.

Behind a measure word stands what is counted (29个委员工作室); in front of money, shares and
sizes what is measured (规模以上工业增加值同比增长21.3%). No place and nobody is counted; where
nothing else stands in the clause, its topic stands in the one before (小麦，一亩只收三百斤).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.recognise.figures.lexicon import FigureLexicon
from wenzhai.recognise.figures.runs import (
    HEADS,
    INSIDE,
    LONGEST,
    NOUNS,
    people_of,
    phrase,
    run,
)
from wenzhai.recognise.words import Word, words_of

AHEAD = 24  # code points behind the unit that are read
BEHIND = 36  # ... and in front of the number
OPENING, CLOSING = '“‘《「"', '”’》」"'
END = frozenset("，。；：！？、,;:!?()（）—…\n 　" + CLOSING)
BREAKS = frozenset("，。；：！？,;:!?(（—…\n")
STOPS = frozenset("。；！？;!?：:\n")
JOINING = frozenset(["以上", "以下", "及", "和", "的"])
LINKING = frozenset(["d", "c", "p", "ul", "uj"])
DOING = frozenset(["v", "vd", "d", "ad", "p", "m", "t", "a", "ul", "uz", "q", "r"])
"""Tags of what may stand between a noun and its number."""
PLACES = frozenset("县村镇乡旗市区州省")
SHARES = frozenset(["占", "占到", "占了", "占比"])
VERBS = frozenset(["v", "vn", "a", "vd"])
GOVERNING = frozenset(["v", "p", "vd", "d", "c"])
"""Tags of words with which a clause in front of a noun begins: 四百名|戴着安全帽的工友."""
PER = re.compile(
    r"(?:为|是|达|按)?(?:每[一百千]?(?:毫升|立方米|平方米|公斤|公里|米|升|斤|吨|亩|克|小时|课时|学时|学期|学年"
    r"|季度|站|户|人|月|年|天|日|次|场|株|棵|张|件|床|页|村|镇|套))+$"
)
"""血液中酒精含量|为每百毫升|176毫克."""
SIZE = re.compile(r"(?:[（(][^（）()]{1,4}[）)])?(?:[高宽长深厚远重大]的|的)?")
"""二十多米 高的 砖厂烟囱; 两万余头 （只） 牲畜."""

WHERE = frozenset(["s", "t"])
BEHIND_WHERE = NOUNS | {"uj"}
"""Tags of words behind one of place or time that begins a term."""
BOUNDS = frozenset(["不足", "少于", "不到", "超过", "多于", "低于", "高于"])
NOUN_MAX = 6  # code points of the word in front of a number

Span = tuple[int, int]


class Around(NamedTuple):
    """What is read beside a number."""

    text: str
    low: int
    """The end of the figure before."""
    earlier: int
    """... of the one before that is no span of time: 合格率|连续三年保持在百分之百."""
    names: Sequence[Span]
    """Where places and people are named: nobody counts them."""
    lexicon: FigureLexicon

    def is_name(self, span: Span) -> bool:
        """阿克亚村|承担了两公里, 运动员|边巴旺久."""
        if span[0] and self.text[span[0] - 1] in OPENING:  # 31名|“老赖”
            return False
        return any(start < span[1] <= end for start, end in self.names)


def what_of(start: int, end: int, unit: str, around: Around, *, is_behind: bool) -> Span | None:
    """`is_behind`: the unit is one of what stands in front of it (增加值增长21.3%)."""
    text, lexicon = around.text, around.lexicon
    readings: tuple[Span | None, ...]
    if is_behind:
        is_of = text[end : end + 1] == "的" and unit not in lexicon.degrees
        is_of = is_of and not _is_measured(text[max(0, start - NOUN_MAX) : start])
        readings = (
            _after(end, unit, INSIDE, around) if is_of else None,
            *_before(start, around),
            _after(end, unit, NOUNS, around),
        )
    else:
        first = NOUNS if unit in lexicon.small else INSIDE
        is_bound = text[start : start + 2] in BOUNDS and text[end : end + 1] == "的"
        is_bound = is_bound and _is_measured(text[max(0, start - NOUN_MAX) : start])
        readings = (
            *(_before(start, around) if is_bound else ()),  # 学生|不足50人的村小
            _dimension(start, end, unit, around),
            _after(end, unit, first, around) or _related(end, around),
            *_before(start, around),
        )
    for one in readings:
        if one is None or around.is_name(one):
            continue
        if is_behind and lexicon.payers.search(text, *one):  # 市财政|每年安排1500万元
            continue
        if text[slice(*one)] in lexicon.leading and text[one[1] : start] == "的":
            continue  # 安排的|2860万元专项资金
        return one
    return None


def _is_measured(before: str) -> bool:
    """产值|百亿元的龙头企业."""
    words = words_of(before)
    return bool(words) and words[-1].tag == "n" and words[-1].end - words[-1].start > 1


def _dimension(start: int, end: int, unit: str, around: Around) -> Span | None:
    """宽|八十厘米, 海拔|2500米."""
    text = around.text
    if text[max(0, start - 2) : start] in around.lexicon.dimensions:
        return start - 2, start
    if text[end : end + 1] == "的":
        return None
    is_length = unit in around.lexicon.small and unit not in around.lexicon.time
    return (
        (start - 1, start) if is_length and text[start - 1] in around.lexicon.dimensions else None
    )


def words_in(text: str, lexicon: FigureLexicon) -> list[Word]:
    """With the nouns that the segmenter does not know."""
    return [w._replace(tag="n") if w.text in lexicon.nouns else w for w in words_of(text)]


def _after(end: int, unit: str, first: frozenset[str], around: Around) -> Span | None:
    """The term that follows a unit and begins with a word of these tags."""
    text = around.text
    ahead = text[end : end + AHEAD]
    if ahead[:1] and ahead[0] in OPENING and (closing := _closing(ahead)) > 1:
        return end + 1, end + closing
    start = end + SIZE.match(ahead).end()  # type: ignore[union-attr]  # it matches the empty text too
    ahead = text[start : end + AHEAD]
    if ahead[:1] and ahead[0] in OPENING:  # 二十平方米的|“暖心棚”
        closing = _closing(ahead)
        return (start + 1, start + closing) if closing > 1 else None
    stop = next((i for i, c in enumerate(ahead) if c in END), len(ahead))
    words = words_in(ahead[:stop], around.lexicon)
    is_people = unit in around.lexicon.people
    if not is_people and len(words) > 1 and words[0].tag in WHERE and words[1].tag in BEHIND_WHERE:
        first = first | WHERE  # 4节|城里的英语课, 两亩|夏秋茶
    last = run(words, first, is_people=is_people)
    if not last and ahead[:1] in PLACES and unit == "个":  # 12个|村晒出, 16个|县（市、区）
        return start, start + 1
    is_size = unit in around.lexicon.small and not unit.endswith(("元", "成"))
    if not last and not is_people and not is_size and unit not in around.lexicon.acts:
        last = phrase(words, stop)
    if last and is_people:
        people = people_of(words, last, around.lexicon)
        # 六十二位|退休教师, but 三十一人|考上大专
        last = people or (0 if words[0].tag in GOVERNING else last)
    return (start, start + last) if last else None


def _related(end: int, around: Around) -> Span | None:
    """四百名|戴着安全帽的|工友."""
    ahead = around.text[end : end + AHEAD]
    stop = next((i for i, c in enumerate(ahead) if c in END), len(ahead))
    words = words_in(ahead[:stop], around.lexicon)
    marks = [number for number, word in enumerate(words) if word.text == "的"]
    if not words or words[0].tag not in GOVERNING or not marks or marks[-1] + 1 == len(words):
        return None
    rest = words[marks[-1] + 1 :]
    low = rest[0].start
    moved = [word._replace(start=word.start - low, end=word.end - low) for word in rest]
    last = run(moved, NOUNS, is_people=True)
    return (end + low, end + low + last) if last else None


def _closing(ahead: str) -> int:
    return min((at for at in (ahead.find(mark, 1) for mark in CLOSING) if at > 0), default=-1)


def _before(start: int, around: Around) -> tuple[Span | None, ...]:
    """The term in front of the number, first as far as the figure before."""
    return tuple(
        _in_front(low, start, around) for low in dict.fromkeys((around.low, around.earlier))
    )


def _in_front(low: int, start: int, around: Around) -> Span | None:
    """Linking words left out."""
    low = max(low, start - BEHIND, 0)
    behind = PER.sub("", around.text[low:start])
    stop = max((i for i, c in enumerate(behind) if c in BREAKS), default=-1)
    return last_term(behind[stop + 1 :], low + stop + 1, around)


def last_term(behind: str, low: int, around: Around) -> Span | None:
    """The term at the end of a clause."""
    lexicon = around.lexicon
    words = words_in(behind, lexicon)
    words = _popped(words, lexicon)
    compared = [i for i, word in enumerate(words) if word.text in ("比", "较")]
    if compared:  # 库存|比上月同期增加一成
        words = _popped(words[: compared[-1]], lexicon)
    words = _to_noun(words, lexicon)
    shares = [i for i, word in enumerate(words) if word.text in SHARES and i]
    if shares:  # 工业投资占全市比重达12%: the share of the first in the second
        words = _popped(words[: shares[-1]], lexicon)
    if not words:
        return None
    if words[-1].text in CLOSING:
        end = words[-1].end
        opening = max(behind.rfind(mark, 0, end - 1) for mark in OPENING)
        return (low + opening + 1, low + end - 1) if opening >= 0 else None
    found = term_of(words, low, lexicon)
    if found is not None and words[0].text == "占" and words[0].end == found[0] - low:
        return low + words[0].start, found[1]  # 占|全国储量|的94.4%
    return found


def _popped(words: list[Word], lexicon: FigureLexicon) -> list[Word]:
    last = len(words)
    while last and _is_link(words[last - 1], lexicon):
        last -= 1
    return words[:last]


def _to_noun(words: list[Word], lexicon: FigureLexicon) -> list[Word]:
    """保险费率|下浮, 合格率|连续三年保持: up to the noun, where the verb is no measure itself."""
    last = len(words)
    while last and words[last - 1].tag in DOING and words[last - 1].text not in lexicon.measured:
        last -= 1
    is_noun = last and (words[last - 1].tag in HEADS or words[last - 1].text in CLOSING)
    return words[:last] if is_noun else words


def _is_link(word: Word, lexicon: FigureLexicon) -> bool:
    printed, tag, _, _ = word
    if printed in lexicon.links or tag in LINKING:
        return True
    return printed[0] in "一每" and tag in ("m", "r", "q")


def term_of(words: list[Word], low: int, lexicon: FigureLexicon) -> Span | None:
    """The nouns at the end of the words; failing them what is measured itself."""
    end = first = words[-1].end
    number = len(words)
    while number and end - words[number - 1].start <= LONGEST:
        word, tag, at, _ = words[number - 1]
        if tag not in NOUNS and word not in JOINING:
            break
        first, number = at, number - 1
    while number < len(words) and words[number].text in JOINING:
        number += 1
        first = words[number].start if number < len(words) else end
    while number + 1 < len(words) and words[number].text in lexicon.leading:  # 培育|企业
        rest = "".join(word.text for word in words[number + 1 :])
        if len(rest) < 2 or lexicon.measures.match(rest):
            break
        number += 1
        first = words[number].start
    if end - first < 2 and number:  # 阅读|量, 补助
        before = words[number - 1]
        first = before.start if before.tag in VERBS else first
    return (low + first, low + end) if end - first > 1 else None
