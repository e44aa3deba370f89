"""Line -> whether it names who made an article, and nothing else.

A byline is offices and names: 本报记者 龙小芳 文/图, （罗布次仁 李想）, 口述：杨再兴 整理：龙小芳. A word that
an office begins without a space is one only when a name follows (记者节 is none).
"""

from __future__ import annotations

import re
from functools import cache

from wenzhai.segment.names import is_person
from wenzhai.segment.words import alternation

MARKED = "○〇●□■◎◆△▲—-–─ \u3000"
RINGS, SQUARES = frozenset("○〇□◎"), frozenset("●■◆")  # squares mark crossheads, too: ■ 补树
IN_BRACKETS = re.compile(
    r"^[（(]([^（）()]{2,40}(?:[（(][^（）()]{1,12}[）)])?[^（）()]{0,20})[）)]$"
)
BREAK = re.compile(r"[\s\u3000、，,/／＼\\|｜:：;；&]+")
LONE = frozenset(["本报评论员", "本报记者", "本报编辑部", "摄影报道", "文/图"])
# A single name that no list has: 格桑罗布; not 外一首, 节选, 主题歌.
LONE_NAME = re.compile(
    r"^[\u4e00-\u9fff]{2,3}(?![首篇章则题诗说选要完续期版图稿年月号日歌曲辞事上下集部])[\u4e00-\u9fff]$"
)
HAN_NAME = re.compile(r"^[\u4e00-\u9fff]{2,4}$")
SUPPLIER = re.compile(
    r"^(?:[\u4e00-\u9fff\s·、]{2,20}(?:供稿|供图|来稿|提供|撰稿|整理|解答|答复|回复|审核|推荐)"
    r"|(?:读者|作者|来源|稿源|选自|摘自)[:：\s]*[《\u4e00-\u9fff·\s:：、》]{2,40}"
    r"|作者(?:系|为|单位|是)[^。]{2,30}"
    r"|[\u4e00-\u9fff·\s]{2,5}系[\u4e00-\u9fff\s]{4,30})$"
)  # 市植保站供稿, 作者单位：县文化馆; in brackets
SOURCE = re.compile(
    r"^(?:(?:综合|均?据|来源[:：]|稿源[:：]|摘自|选自|转自|原载)\s*(?:[\u4e00-\u9fff、 ]{0,16}(?:社|网|报|电|台|客户端|公众号)[\u4e00-\u9fff]{0,4}(?:\d+月\d+日)?(?:电|综合|消息|报道)?|《[^》]{2,14}》(?:报道)?)"
    r"|本报综合|本报讯|新华社)$"
)  # 据新华社电, 摘自《青石晚报》
SPACED_SUPPLIER = re.compile(
    r"^[\u4e00-\u9fff]{3,16}[ \u3000]+(?:供稿|供图|来稿|整理)$"
)  # 县文联 供稿
PUPIL = re.compile(
    r"^[\u4e00-\u9fff]{2,12}(?:校|学|园|院|班|[一二三四五六七八九]中|[一二三四五六七八九]小)"
    r"[\u4e00-\u9fff\d]{0,6}[（(]?[\d一二三四五六七八九]{0,2}[）)]?班?[ \u3000]+(?P<who>[\u4e00-\u9fff·]{2,9})(?:[ \u3000]+指导(?:老师|教师).*)?$"
)  # 青石一中高二（3）班 龙小芳
FROM_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2,12}(?:省|市|县|区|旗|镇|乡|村|街道|局|校|院|站|馆|台|所|队|厂|社|会|办|部|中心|公司|大学|中学|小学|银行)[ \u3000]+(?P<who>[\u4e00-\u9fff·]{2,9})$"
)  # 青石县白塔镇 杨再兴; in brackets
# 翛然 摄; whoever takes a picture need not have a name that a list has
TAKEN = re.compile(
    r"^(?:\S{1,12}[ \u3000]+)?[\u4e00-\u9fff·]{1,6}[ \u3000]+(?:摄|摄影|摄影报道|文/图|图/文|供图)$"
)
# 解答人：金台区人民法院法官 费玉洁
TITLED = re.compile(
    r"^(?P<office>[\u4e00-\u9fff]{2,5})[:：] ?[\u4e00-\u9fff（）、]{2,24}[ \u3000]+(?P<who>[\u4e00-\u9fff·]{2,9})$"
)


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office at the beginning of a word, and at its end."""
    agency = alternation("agencies")
    office = "|".join(alternation(f"byline_{kind}") for kind in ("roles", "offices"))
    what = rf"(?:[\u4e00-\u9fff]{{0,4}}记者|{office}|{alternation('photo_roles')}|报道)"
    return re.compile(rf"^(?:{agency})?{what}"), re.compile(rf"(?:{agency})?{what}$")


def is_byline(text: str) -> bool:
    """Whether the whole line names makers."""
    bare = text.strip(MARKED)
    brackets = IN_BRACKETS.match(bare)
    inner = brackets[1].strip() if brackets else bare
    if SOURCE.match(inner) or SPACED_SUPPLIER.match(inner) or TAKEN.match(inner):
        return True
    if brackets and SUPPLIER.match(inner):
        return True
    for form in (PUPIL, FROM_PLACE) if brackets else (PUPIL,):
        found = form.match(inner)
        if found and is_person(found["who"]):
            return True
    if brackets and LONE_NAME.match(inner):
        return True
    return _names_makers(
        inner, is_marked=brackets is not None or text[0] in RINGS, is_square=text[0] in SQUARES
    )


def _is_short(word: str, taken: int) -> bool:
    """An office of one character begins many words (文明实践); at the end it is 摄 or nothing."""
    return taken == 1 and not word.endswith("摄")


def _words(text: str) -> list[str]:
    """The words of a line, a name that is set wide (林 华) as one."""
    found: list[str] = []
    for word in filter(None, BREAK.split(text)):
        if len(word) == 1 and found and len(found[-1]) == 1:
            found[-1] += word
        else:
            found.append(word)
    return found


def _names_makers(text: str, *, is_marked: bool, is_square: bool) -> bool:
    """Offices and names in turns; without any office only where a mark says so."""
    first, last = _offices()
    told = TITLED.match(text)
    if told and first.fullmatch(told["office"]) and is_person(told["who"]):
        return True
    has_office = is_sure = False
    names: list[str] = []
    for word in _words(text):
        rest = word
        for shorter in (first.sub("", rest), last.sub("", rest), last.sub("", first.sub("", rest))):
            taken = len(word) - len(shorter)
            if taken and (not shorter or (is_person(shorter) and not _is_short(word, taken))):
                rest = shorter
                has_office = True
                break
        if rest and not HAN_NAME.match(rest) and not is_person(rest):
            return False
        if rest:
            names.append(rest)
            is_sure = is_sure or is_person(rest)
        elif not names:
            is_sure = (
                is_sure or "记者" in word or "通讯员" in word
            )  # a name that no list has follows
    if has_office:
        return bool(names and is_sure) or (not names and (is_marked or text in LONE))
    is_several = len(names) > 1 and all(is_person(name) for name in names)
    return (is_marked and is_sure) or (is_square and is_several)
