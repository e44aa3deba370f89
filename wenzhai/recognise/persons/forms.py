"""Text -> candidates whose form itself is the evidence.

Masked names (王某), names with · , names built of Tibetan, Yi, Kazakh or Mongolian
syllable groups, and the persons everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.recognise.persons.called import ends_name
from wenzhai.recognise.persons.candidate import ACCEPT, CERTAIN, Candidate
from wenzhai.recognise.persons.dotted import DOTS, dotted_candidates
from wenzhai.recognise.persons.han import ADVERBS
from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import (
    NAME_TAGS,
    Tokens,
    is_listed,
    is_word,
)

ETHNIC_LONG = 5  # code points of a name that ends in unknown syllables
FAMOUS_SHORT = 2  # code points of a name that may begin another: 王维|舟
SHORT_MAX = 3  # code points; shorter ones are words and places too often
SURE_TITLE = 2  # code points of a title
BEFORE_SHORT = frozenset("的和与叫给对向")
NAMED_AFTER = frozenset({"精神", "思想", "故里", "纪念馆", "纪念日"})

# 王某, 李某某, 张某甲, 陈某1
MASKED = re.compile(
    r"(?P<surname>[^\W\d_])某(?:某{1,2}|[甲乙丙丁戊己庚辛]|[A-Za-z0-9](?![A-Za-z0-9]))?"
)
STARRED = re.compile(r"(?P<surname>[^\W\d_])(?:[×＊*]{1,2}|[xX]{1,2}(?![A-Za-z]))")
# What follows when 某 is "a certain": 在某公司
CERTAIN_THING = re.compile(
    r"[日月年天地个种些项次处型款类县市省区村镇网]|公司|企业|单位|[高学]校|[大中小]学|医院|银行|工[厂地]|商店|平台|部[门队]|小区|物业|社区|家(?:公司|企业|医院)"
)
OF_COUNTY = re.compile("[^，。、；：]?(?:自治)?[县旗镇乡](?![长委])")
OF_DIVISION = re.compile(r"嘎查|苏木")
# 格萨尔|说唱艺人, 嫦娥|六号
WORK = re.compile(r"说唱|王传|史诗|传》|》|[一二三四五六七八九十0-9]+号")
SOME_OF_THEM = re.compile(r"等[一二两三四五六七八九十百0-9]+[人名]")
# 一个叫仁青的向导, 有位叫高山的战士
CALLED_SO = re.compile(
    rf"[个位名人孩子]叫(?:做|作)?(?P<name>[{HAN}]{{2,5}}?(?:·[{HAN}]{{1,6}})?)的(?P<who>[{HAN}]{{2,8}})"
)
CALLED_OTHERWISE = re.compile(rf"(?P<name>[{HAN}]{{2,4}})[（(](?:化名|笔名|网名|艺名)[）)]")


def form_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """Everything found by its form, in no fixed order."""
    if "某" in text:
        yield from _masked(text, MASKED, tokens, lexicon)
    if "×" in text or "*" in text or "＊" in text:
        yield from _masked(text, STARRED, tokens, lexicon)
    if any(dot in text for dot in DOTS):
        yield from dotted_candidates(text, tokens, lexicon)
    for match in lexicon.famous.finditer(text):
        is_work = text[match.start() - 1 : match.start()] == "《" or WORK.match(text, match.end())
        is_given = text[match.start() - 1 : match.start()] in lexicon.surnames and (
            lexicon.head.before(text, match.start() - 1) >= SURE_TITLE
        )  # 总经理何|西施
        if is_given or is_work or _names_place(text, match, tokens, lexicon):
            continue
        if _fits(text, match.start(), match.end(), tokens):
            yield Candidate(*match.span(), match.group(), "full", "well-known", CERTAIN)
    yield from _ethnic(text, tokens, lexicon)
    if "叫" in text:
        yield from _called_so(text, lexicon)
    if "名）" in text or "名)" in text:
        yield from _pseudonyms(text, tokens, lexicon)


def _names_place(text: str, match: re.Match[str], tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """左权|民歌汇: a county too, and a thing of the county follows."""
    number = tokens.at.get(match.end())
    if match.group() not in lexicon.divisions or number is None or match.end() == len(text):
        return False
    is_thing = tokens.tags[number][0] == "n" and tokens.words[number] not in NAMED_AFTER
    return is_thing and not lexicon.trailing.after(text, match.end())


def _pseudonyms(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """小男孩壮壮（化名）, 覃大侠（网名）."""
    for match in CALLED_OTHERWISE.finditer(text):
        first, end = match.span("name")
        starts = range(end - 2, first - 1, -1)
        start = next(
            (s for s in starts if _begins_name(text, s, tokens, lexicon)), max(first, end - 3)
        )
        if text[end - 2] == text[end - 1]:
            start = end - 2
        name = text[start:end]
        yield Candidate(start, end, name, "pseudonym", "pseudonym", CERTAIN)


def _called_so(text: str, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """一个叫仁青的向导: what follows says that it is somebody."""
    for match in CALLED_SO.finditer(text):
        ends = range(match.start("who") + 2, match.end("who") + 1)
        if any(lexicon.head.before(text, end) >= 2 for end in ends):
            name = match["name"]
            form = "full" if name.isalpha() else "foreign"
            yield Candidate(*match.span("name"), name, form, "called", CERTAIN)


def _begins_name(text: str, start: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """A mark, 的 or a title stands right before."""
    if start == 0 or not text[start - 1].isalpha() or text[start - 1] in "的和与叫":
        return True
    return title_before(text, start, tokens, lexicon) >= 2


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
    if named in ADVERBS or not named.isalpha() or named in lexicon.function or named in lexicon.odd:
        return False
    if SOME_OF_THEM.match(text, at + 1):
        return named in lexicon.typical  # 巫某平|等九人
    is_own = named in lexicon.typical and not is_listed(text[at : at + 2])
    if is_own and len(text) > at + 2 and is_listed(text[at + 1 : at + 3]):
        return True  # 莫某强|租用, 孟某刚|伤情
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


def _fits(text: str, start: int, end: int, tokens: Tokens) -> bool:
    """The segmenter cuts no longer word around the name, unless it is a name's own compound
    (雷锋|精神); a name that it guessed with one character more is another's: 李冰之."""
    number = tokens.covering(start)
    begin, stop = tokens.starts[number], tokens.starts[number + 1]
    if begin != start:
        return False
    if stop == end or (stop < end and end in tokens.at):
        return True
    if stop < end:
        return False
    word = text[start:stop]
    if stop == end + 1 and end - start == FAMOUS_SHORT:
        return tokens.tags[number] in NAME_TAGS and is_listed(word)
    return tokens.tags[number] in NAME_TAGS or text[end:stop] in NAMED_AFTER


