"""Text -> names of other peoples, by their characters: 敖云毕力格, 叶斯布拉提, 泽仁拥章.

Such names are written by sound, with characters that seldom stand together elsewhere. A run of
them is read by what each character says for a people's names, and by what stands before the run
and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from wenzhai.recognise.persons.around import CAPTION_PLACE
from wenzhai.recognise.persons.candidate import LEAST, Candidate
from wenzhai.recognise.persons.dotted import DOTS
from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.roles import title_before
from wenzhai.recognise.persons.tokens import NAME_TAGS, Tokens, frequency, is_listed, is_word

SIZE_MIN, SIZE_MAX = 2, 9  # code points; the longest that is printed without a dot
LIKELY = 3.0  # evidence of its characters below which no run is looked at
SOUND_MOST = 9.0  # beyond this the characters say less
BEYOND = 0.6
COMMON = 50  # occurrences in the segmenter's dictionary of a word that is no piece of a name
LONG_KNOWN = 2  # code points
SHORT_MOST = 3.0  # what a name of two characters comes to without a title: others must vouch
NEVER = -99.0
BEFORE = frozenset("的和与及同叫给对向由被把请找让跟")
AFTER = frozenset("的家和与等及")
FUNCTION = frozenset("去守各的和都再说里有参比先好就则才后前上下大小花草不什么")
"""Characters that these names have, but other text far oftener; the first of a name may be one."""
# 喀拉玛|盖镇, 阿热勒托|别镇, 塔拉|滩
OF_PLACE = re.compile(
    r"[^，。、；：！？的和在]{0,3}?(?:[镇乡县旗市州盟村族滩河湖山江语寺沟街路川峡岭坝湾]|嘎查|苏木|淖尔|社区|牧场|草原|敖包|口岸|水库|自治|地区|大草|机场|新区|织锦|唱段|沙地|沙漠|遗址|文化|河谷|高原|冰川|山脉|林场|农场|团场|油田|矿区|婚礼|长调|民歌)"
)
DIVISIONS = ("嘎查", "苏木", "艾里", "浩特", "乃特")
# 阿古拉嘎|查
OF_DIVISION = re.compile("嘎查|苏木")
DOT_NEAR = re.compile(rf"[^，。、；：！？]{{0,3}}[{DOTS}]")  # 别尔克|特·叶尔肯

# Evidence of what stands before and after
TITLED = 4.0
BEGINS = 0.0
GOVERNED = -0.5
CUTS_WORD = -4.0
QUOTED = -3.0
QUOTED_BEFORE = 1.0  # “最美教师”|仁青东珠, but “菠萝专列”|冷藏班列
SPEAKS = 2.5
ACTS = 1.5
ENDS = 0.8
JOINED = 0.3
VERB_AFTER = 0.5
WORD_AFTER = -2.5
PICTURED = 3.0
RUNS_ON = -1.5
FUNCTION_INSIDE = -5.0
WORD_INSIDE = -4.0
NOTHING_PERSONAL = -3.5  # neither a title before nor what a person does after
SIZES = {2: -1.5, 3: -1.0}
LONGER = 0.5


def syllable_candidates(text: str, tokens: Tokens, lexicon: PersonLexicon) -> Iterator[Candidate]:
    """The best name that begins at each place of each run."""
    for run in lexicon.sounding.finditer(text):
        if sum([lexicon.loudest[c] for c in run.group()]) < LIKELY:
            continue  # so little makes a name of no people
        first, last = run.span()
        for known in lexicon.sounds:
            values = [known[c] for c in run.group()]
            if _most(values) < LIKELY:
                continue
            sums = tuple(accumulate(values, initial=0.0))
            for start in range(first, last - SIZE_MIN + 1):
                if values[start - first] > 0:
                    best = _best_from(text, start, first, sums, tokens, lexicon)
                    if best is not None:
                        yield best


def is_known(name: str) -> bool:
    """A name that everybody knows, of a company as often as of a person."""
    return is_listed(name) and len(name) > LONG_KNOWN


def _most(values: list[float]) -> float:
    """The largest sum of values side by side."""
    best = current = 0.0
    for value in values:
        current = max(0.0, current + value)
        best = max(best, current)
    return best


def _best_from(
    text: str,
    start: int,
    first: int,
    sums: tuple[float, ...],
    tokens: Tokens,
    lexicon: PersonLexicon,
) -> Candidate | None:
    before: float | None = None
    best: Candidate | None = None
    rule = "ethnic-form"
    last = min(start + SIZE_MAX, first + len(sums) - 1)
    for end in range(start + SIZE_MIN, last + 1):
        own = sums[end - first] - sums[start - first]
        if own < LIKELY:
            continue
        if before is None:
            before = _before(text, start, tokens, lexicon)
            if before == NEVER:
                return None
            rule = "ethnic-form" if before == TITLED else "sound"
        size = end - start
        score = (
            min(own, SOUND_MOST + BEYOND * (own - SOUND_MOST)) + before + SIZES.get(size, LONGER)
        )
        after = _after(text, end, tokens, lexicon)
        score += after + _inside(text, start, end, tokens, lexicon)
        if before < TITLED and after < ACTS:
            score += NOTHING_PERSONAL
        if before < TITLED and not lexicon.towns.isdisjoint(
            (text[start:end], text[start : end - 1])
        ):
            continue  # 嘎鲁图, a town; 敖鲁古雅|的
        if before < TITLED and (
            text[start : start + 2] in lexicon.divisions or is_known(text[start:end])
        ):
            continue  # 贵德多云, 阿里巴巴
        if size == SIZE_MIN and before < TITLED:
            score = min(score, SHORT_MOST)
        if score >= LEAST and (best is None or score > best.score):
            best = Candidate(start, end, text[start:end], "full", rule, score)
    return best


def _before(text: str, start: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    if title_before(text, start, tokens, lexicon):
        return QUOTED_BEFORE if text[start - 1] == "”" else TITLED
    if text[start - 1 : start] == "叫" and lexicon.head.before(text, start - 1) >= SIZE_MIN:
        return TITLED  # 这次的原告叫|斯琴
    if start == 0 or not text[start - 1].isalpha():
        if start and text[start - 1] in DOTS:
            return NEVER
        return QUOTED if start and text[start - 1] in "“《" else BEGINS
    number = tokens.at.get(start, 0) - 1
    is_governed = number >= 0 and tokens.tags[number][0] in "vp"
    return GOVERNED if text[start - 1] in BEFORE or is_governed else NEVER


def _after(text: str, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    if DOT_NEAR.match(text, end) or OF_PLACE.match(text, end):
        return NEVER
    following = text[end : end + 1]
    if CAPTION_PLACE.match(text, end):
        return PICTURED
    if not following.isalpha():
        return ENDS
    if lexicon.speech.after(text, end) or lexicon.trailing.after(text, end) >= SIZE_MIN:
        return SPEAKS
    if lexicon.acts.after(text, end) >= SIZE_MIN:
        return ACTS
    if following in AFTER:
        return JOINED
    number = tokens.at.get(end)
    if number is not None and tokens.tags[number][0] in "vpd":
        word = tokens.words[number]
        return VERB_AFTER if len(word) == 1 or is_listed(word) else WORD_AFTER
    return WORD_AFTER + (RUNS_ON if following in lexicon.transcribed else 0.0)


def _inside(text: str, start: int, end: int, tokens: Tokens, lexicon: PersonLexicon) -> float:
    """Words of the dictionary in the run, or cut by it, speak against it."""
    name = text[start:end]
    if name in lexicon.ordinary or name in lexicon.divisions or lexicon.country.match(text, start):
        return NEVER
    if any(division in name for division in DIVISIONS) or OF_DIVISION.match(text, end - 1):
        return NEVER
    score = FUNCTION_INSIDE * sum(
        name[at] in FUNCTION
        and name[at - 1 : at + 1] not in lexicon.units
        and name[at : at + 2] not in lexicon.units
        for at in range(1, len(name))
    )
    number = tokens.covering(start)
    while number < len(tokens.words) and tokens.starts[number] < end:
        word, begin = tokens.words[number], tokens.starts[number]
        is_cut = begin < start or begin + len(word) > end
        if len(word) > 1 and is_listed(word):
            if is_cut:
                score += CUTS_WORD
            elif tokens.tags[number] not in NAME_TAGS and frequency(word) >= COMMON:
                score += WORD_INSIDE
        number += 1
    return score if not is_word(name) else score + WORD_INSIDE