def _ethnic(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    last = 0
    for syllable in lexicon.syllables.finditer(text):
        match = lexicon.ethnic.match(text, syllable.start())
        if match is None or syllable.start() < last:
            continue
        start = match.start()
        end = _ethnic_end(text, start, match.end(), tokens, lexicon)
        size = end - start
        if end < len(text) and text[end] in DOTS:
            continue  # the grammar of dots finds all of it
        if OF_DIVISION.match(text, end - 1) or OF_COUNTY.match(text, end):
            continue  # 阿古拉嘎|查, 塔什库尔|干县
        is_titled = title_before(text, start, tokens, lexicon) > 0
        if size < SHORT_MAX and not _may_be_short(text, start, end, is_titled, tokens, lexicon):
            continue
        last = end
        group = str(match.lastgroup)
        score = BASE[group] + (LONG[group] if size >= LONG_FROM else 0.0)
        score += _around(text, start, end, is_titled, tokens, lexicon)
        is_dai = group == "dai" and is_titled and size == SHORT_MAX
        if is_dai and not text[end : end + 1].isalpha():
            score += DAI_WHOLE  # 茶农玉儿甩、
        yield Candidate(start, end, text[start:end], "full", "ethnic-form", score)


def _around(
    text: str, start: int, end: int, is_titled: bool, tokens: Tokens, lexicon: PersonLexicon
) -> float:
    """What the words beside a name of syllables say."""
    score = TITLE_BEFORE if is_titled else 0.0
    if start in tokens.at and tokens.tags[tokens.at[start]] in NAME_TAGS:
        score += SEGMENTER_KNOWS
    if not is_titled and start > 0 and text[start - 1].isalpha() and start not in tokens.at:
        score += CUTS_BEFORE
    if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end):
        return score + SPEECH_AFTER
    if end == len(text) or not text[end].isalpha() or lexicon.acts.after(text, end):
        return score + BOUNDARY_AFTER
    return score if end in tokens.at else score + CUTS_AFTER


def _may_be_short(
    text: str, start: int, end: int, is_titled: bool, tokens: Tokens, lexicon: PersonLexicon
) -> bool:
    """A title stands before 达瓦, or it begins a clause and is no word."""
    if is_titled:
        return ends_name(text, end, lexicon) or end in tokens.at
    begins = start == 0 or not text[start - 1].isalpha() or text[start - 1] in BEFORE_SHORT
    if not (begins and ends_name(text, end, lexicon)):
        return False
    return not is_word(text[start:end]) and text[start:end] not in lexicon.ordinary


def _ethnic_end(text: str, start: int, end: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    """The end of a name whose last syllables are not known: 闹布|群增、, 强巴旦|达分列."""
    if ends_name(text, end, lexicon) or (end in tokens.at and is_listed(text[end : end + 2])):
        return end
    for further in (end + 1, end + 2):
        if not lexicon.transcribed.issuperset(text[end:further]) or further > len(text):
            return end
        if ends_name(text, further, lexicon) and not is_listed(text[end:further]):
            return further if further - start <= ETHNIC_LONG else end
    return end


# Evidence around a name of syllables
TITLE_BEFORE = 5.0
SEGMENTER_KNOWS = 0.5
CUTS_BEFORE = -3.0
SPEECH_AFTER = 3.0
BOUNDARY_AFTER = 1.0
CUTS_AFTER = -2.0
DAI_WHOLE = 2.5
LONG_FROM = 4  # code points

# Evidence of the form alone: how seldom such syllables stand together in other text.
BASE = {
    "dai": ACCEPT - 3,
    "tibetan": ACCEPT - 1.5,
    "yi": ACCEPT - 1.5,
    "units": ACCEPT - 2,
    "whole": ACCEPT - 3,
}
# ... and of four characters or more, which no Han name has.
LONG = {"dai": 3.0, "tibetan": 5.0, "yi": 5.0, "units": 4.5, "whole": 3.0}
